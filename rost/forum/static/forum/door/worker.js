// Keeps the page and its files, so that it opens without a line. Data never pass through here:
// whatever is not of the shell goes to the network as if this script were not there.
const KEPT = `rost-door-${SHELL.version}-${new URL(self.registration.scope).pathname}`;
const READER = "rost-door-reader";
const PAGE = self.registration.scope;
const PATIENCE = 3000;

self.addEventListener("install", (event) => {
  // Without cookies: the page as a stranger sees it, with nobody's name on it.
  const page = new Request(PAGE, { credentials: "omit", cache: "reload" });
  event.waitUntil(
    caches.open(KEPT).then((kept) => kept.addAll([page, ...SHELL.files])).then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  const mine = (name) => name.startsWith("rost-door-") && name.endsWith(`-${new URL(PAGE).pathname}`);
  event.waitUntil(
    caches.keys()
      .then((names) => names.filter((name) => mine(name) && name !== KEPT))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (request.url.includes("/static/")) event.respondWith(file(request));
});

async function page(request) {
  const kept = await (await caches.open(KEPT)).match(PAGE);
  if (!kept) return fetch(request);
  const waited = new Promise((resolve) => { setTimeout(resolve, PATIENCE); });
  const answer = await Promise.race([fetch(request).catch(() => null), waited]);
  return answer && answer.status < 500 ? answer : kept;
}

async function file(request) {
  for (const name of [KEPT, READER]) {
    const kept = await (await caches.open(name)).match(request);
    if (kept) return kept;
  }
  return fetch(request);
}

/* The projector: asks every two seconds what is new and puts the server's own page in place. */
const OFTEN = 2000, SELDOM = 15000;
let etag = "", lost = 0;
async function look() {
  try {
    const answer = await fetch(location.href, {
      cache: "no-store", headers: etag ? { "If-None-Match": etag } : {}, signal: AbortSignal.timeout?.(15000),
    });
    lost = 0;
    if (answer.ok) {
      etag = answer.headers.get("ETag") ?? "";
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("screen");
      const old = document.getElementById("screen");
      if (fresh && fresh.outerHTML !== old.outerHTML) old.replaceWith(document.importNode(fresh, true));
    }
  } catch { lost += 1; }
  document.documentElement.classList.toggle("lost", lost > 2);
  setTimeout(look, Math.min(SELDOM, OFTEN * 2 ** lost));
}
setTimeout(look, OFTEN);

/* The hall on a telephone: asks what is new, cheaply; sends what was typed until it is accepted. */
const root = document.getElementById("hall");
const part = (name, where = root) => where.querySelector(`[data-part=${name}]`);
const OFTEN = 6000, SELDOM = 12000, CALM = 20; // milliseconds; answers «nothing new» in a row
const LONGEST = 60000;
const box = "hall:" + root.dataset.to;
const jitter = (pause) => pause * (0.75 + Math.random() / 2);
const show = (one, on) => { if (one) one.hidden = !on; };
const say = (one, fate) => { if (one) one.textContent = one.dataset[fate] || ""; };

/* What is kept on this telephone: what waits to be sent, what is typed. */
let kept = { waiting: [], text: "" };
try { kept = { ...kept, ...JSON.parse(localStorage.getItem(box)) }; } catch { /* begins empty */ }
const keep = () => { try { localStorage.setItem(box, JSON.stringify(kept)); } catch { /* full */ } };
const identity = () => {
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = (b[6] & 15) | 64;
  b[8] = (b[8] & 63) | 128;
  return [...b].map((n, i) => ([4, 6, 8, 10].includes(i) ? "-" : "") + (n + 256).toString(16).slice(1)).join("");
};

/* Sending: one after another, again and again with the same identity, until there is an answer. */
let sending = false, failures = 0, sendTimer = 0;
const put = (item) => {
  kept.waiting = kept.waiting.filter((one) => one.key !== item.key).concat(item);
  keep();
  mark(item, "here");
  send();
};
const mark = (item, fate, why) => {
  if (item.kind === "ask") outbox(item, fate, why);
  else if (item.kind === "poll") why ? fateOf("poll").textContent = why : say(fateOf("poll"), fate);
  else if (why) part("line").textContent = why;
};
const fateOf = (act) => root.querySelector(`[data-act=${act}] [data-part=fate]`);
async function send() {
  const item = kept.waiting[0];
  if (sending || !item) return;
  sending = true;
  clearTimeout(sendTimer);
  mark(item, "sent");
  let status = 0, why = "", soon = 0;
  try {
    const answer = await fetch(item.to, {
      method: "POST", body: new URLSearchParams(item.body), headers: { Accept: "application/json" },
      signal: AbortSignal.timeout?.(20000),
    });
    status = answer.status;
    soon = 1000 * answer.headers.get("Retry-After");
    if (status >= 400 && status < 500) why = (await answer.json()).why;
  } catch { status = status >= 400 ? status : 0; }
  sending = false;
  const again = status === 0 || status === 429 || status >= 500;
  const at = kept.waiting.indexOf(item); // pressed anew meanwhile: that one is sent next
  if (again) {
    if (!soon) mark(item, status === 429 ? "later" : "here");
    if (status !== 429) say(part("line"), "lost");
    failures += 1;
    sendTimer = setTimeout(send, jitter(soon || status === 429 ? soon || 30000 : Math.min(LONGEST, 1000 * 2 ** failures)));
    return;
  }
  failures = 0;
  say(part("line"), "");
  if (at >= 0) kept.waiting.splice(at, 1);
  keep();
  mark(item, status < 400 ? "accepted" : "refused", why);
  if (kept.waiting.length) send(); else hurry();
}
addEventListener("online", () => { send(); hurry(); });

/* The form of a question. */
const ask = root.querySelector("[data-act=ask]");
function outbox(item, fate, why) {
  const list = part("outbox");
  if (!list) return;
  let line = [...list.children].find((one) => one.dataset.key === item.key);
  if (!line) {
    line = document.createElement("li");
    line.dataset.key = item.key;
    line.append(document.createElement("p"), document.createElement("p"));
    line.firstChild.dir = "auto";
    line.firstChild.textContent = item.body.text;
    line.lastChild.className = "muted";
    list.prepend(line);
  }
  line.dataset.fate = fate;
  line.lastChild.textContent = why || fateOf("ask").dataset[fate] || "";
  if (fate === "refused" && !ask.text.value) typed(item.body.text);
}
function typed(text) {
  ask.text.value = text;
  count();
}
function count() {
  const left = ask.text.maxLength - [...ask.text.value].length;
  part("left").textContent = left < 100 ? left + " " + part("left").dataset.words : "";
  kept.text = ask.text.value;
  keep();
}
if (ask) {
  if (!ask.text.value && kept.text) { typed(kept.text); say(fateOf("ask"), "here"); }
  ask.addEventListener("input", count);
  for (const item of kept.waiting) if (item.kind === "ask") outbox(item, "here");
}
root.addEventListener("submit", (event) => {
  const form = event.target, kind = form.dataset.act;
  if (!kind) return;
  event.preventDefault();
  const body = Object.fromEntries(new FormData(form));
  if (kind === "ask") {
    if (!body.text.trim()) return ask.text.focus();
    const key = identity();
    put({ kind, key, to: form.action, body: { ...body, id: key } });
    typed("");
    say(fateOf("ask"), "");
  } else if (kind === "poll") {
    const values = [...new FormData(form)];
    if (values.length) put({ kind, key: form.action, to: form.action, body: values });
  } else {
    const row = form.closest("li"), button = form.querySelector("button"), number = form.querySelector("b");
    const on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", on);
    number.textContent = Math.max(0, +number.textContent + (on ? 1 : -1));
    put({ kind, key: row.dataset.id, to: address(row.dataset.id, !on), body: {} });
    form.action = address(row.dataset.id, on);
  }
});
const address = (id, voted) => `${root.dataset.to}questions/${id}/vote/${voted ? "removal/" : ""}`;

/* Looking: one small conditional request. */
let etag = "", calm = 0, lost = 0, timer = 0, revision = 0, looking = false, whole = false;
const rows = new Map([...part("questions").children].map((one) => [one.dataset.id.slice(0, 8), one]));
const later = () => {
  clearTimeout(timer);
  if (document.hidden) return;
  const pause = lost ? Math.min(LONGEST, OFTEN * 2 ** lost) : calm > CALM || navigator.connection?.saveData ? SELDOM : OFTEN;
  timer = setTimeout(look, jitter(pause));
};
const hurry = () => { clearTimeout(timer); timer = setTimeout(look, Math.random() * 1000); };
async function look() {
  if (looking) return;
  looking = true;
  try {
    const answer = await fetch(root.dataset.state + (whole ? "" : "?brief"), {
      cache: "no-store", referrerPolicy: "no-referrer", signal: AbortSignal.timeout?.(15000),
      credentials: "private" in root.dataset ? "same-origin" : "omit",
      headers: etag && !whole ? { "If-None-Match": etag } : {},
    });
    lost = 0;
    if (answer.status === 304) calm += 1;
    else if (answer.ok) {
      const state = await answer.json();
      calm = 0;
      if (state.r >= revision) take(state, answer.headers.get("ETag"));
    }
    if (!failures) say(part("line"), "");
  } catch { lost += 1; }
  looking = false;
  if (whole) hurry(); else later();
}
function take(state, tag) {
  const strange = state.q.some((one) => one.length < 4 && !rows.has(one[0])) || (state.p && !state.p.text && String(state.p.id) !== part("poll").dataset.id);
  if (strange && !whole) { whole = true; return; }
  whole = false;
  etag = tag;
  revision = state.r;
  standing(state);
  questions(state);
  poll(state.p, state.s);
}
function standing(state) {
  say(part("standing"), state.s);
  show(part("standing"), state.s !== "open");
  show(part("asking"), state.t || state.s === "early");
}
function questions(state) {
  const list = part("questions");
  const order = state.q.map((one) => row(one, state));
  const held = list.querySelector(":active, :focus-visible"); // nothing moves under a finger
  const moved = order.some((one, at) => list.children[at] !== one) || list.children.length !== order.length;
  if (moved && !held) list.replaceChildren(...order);
  show(part("none"), !order.length);
  part("count").textContent = order.length;
}
function row([id, votes, fate, text, name, language], state) {
  const short = id.slice(0, 8);
  let one = rows.get(short);
  if (!one) {
    one = part("row").content.firstElementChild.cloneNode(true);
    one.dataset.id = id;
    one.querySelector("form").action = address(id, false);
    rows.set(short, one);
  }
  if (text !== undefined) {
    one.querySelector(".text").textContent = text;
    one.querySelector(".text").lang = language;
    one.querySelector(".by").textContent = name;
    show(one.querySelector(".by"), name);
  }
  const waits = kept.waiting.some((item) => item.key === one.dataset.id);
  if (!waits) one.querySelector("b").textContent = votes;
  one.querySelector("button").disabled = fate !== "shown" || state.s !== "open";
  const words = one.querySelector(".state"), now = state.c === short;
  one.classList.toggle("now", now);
  say(words, now ? "now" : fate);
  show(words, words.textContent);
  return one;
}
function poll(found, hours) {
  const section = part("poll");
  show(section, found);
  if (!found) return;
  const form = section.querySelector("form");
  if (found.text && section.dataset.id !== String(found.id)) {
    section.dataset.id = found.id;
    part("poll-text", section).textContent = found.text;
    form.action = `${root.dataset.to}polls/${found.id}/answer/`;
    say(fateOf("poll"), "");
    choices(found, section);
  }
  if (found.text) section.labels = labels(found, section);
  show(form, found.open && hours === "open");
  show(part("poll-closed", section), !found.open);
  part("answers", section).textContent = found.n;
  const bars = found.words || (found.counts || []).map((n, at) => [section.labels?.[at] ?? "", n]);
  const all = Math.max(1, found.words ? Math.max(0, ...bars.map(([, n]) => n)) : found.n);
  part("bars", section).replaceChildren(...bars.map(([label, n]) => bar(label, n, (100 * n) / all)));
}
const labels = (found, section) => found.kind === "rating" ? ["1", "2", "3", "4", "5"]
  : found.kind === "hands" ? [section.dataset.yes, section.dataset.no] : found.options;
function choices(found, section) {
  const values = { rating: [1, 2, 3, 4, 5], hands: ["yes", "no"] }[found.kind] || found.options.map((_, at) => at);
  const place = part("choices", section);
  const line = (type, value, text) => {
    const label = document.createElement("label"), input = document.createElement("input"), words = document.createElement("span");
    Object.assign(input, { type, name: "value", value });
    words.dir = "auto";
    words.textContent = text;
    label.append(input, " ", words);
    return label;
  };
  place.className = found.kind === "rating" ? "choices marks" : "choices";
  show(part("most", section), found.kind === "many");
  part("most", section).textContent = `${part("most", section).dataset.words} ${found.most}`;
  if (found.kind === "words") {
    const label = line("text", "", "");
    label.querySelector("input").maxLength = 40;
    place.replaceChildren(label);
  } else {
    const names = labels(found, section);
    place.replaceChildren(...values.map((value, at) => line(found.kind === "many" ? "checkbox" : "radio", value, names[at])));
  }
}
function bar(label, n, percent) {
  const item = document.createElement("li"), words = document.createElement("span"), number = document.createElement("b");
  words.dir = "auto";
  words.textContent = label;
  number.textContent = n;
  const make = (name, facts) => {
    const one = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(facts)) one.setAttribute(key, value);
    return one;
  };
  const picture = make("svg", { class: "bar", viewBox: "0 0 100 6", preserveAspectRatio: "none", "aria-hidden": "true" });
  picture.append(make("rect", { width: percent.toFixed(1), height: 6 }));
  item.append(words, " ", number, picture);
  return item;
}
document.addEventListener("visibilitychange", () => { if (!document.hidden) hurry(); });
whole = true; // the first look brings the words too
send();
hurry();

// The page at the door from opening to wiping.
import * as camera from "./camera.js";
import { readCode } from "./codes.js";
import * as keeper from "./keeper.js";
import * as line from "./line.js";
import * as lost from "./lost.js";
import * as marking from "./marking.js";
import * as marks from "./marks.js";
import { forgetAll, leaveOld, pair } from "./opening.js";
import * as ours from "./pass.js";
import * as people from "./people.js";
import { keepReader } from "./reader.js";
import * as screen from "./screen.js";
import { startSending, stopSending } from "./sending.js";
import { wakeSound } from "./sounding.js";
import { addresses, say } from "./texts.js";
import { hearWindows, tellWindows } from "./turns.js";
import { isPossible } from "./vault.js";

const TICK = 15000;
const LIST_AGE = 5 * 60000;
const reader = { script: addresses.reader, program: addresses.program };
const { state } = marking;

let wake = () => {};
let isUp = navigator.onLine;
let asking = false;
let finishing = false;

const forgetFragment = () => history.replaceState(null, "", location.pathname + location.search);

async function start() {
  if (!isPossible()) return screen.phase("impossible");
  keepPage();
  lost.show();
  const secret = decodeURIComponent(location.hash.slice(1));
  const paired = await ours.resume();
  if (secret && !(paired && (await ours.isOf(secret)))) return open(secret, paired);
  if (secret) forgetFragment();
  return paired ? enter() : screen.phase("unpaired");
}

// The worker keeps the page; the reader is put aside while there is a line.
function keepPage() {
  navigator.serviceWorker
    ?.register(addresses.worker, { scope: location.pathname })
    .catch(() => {});
}

// -- Opening a pass --------------------------------------------------------------------------
async function open(secret, paired) {
  screen.phase("opening");
  if (paired && !(await leaveOld())) return screen.phase("occupied");
  const answer = await pair(secret);
  if (answer.status === 201) {
    forgetFragment();
    navigator.storage?.persist?.(); // or a full telephone may throw the marks away
    if (reader.script) keepReader(reader).catch(() => {});
    return enter();
  }
  if (answer.status === 403) {
    forgetFragment();
    return screen.phase("ended", answer.body.why ?? "");
  }
  // No line, or the server is busy: the link stays in the address, and we try again.
  screen.phase("opening", answer.body.why ?? say("opening_waits"));
  return setTimeout(() => open(secret, false), 5000);
}

// -- At the door -----------------------------------------------------------------------------
async function enter() {
  await takeList();
  await marks.refresh();
  if (ours.pass.over || ours.isOver()) await over();
  else {
    screen.phase("door");
    screen.door();
    screen.camera("off");
    paint();
    refreshList();
  }
  wake = startSending({ token: ours.pass.token, answered });
  wake();
  setInterval(tick, TICK);
}

async function takeList() {
  state.list = await keeper.fact("list");
  state.count = state.list?.count ?? null;
  people.take(state.list ? await keeper.people() : [], state.list?.spares ?? []);
}

// One at a time; whoever is scanned before the first list came waits for it.
function refreshList() {
  state.arriving ??= fetchList().finally(() => { state.arriving = null; });
  return state.arriving;
}

async function fetchList() {
  const { status, etag, body } = await line.list(ours.pass.token, state.list?.etag);
  if (!ours.pass || ours.pass.over) return;
  if (status === 200) {
    const { spares, sessions, count } = body;
    await keeper.keepPeople(body.people);
    await ours.learn(body.now);
    await keeper.keepFact("list", { spares, sessions, count, etag, taken: ours.now() });
    await takeList();
    await listCame();
    tellWindows("list");
  } else if (status === 304) {
    state.list.taken = ours.now();
    await keeper.keepFact("list", state.list);
  } else if (status === 401 || status === 403) {
    await refusedBy(body);
    return;
  }
  isUp = status !== 0;
  paint();
}

async function listCame() {
  await marking.nameEarly();
  look();
}

async function tick() {
  if (!ours.pass) return;
  if (ours.isPastAll()) await finish(say("over"));
  else if (ours.isOver() && !ours.pass.over) await over();
  else if (!ours.pass.over && !document.hidden && ours.now() - (state.list?.taken ?? 0) > LIST_AGE) {
    await refreshList();
  }
}

function paint() {
  if (!ours.pass) return;
  const tally = marks.tally();
  screen.figures(state.count, marks.unsent(), tally);
  screen.refusals(marks.refused());
  screen.lineState(isUp, state.list);
  screen.find("undo").disabled = !marks.canUndo();
  screen.find("over-waiting").textContent = say("waiting", { count: tally.waiting });
}

// What the server said to a portion; false ends the sending.
async function answered({ status, body }) {
  if (!ours.pass) return false;
  isUp = status !== 0;
  if (status === 200) {
    state.count = body.count;
    await ours.learn(body.now);
  }
  if (status === 401 || status === 403) await refusedBy(body);
  if (ours.pass?.over && !marks.tally().waiting) await finish(lastWords());
  paint();
  if (status === 200 && ours.pass && !ours.pass.over && !state.list) refreshList();
  return ours.pass !== null;
}

async function refusedBy(body) {
  if (body.wipe) await finish(body.why);
  else if (body.ended) await over();
}

// -- The end ---------------------------------------------------------------------------------
const lastWords = () => say(ours.pass.leaving ? "left" : "over");

// The pass is over, or the volunteer has finished: the list goes at once, waiting marks are sent
// first, then everything goes.
async function over() {
  ours.pass.over = true;
  await ours.save();
  stopCamera();
  await keeper.forgetPeople();
  await keeper.forgetFact("list");
  people.take([], []);
  screen.forgetOutcome();
  paint();
  if (!marks.tally().waiting) return finish(lastWords());
  screen.phase("over");
  return wake();
}

// Marks that nobody will take any more are told before they go.
async function finish(why) {
  if (finishing) return;
  finishing = true;
  stopSending();
  stopCamera();
  await marks.refresh();
  lost.note(why);
  tellWindows({ wiped: why });
  await forgetAll();
  finishing = false;
  ended(why);
}

function ended(why) {
  screen.forgetOutcome();
  screen.found([], null, "");
  screen.find("typed").value = "";
  screen.phase("ended", why);
}

async function leave() {
  ours.pass.leaving = true;
  screen.find("leaving").close();
  return over();
}

function stopCamera() {
  camera.stopCamera(screen.find("video"));
  screen.camera("off");
}

// -- Hands -----------------------------------------------------------------------------------
async function startCamera() {
  wakeSound();
  if (asking) return;
  asking = true;
  const trouble = await camera.startCamera(screen.find("video"), reader, marking.scanned);
  asking = false;
  screen.camera(trouble || "on");
}

function look() {
  const text = screen.find("typed").value;
  const rows = people.search(text);
  const words = rows.length ? say("found", { count: rows.length }) : say("not_found");
  const early = state.list || readCode(text) ? "" : say("no_names");
  screen.found(rows, choose, text.trim() ? early || words : "");
}

async function choose(person) {
  wakeSound();
  const text = screen.find("typed").value;
  await marking.chosen(person);
  clearSearch(text);
}

async function submitTyped(event) {
  event.preventDefault();
  wakeSound();
  const text = screen.find("typed").value;
  if (await marking.typed(text)) clearSearch(text);
}

// What was typed for the next person while this mark was being written stays.
function clearSearch(text) {
  const field = screen.find("typed");
  if (field.value === text) field.value = "";
  look();
  screen.find("outcome").scrollIntoView({ block: "nearest" });
}

function direct(event) {
  state.direction = event.target.value;
  screen.find("direction").dataset.direction = state.direction;
}

const on = (name, kind, act) => screen.find(name).addEventListener(kind, act);
on("lost-told", "click", () => lost.told());
on("begin", "click", startCamera);
on("stop", "click", stopCamera);
on("anyway", "click", () => marking.anyway());
on("undo", "click", () => marking.undone());
on("direction", "change", direct);
on("typed", "input", look);
on("search", "submit", submitTyped);
on("finish", "click", () => {
  const { waiting } = marks.tally();
  screen.find("leaving-waiting").textContent = say("waiting", { count: waiting });
  screen.find("drop").hidden = !waiting;
  screen.find("leaving").showModal();
});
on("leave", "click", leave);
on("stay", "click", () => screen.find("leaving").close());
on("drop", "click", () => { screen.find("leaving").close(); finish(say("left")); });
window.addEventListener("hashchange", () => { if (location.hash.length > 1) location.reload(); });
window.addEventListener("offline", () => { isUp = false; paint(); });
marking.onMarked(() => { paint(); wake(); });
hearWindows(async (what) => {
  if (what.wiped !== undefined) {
    stopSending();
    stopCamera();
    marks.forget();
    people.take([], []);
    ours.forget();
    lost.show();
    ended(what.wiped);
  } else if (ours.pass) {
    await marks.refresh();
    if (what === "list") {
      await takeList();
      await listCame();
    }
    paint();
  }
});

start();

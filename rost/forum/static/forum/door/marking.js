// From a code or a name to a mark and its answer.
import { readCode, readSerial } from "./codes.js";
import { judge } from "./judge.js";
import * as marks from "./marks.js";
import * as pass from "./pass.js";
import * as people from "./people.js";
import * as screen from "./screen.js";
import { signal } from "./sounding.js";
import { say } from "./texts.js";

// `arriving` is the list under way: a promise.
export const state = { direction: "in", list: null, count: null, arriving: null };

const HOLD = 6000; // how long somebody is asked to wait for the list

let asked = null;
let holding = false;
let marked = () => {};
export const onMarked = (listen) => { marked = listen; };

export async function scanned(text) {
  if (holding) return;
  screen.early([]);
  const code = readCode(text);
  if (!code) return answer({ outcome: "foreign" }, null);
  const listed = await isListed();
  const read = await people.ofCode(code);
  const found = listed ? read : { ...read, kind: "unlisted" };
  const known = found.kind === "person" || found.kind === "ended";
  const holder = known ? `r:${found.person.id}` : `b:${found.hash}`;
  await mark({ holder, badge: code, registration: null, source: "code", early: !listed }, found);
}

// Without the list nobody can be told from a stranger: we wait for it a little, if it is coming.
async function isListed() {
  if (!state.list && state.arriving) {
    holding = true;
    screen.outcome({ outcome: "loading" }, null, [say("about_loading")]);
    const enough = new Promise((resolve) => { setTimeout(resolve, HOLD); });
    await Promise.race([state.arriving, enough]);
    holding = false;
    screen.forgetOutcome();
  }
  return state.list !== null;
}

// The list has come: those marked before it get their names.
export async function nameEarly() {
  const kinds = new Map();
  const marked = await marks.nameEarly(({ id, holder }) => {
    const { kind, person } = people.ofHash(holder.slice(2));
    kinds.set(id, kind);
    return person ? `r:${person.id}` : holder;
  });
  const words = {
    person: "", spare: say("early_spare"), ended: say("word_replaced"), unknown: say("word_unknown"),
  };
  if (marked.length) screen.early(marked.map((one) => [one, words[kinds.get(one.id)]]));
}

export const chosen = (person) => mark(
  { holder: `r:${person.id}`, badge: null, registration: person.id, source: "name" },
  { kind: "person", person },
);

// A code, a badge's number, or a name that only one person has; false where none of them fits.
export async function typed(text) {
  if (holding || (!readCode(text) && !(await isListed()))) return false;
  const namesakes = people.search(text);
  const person = people.ofSerial(readSerial(text)) ?? (namesakes.length === 1 ? namesakes[0] : null);
  if (readCode(text)) await scanned(text);
  else if (person) await chosen(person);
  else return false;
  return true;
}

export const anyway = () => asked && mark(asked.facts, asked.found, { sure: true });

async function mark(facts, found, { sure = false } = {}) {
  const whole = { ...facts, direction: state.direction };
  const verdict = await marks.take(whole, (last) => {
    const said = judge({
      found, last, direction: state.direction, now: Date.now(), door: pass.pass.door,
      sessions: onOurClock(state.list?.sessions ?? []), full: isFull(facts.holder),
    });
    return sure && said.asks ? { ...said, outcome: sureOutcome(found), asks: false, marks: true } : said;
  });
  asked = verdict.asks ? { facts, found } : null;
  answer(verdict, found.person);
  if (verdict.marks) marked();
}

function sureOutcome(found) {
  if (state.direction === "out") return "out";
  return { person: "good", unlisted: "early" }[found.kind] ?? "spare";
}

// Sessions are told in the server's time; what is compared with them here is this telephone's.
const onOurClock = (sessions) => sessions.map((one) => ({
  ...one,
  starts: new Date(Date.parse(one.starts) + pass.pass.ahead).toISOString(),
  ends: new Date(Date.parse(one.ends) + pass.pass.ahead).toISOString(),
}));

function isFull(holder) {
  const capacity = state.count?.capacity ?? pass.pass.door.capacity;
  const inside = (state.count?.inside ?? 0) + marks.unsent().inside;
  return Boolean(capacity) && inside >= capacity && marks.lastOf(holder)?.direction !== "in";
}

function answer(verdict, person) {
  screen.outcome(verdict, person, linesOf(verdict, person));
  signal(verdict.outcome);
}

function linesOf(verdict, person) {
  const lines = [];
  const { outcome } = verdict;
  if (outcome === "elsewhere") {
    lines.push(verdict.place ? say("seat_in", { place: verdict.place }) : say("no_seat_here"));
  }
  if (outcome === "full") {
    const capacity = state.count?.capacity ?? pass.pass.door.capacity;
    lines.push(say("all_seats_taken", { capacity }));
  }
  if (["again", "replaced", "unknown", "foreign", "spare", "early"].includes(outcome)) {
    lines.push(say(`about_${outcome}`));
  }
  if (person?.minor) {
    lines.push(person.parent ? say("minor_with", { parent: person.parent }) : say("minor_alone"));
  }
  return lines;
}

export async function undone() {
  const mark = await marks.undo();
  if (!mark) return;
  asked = null;
  answer({ outcome: "undone" }, people.person(mark.registration));
  marked();
}

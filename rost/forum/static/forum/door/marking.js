// From a code or a name to a mark and its answer.
import { readCode, readSerial } from "./codes.js";
import { judge } from "./judge.js";
import * as marks from "./marks.js";
import * as pass from "./pass.js";
import * as people from "./people.js";
import * as screen from "./screen.js";
import { signal } from "./sounding.js";
import { say } from "./texts.js";

export const state = { direction: "in", list: null, count: null };

let asked = null;
let marked = () => {};
export const onMarked = (listen) => { marked = listen; };

export async function scanned(text) {
  const code = readCode(text);
  if (!code) return answer({ outcome: "foreign" }, null);
  const found = await people.ofCode(code);
  const known = found.kind === "person" || found.kind === "ended";
  const holder = known ? `r:${found.person.id}` : `b:${found.hash}`;
  return mark({ holder, badge: code, registration: null, source: "code" }, found);
}

export const chosen = (person) => mark(
  { holder: `r:${person.id}`, badge: null, registration: person.id, source: "name" },
  { kind: "person", person },
);

// A code, a badge's number, or a name that only one person has; false where none of them fits.
export async function typed(text) {
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

const sureOutcome = (found) =>
  state.direction === "out" ? "out" : found.kind === "person" ? "good" : "spare";

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
  if (["again", "replaced", "unknown", "foreign", "spare"].includes(outcome)) {
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

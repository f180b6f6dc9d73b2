// Marks that go with their pass and were never taken: how many, of which door and hours. This is kept
// in the clear – there is no name in it – until the volunteer says that an organiser knows.
import * as marks from "./marks.js";
import { pass } from "./pass.js";
import { clock, find, items, refusalOf } from "./screen.js";
import { say } from "./texts.js";

const KEPT = "rost-door-lost";

let names = []; // of refused marks: for this window alone, never kept

const kept = () => JSON.parse(localStorage.getItem(KEPT) ?? "[]");

// Before everything is forgotten; `named` where the volunteer leaves and nobody takes the list away.
export function note(why, { named = false } = {}) {
  const waiting = marks.waiting();
  const refused = marks.refused();
  if (!waiting.length && !refused.length) return;
  const lines = [
    ...(waiting.length ? [say("lost_waiting", figures(waiting))] : []),
    ...(refused.length ? [say("lost_refused", figures(refused))] : []),
  ];
  localStorage.setItem(KEPT, JSON.stringify([...kept(), { why, lines }]));
  if (named) names = refused.map(refusalOf);
  show();
}

function figures(those) {
  const times = those.map((one) => clock(Date.parse(one.said_at) - pass.ahead));
  return { door: pass.door.name, count: those.length, from: times[0], to: times[times.length - 1] };
}

export function show() {
  const losses = kept();
  const lines = [...losses.flatMap(({ why, lines: own }) => [...own, why]), ...names];
  items(find("lost-lines"), lines);
  find("lost").hidden = !losses.length;
}

export function told() {
  localStorage.removeItem(KEPT);
  names = [];
  show();
}

// Marks of this telephone: here → sent → accepted (or refused). Every change is made alone in all
// windows, on what the store says at that moment; two windows never make one mark twice.
import * as keeper from "./keeper.js";
import { alone, tellWindows } from "./turns.js";

const PORTION = 500;

let marks = new Map();

const byTime = (one, other) => (one.said_at < other.said_at ? -1 : 1);
const all = () => [...marks.values()].sort(byTime);
const isWaiting = (mark) => mark.state === "here" || mark.state === "sent";

export const refresh = async () => { marks = await keeper.readMarks(marks); };
export const forget = () => { marks = new Map(); };

const change = (work) => alone("marks", async () => {
  await refresh();
  const result = await work();
  tellWindows("marks");
  return result;
});

async function put(changed) {
  for (const mark of changed) {
    mark.turn += 1;
    marks.set(mark.id, mark);
  }
  await keeper.keepMarks(changed);
}

const fresh = (facts) => ({
  id: crypto.randomUUID(), state: "here", tried: false, turn: 0,
  said_at: new Date().toISOString(), ...facts,
});

export const lastOf = (holder) => all().filter((one) => one.holder === holder).pop() ?? null;

// `decide(last)` sees the holder's last mark and says whether another one is taken.
export const take = (facts, decide) => change(async () => {
  const verdict = decide(lastOf(facts.holder));
  if (verdict.marks) await put([fresh(facts)]);
  return verdict;
});

// The last mark again: one that never left the telephone vanishes; one that may have reached the
// server is answered by its opposite.
export const undo = () => change(async () => {
  const last = all().filter((one) => !one.undoes && !one.undone && one.state !== "refused").pop();
  if (!last) return null;
  if (last.state === "here" && !last.tried) {
    marks.delete(last.id);
    await keeper.dropMark(last.id);
    return last;
  }
  const { holder, badge, registration, source } = last;
  const direction = last.direction === "in" ? "out" : "in";
  last.undone = true;
  await put([last, fresh({ holder, badge, registration, source, direction, undoes: last.id })]);
  return last;
});

// The next portion to send, noted as on its way before it leaves.
export const portion = () => change(async () => {
  const next = all().filter(isWaiting).slice(0, PORTION);
  for (const mark of next) Object.assign(mark, { state: "sent", tried: true });
  await put(next);
  return next.map(({ id, badge, registration, direction, source, said_at }) =>
    ({ id, badge, registration, direction, source, said_at }));
});

export const settle = (ids, state, whys = new Map()) => change(async () => {
  const settled = ids.map((id) => marks.get(id)).filter(Boolean);
  for (const mark of settled) Object.assign(mark, { state, why: whys.get(mark.id) ?? "" });
  await put(settled);
});

// What the server said of each mark of a portion.
export async function settleBy({ taken, refused }) {
  const whys = new Map(refused.map((one) => [one.id, one.why]));
  await settle(taken, "accepted");
  await settle([...whys.keys()], "refused", whys);
}

// Marks made before the list came: `holderOf` finds whose badge it was; they are early no more.
export const nameEarly = (holderOf) => change(async () => {
  const early = all().filter((one) => one.early);
  for (const mark of early) Object.assign(mark, { early: false, holder: holderOf(mark) });
  await put(early);
  return early;
});

export const tally = () => {
  const said = { here: 0, sent: 0, accepted: 0, refused: 0 };
  for (const mark of marks.values()) said[mark.state] += 1;
  return { ...said, waiting: said.here + said.sent };
};

export const waiting = () => all().filter(isWaiting);
export const refused = () => all().filter((one) => one.state === "refused");
export const canUndo = () =>
  all().some((one) => !one.undoes && !one.undone && one.state !== "refused");

// What the marks that the server has not counted yet add to its count.
export function unsent() {
  const those = waiting();
  const came = new Set(all().filter((one) => !isWaiting(one)).map((one) => one.holder));
  const newcomers = new Set(
    those.filter((one) => one.direction === "in" && !came.has(one.holder)).map((one) => one.holder),
  );
  const inside = those.reduce((sum, one) => sum + (one.direction === "in" ? 1 : -1), 0);
  return { inside, came: newcomers.size };
}

// Sends what waits, in portions, one window at a time; when the line is down, waits longer and
// longer, and tries at once when the browser says that the line is back.
import * as line from "./line.js";
import * as marks from "./marks.js";
import { aloneOrNot } from "./turns.js";

const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 120000;

let timer = 0;
let failures = 0;
let busy = false;

export function startSending({ token, answered }) {
  const wake = () => {
    clearTimeout(timer);
    if (!busy) run(token, answered).then(later);
  };
  // Not all telephones at the same moment when the line comes back for all of them.
  const later = (pause) => {
    if (pause === null) return;
    timer = setTimeout(wake, pause * (0.5 + Math.random()));
  };
  window.addEventListener("online", () => { failures = 0; wake(); });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) wake(); });
  return wake;
}

export const stopSending = () => { clearTimeout(timer); busy = true; };

async function run(token, answered) {
  busy = true;
  let more = null;
  try {
    more = await aloneOrNot("sending", () => sendAll(token, answered));
  } finally {
    if (more !== "stop") busy = false;
  }
  if (more === "stop") return null;
  return more === "wait" ? Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures) : 30000;
}

async function sendAll(token, answered) {
  for (;;) {
    // Not even tried: a mark that has never left the telephone can be taken back without a trace.
    if (!navigator.onLine) return (await answered({ status: 0, body: {} })) ? "wait" : "stop";
    const next = await marks.portion();
    const answer = await line.send(token, next);
    if (answer.status === 200) {
      failures = 0;
      await marks.settleBy(answer.body);
    } else if (next.length) {
      await marks.settle(next.map((one) => one.id), "here");
    }
    const goes = await answered(answer);
    if (!goes) return "stop";
    if (answer.status !== 200) {
      failures = Math.min(failures + 1, 10);
      return "wait";
    }
    if (!marks.tally().waiting) return "done";
  }
}

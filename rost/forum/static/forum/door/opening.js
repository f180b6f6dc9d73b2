// Opening a pass, leaving the one before it, and forgetting.
import * as keeper from "./keeper.js";
import * as line from "./line.js";
import * as lost from "./lost.js";
import * as marks from "./marks.js";
import * as ours from "./pass.js";
import * as people from "./people.js";
import { say } from "./texts.js";
import { alone, tellWindows } from "./turns.js";
import { digest } from "./vault.js";

const BEGUN = "rost-door-opening";

// One id for one opening, whatever is tried, reloaded or opened once more from the letter: where
// only the answer was lost, the server knows this telephone already and gives no second place away.
async function deviceFor(secret) {
  const link = await digest(secret);
  const begun = JSON.parse(localStorage.getItem(BEGUN) ?? "null");
  if (begun?.link === link) return begun.device;
  const device = crypto.randomUUID();
  localStorage.setItem(BEGUN, JSON.stringify({ link, device }));
  return device;
}

// In one window at a time: a second pairing of the same telephone ends the token of the first.
export const pair = (secret) => alone("opening", async () => {
  if ((await ours.resume()) && (await ours.isOf(secret))) return { status: 201, body: {} };
  const device = await deviceFor(secret);
  const answer = await line.pair(secret, device);
  if (answer.status === 201) {
    await alone("marks", () => ours.begin(secret, device, answer.body));
  }
  if (answer.status === 201 || answer.status === 403) localStorage.removeItem(BEGUN);
  return answer;
});

// Another door's pass on the same telephone: its marks go first. What the server will never take
// is told, then forgotten; false where it could not be asked.
export async function leaveOld() {
  await marks.refresh();
  people.take((await keeper.fact("list")) ? await keeper.people() : [], []);
  let why = say("moved");
  while (marks.tally().waiting) {
    const next = await marks.portion();
    const { status, body } = await line.send(ours.pass.token, next);
    if (status === 200) {
      await marks.settleBy(body);
      continue;
    }
    await marks.settle(next.map((one) => one.id), "here");
    if (status !== 401 || !body.wipe) return false;
    why = body.why;
    break;
  }
  lost.note(why, { named: true });
  tellWindows({ wiped: say("moved") });
  await forgetAll();
  return true;
}

export async function forgetAll() {
  marks.forget();
  people.take([], []);
  ours.forget();
  await keeper.wipe();
}

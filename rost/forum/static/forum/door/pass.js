// The pass of this telephone: which door, until when, and how far our clock is from the server's.
import * as keeper from "./keeper.js";
import { digest, keyFrom } from "./vault.js";

const GRACE = 48 * 3600000; // the server takes marks of an ended pass for two days more

export let pass = null;

export async function resume() {
  pass = (await keeper.resume()) ? await keeper.fact("pass") : null;
  return pass !== null;
}

export async function begin(secret, device, answer) {
  await keeper.begin(await keyFrom(answer.key, device));
  const { token, door, edition, starts, ends } = answer;
  pass = { token, door, edition, starts, ends, device, link: await digest(secret), ahead: 0 };
  await learn(answer.now);
}

export const save = () => keeper.keepFact("pass", pass);
export const forget = () => { pass = null; };
export const isOf = async (secret) => pass.link === (await digest(secret));

// The telephone's clock may be wrong by minutes: our «now» is the server's, as last heard.
export async function learn(serverNow) {
  const ahead = Date.now() - Date.parse(serverNow);
  if (!Number.isFinite(ahead)) return;
  pass.ahead = ahead;
  await save();
}

export const now = () => Date.now() - pass.ahead;
export const isOver = () => now() >= Date.parse(pass.ends);
export const isPastAll = () => now() >= Date.parse(pass.ends) + GRACE;

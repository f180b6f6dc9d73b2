// The list of the day in memory: who is behind a code, and who is called like this.
import { asRussian, fold } from "./fold.js";
import { digest } from "./vault.js";

const DIGEST_LENGTH = 32;
const MOST_FOUND = 20;

let byId = new Map();
let byCode = new Map();
let bySerial = new Map();
let ended = new Map();
let spares = new Set();
let index = [];

// Bashkir «ә» is typed as «а», as «э», or as «е» where the name is written in Russian.
const loose = (text) => fold(text).replace(/[эе]/g, "а");

export function take(people, spareCodes) {
  byId = new Map(people.map((one) => [one.id, one]));
  byCode = new Map(people.flatMap((one) => one.codes.map((code) => [code, one])));
  bySerial = new Map(people.filter((one) => one.serial).map((one) => [one.serial, one]));
  ended = new Map(people.flatMap((one) => one.ended.map((code) => [code, one])));
  spares = new Set(spareCodes);
  index = people
    .filter((one) => one.name)
    .map((one) => ({ one, words: loose(`${one.name} ${one.place}`).split(" ") }));
}

export const count = () => index.length;
export const person = (id) => byId.get(id) ?? null;
export const ofSerial = (serial) => bySerial.get(serial) ?? null;

// What a code is: a participant's badge, an ended one, a spare one, or none that we know.
export const ofCode = async (code) => ofHash((await digest(code)).slice(0, DIGEST_LENGTH));

export function ofHash(hash) {
  if (byCode.has(hash)) return { kind: "person", person: byCode.get(hash), hash };
  if (ended.has(hash)) return { kind: "ended", person: ended.get(hash), hash };
  return { kind: spares.has(hash) ? "spare" : "unknown", person: null, hash };
}

// The list has initials: a given name typed in full after the surname fits its first letter.
const fits = (part, word, at) =>
  word.startsWith(part) || (at > 0 && word.length === 1 && part.startsWith(word));

export function search(typed) {
  const ways = [typed, ...(/[a-z]/i.test(typed) ? [asRussian(typed)] : [])];
  for (const way of ways) {
    const asked = loose(way).split(" ").filter(Boolean);
    if (!asked.length) continue;
    const found = index.filter(({ words }) =>
      asked.every((part, at) => words.some((word) => fits(part, word, at))));
    if (found.length) return found.slice(0, MOST_FOUND).map(({ one }) => one);
  }
  return [];
}

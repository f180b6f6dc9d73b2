// What the telephone keeps until the pass is over: the pass, the list, the marks.
import * as store from "./store.js";
import { seal, unseal } from "./vault.js";

let key = null;

export async function begin(fresh) {
  key = fresh;
  await store.write("keys", [["key", fresh]], { instead: true });
}

export async function resume() {
  key = (await store.read("keys", "key")) ?? null;
  return key !== null;
}

export const keepFact = async (name, value) =>
  store.write("facts", [[name, await seal(key, `facts/${name}`, value)]]);

export async function fact(name) {
  const sealed = key && (await store.read("facts", name));
  return sealed ? unseal(key, `facts/${name}`, sealed) : null;
}

export const forgetFact = (name) => store.remove("facts", name);

export async function keepPeople(people) {
  const sealed = people.map(async (one, at) => [at, await seal(key, `people/${at}`, one)]);
  await store.write("people", await Promise.all(sealed), { instead: true });
}

export async function people() {
  const rows = await store.readAll("people");
  return Promise.all(rows.map(([at, sealed]) => unseal(key, `people/${at}`, sealed)));
}

export const forgetPeople = () => store.write("people", [], { instead: true });

// `turn` grows with each change of a mark, so that another window sees what it has to read anew.
export async function keepMarks(marks) {
  const sealed = marks.map(async (mark) => {
    const record = await seal(key, `marks/${mark.id}`, mark);
    return [mark.id, { ...record, turn: mark.turn }];
  });
  await store.write("marks", await Promise.all(sealed));
}

export async function readMarks(known) {
  const rows = await store.readAll("marks");
  const marks = rows.map(async ([id, record]) => {
    const mine = known.get(id);
    return mine && mine.turn === record.turn ? mine : unseal(key, `marks/${id}`, record);
  });
  return new Map((await Promise.all(marks)).map((mark) => [mark.id, mark]));
}

export const dropMark = (id) => store.remove("marks", id);

export async function wipe() {
  key = null;
  await store.destroy();
}

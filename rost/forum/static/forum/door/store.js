// IndexedDB, in promises. It sees only what is sealed, and the key that cannot be read.
const NAME = "rost-door";
const STORES = ["keys", "facts", "people", "marks"];

let opened = null;

const answer = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

const finished = (change) => new Promise((resolve, reject) => {
  change.oncomplete = () => resolve();
  change.onerror = change.onabort = () => reject(change.error);
});

function connect() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      for (const store of STORES) request.result.createObjectStore(store);
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      // Another window of this telephone wipes: do not stand in its way.
      request.result.onversionchange = close;
      resolve(request.result);
    };
  });
  return opened;
}

export async function close() {
  const base = opened;
  opened = null;
  if (base) (await base).close();
}

const open = async (store, mode) => (await connect()).transaction(store, mode).objectStore(store);

export const read = async (store, key) => answer((await open(store, "readonly")).get(key));

export async function readAll(store) {
  const place = await open(store, "readonly");
  const [keys, values] = await Promise.all([answer(place.getAllKeys()), answer(place.getAll())]);
  return keys.map((key, number) => [key, values[number]]);
}

export async function write(store, pairs, { instead = false } = {}) {
  const place = await open(store, "readwrite");
  if (instead) place.clear();
  for (const [key, value] of pairs) place.put(value, key);
  return finished(place.transaction);
}

export async function remove(store, key) {
  const place = await open(store, "readwrite");
  place.delete(key);
  return finished(place.transaction);
}

export async function destroy() {
  await close();
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(NAME);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}

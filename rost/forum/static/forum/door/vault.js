// Everything that is kept lies sealed: AES-GCM, a fresh vector for each record, and a key that
// the browser uses for us but never shows, derived by HKDF from the key the server gave.
const PURPOSE = "rost: records of one door on one telephone";

const bytes = (text) => new TextEncoder().encode(text);

export const isPossible = () =>
  Boolean(globalThis.crypto?.subtle && globalThis.indexedDB && globalThis.isSecureContext);

export async function keyFrom(base64, device) {
  const raw = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const root = await crypto.subtle.importKey("raw", raw, "HKDF", false, ["deriveKey"]);
  raw.fill(0);
  const how = { name: "HKDF", hash: "SHA-256", salt: bytes(device), info: bytes(PURPOSE) };
  const use = { name: "AES-GCM", length: 256 };
  return crypto.subtle.deriveKey(how, root, use, false, ["encrypt", "decrypt"]);
}

// A record opens only under the name it was sealed with, so none can be put in another's place.
export async function seal(key, name, value) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const how = { name: "AES-GCM", iv, additionalData: bytes(name) };
  return { iv, box: await crypto.subtle.encrypt(how, key, bytes(JSON.stringify(value))) };
}

export async function unseal(key, name, { iv, box }) {
  const how = { name: "AES-GCM", iv, additionalData: bytes(name) };
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(how, key, box)));
}

export async function digest(text) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes(text)));
  return [...hash].map((one) => one.toString(16).padStart(2, "0")).join("");
}

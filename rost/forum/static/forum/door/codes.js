// The code of a badge: what was scanned or typed, brought to the fourteen signs it is made of.
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 14;
// A Russian keyboard has letters that look the same.
const TWINS = { А: "A", В: "B", Е: "E", К: "K", М: "M", Н: "H", Р: "P", С: "C", Т: "T", Х: "X", У: "Y" };

export function readCode(text) {
  const tail = text.trim().replace(/\/+$/, "").split("/b/").pop();
  const code = tail.toUpperCase().replace(/[\s-]+/g, "").replace(/[А-Я]/g, (one) => TWINS[one] ?? one);
  const known = [...code].every((sign) => ALPHABET.includes(sign));
  return code.length === LENGTH && known ? code : "";
}

export const readSerial = (text) => Number(/^\s*№?\s*(\d{1,6})\s*$/.exec(text)?.[1] ?? 0);

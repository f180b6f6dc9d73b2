// Typing finds a name whatever the keyboard: the same folding as in the search of the site, and
// Russian typed with the Latin layout switched on by mistake.
const NEAREST = { ё: "е", ҡ: "к", ғ: "г", ҙ: "з", ҫ: "с", ң: "н", ө: "о", ү: "у", ә: "а", һ: "х" };
const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~{}:\"<>";
const RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбюёхъжэбю";
const KEYS = new Map([...LATIN].map((sign, at) => [sign, RUSSIAN[at]]));

export function fold(text) {
  const small = text.replace(/№/g, " ").normalize("NFKC").toLowerCase().normalize("NFKC");
  const near = small.replace(/[ёҡғҙҫңөүәһ]/g, (sign) => NEAREST[sign]);
  const plain = near.replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ");
  return plain.trim();
}

export const asRussian = (text) =>
  [...text.toLowerCase()].map((sign) => KEYS.get(sign) ?? sign).join("");

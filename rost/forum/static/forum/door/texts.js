// Words and addresses that the page brings along; nothing is worded in the scripts themselves.
const words = JSON.parse(document.getElementById("door-texts").textContent);

export const place = document.getElementById("door");
export const addresses = place.dataset;
export const language = document.documentElement.lang;

export const say = (name, values = {}) =>
  words[name].replace(/\{(\w+)\}/g, (_whole, key) => values[key] ?? "");

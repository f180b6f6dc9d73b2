// Comfort in the programme editor: arrows move between sessions and free slots, Enter opens a
// session, M selects it for moving. Everything works without this file.
"use strict";

const pieces = () => [...document.querySelectorAll("[data-grid] .piece, [data-grid] button")];

const middle = (element) => {
  const box = element.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
};

// One stop of the Tab key for all pieces together; arrows do the rest.
let current = null;
const makeCurrent = (piece) => {
  if (current) current.tabIndex = -1;
  current = piece;
  current.tabIndex = 0;
};
const all = pieces();
for (const piece of all) piece.tabIndex = -1;
if (all.length) makeCurrent(document.querySelector("[data-grid] .chosen") || all[0]);
document.addEventListener("focusin", (event) => {
  const piece = event.target.closest("[data-grid] .piece, [data-grid] button");
  if (piece) makeCurrent(piece);
});

// The nearest piece in a direction; distance across counts three times as much as along.
const nearest = (from, key) => {
  const here = middle(from);
  const along = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  let best = null;
  let least = Infinity;
  for (const piece of pieces()) {
    if (piece === from) continue;
    const there = middle(piece);
    const dx = there.x - here.x;
    const dy = there.y - here.y;
    const forward = dx * along[0] + dy * along[1];
    if (forward <= 1) continue;
    const across = Math.abs(dx * along[1]) + Math.abs(dy * along[0]);
    if (forward + 3 * across < least) {
      least = forward + 3 * across;
      best = piece;
    }
  }
  return best;
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const piece = event.target.closest("[data-grid] .piece, [data-grid] button");
  if (!piece) return;
  if (event.key.startsWith("Arrow")) {
    const next = nearest(piece, event.key);
    if (next) {
      next.focus();
      event.preventDefault();
    }
  } else if (event.key === "Enter" && piece.dataset.open) {
    event.preventDefault();
    window.location.assign(piece.dataset.open);
  } else if (["m", "M", "ь", "Ь"].includes(event.key) && piece.href) {
    event.preventDefault();
    window.location.assign(piece.href);
  }
});

// After a change the page comes back to its session: put the focus there too.
if (window.location.hash.startsWith("#s-")) {
  document.getElementById(window.location.hash.slice(1))?.focus();
}

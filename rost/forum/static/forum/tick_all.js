// Comfort only: one box in the head of a table ticks all boxes below it.
for (const head of document.querySelectorAll("[data-tick-all]")) {
  const boxes = () => head.closest("table").querySelectorAll("tbody input[type=checkbox]");
  if (!boxes().length) continue;
  const all = document.createElement("input");
  all.type = "checkbox";
  all.setAttribute("aria-label", head.dataset.tickAll);
  all.addEventListener("change", () => boxes().forEach((box) => { box.checked = all.checked; }));
  head.closest("table").addEventListener("change", (event) => {
    if (event.target !== all) all.checked = [...boxes()].every((box) => box.checked);
  });
  head.replaceChildren(all);
}

// Suggestions under a field that names a place. Without this script the form asks by itself.
"use strict";
for (const input of document.querySelectorAll("input[data-suggest]")) {
  const list = document.getElementById(input.getAttribute("list"));
  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    const words = input.value.trim();
    if (words.length < 2) return;
    waiting = setTimeout(async () => {
      const address = input.dataset.suggest + "?q=" + encodeURIComponent(words);
      try {
        const answer = await fetch(address, { headers: { "HX-Request": "true" } });
        if (answer.ok && input.value.trim() === words) list.innerHTML = await answer.text();
      } catch {
        // Off line: what is typed is still sent and understood.
      }
    }, 250);
  });
}

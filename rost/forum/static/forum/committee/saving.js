/* A draft of a review saves itself a moment after the last key; the button does the same. */
(() => {
  "use strict";
  const form = document.querySelector("[data-saves-itself]");
  if (!form) return;
  const line = form.querySelector("[data-state]");
  let timer = 0, going = null;

  const save = async () => {
    timer = 0;
    if (!form.checkValidity()) return;
    going = new AbortController();
    try {
      const answer = await fetch(location.pathname, { method: "POST", body: new FormData(form), signal: going.signal });
      line.textContent = answer.ok ? form.dataset.saved : form.dataset.lost;
    } catch (error) {
      if (error.name !== "AbortError") line.textContent = form.dataset.lost;
    }
    going = null;
  };

  form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(save, 1500); });
  form.addEventListener("submit", () => { clearTimeout(timer); if (going) going.abort(); });
})();

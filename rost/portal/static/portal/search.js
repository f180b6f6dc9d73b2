// Suggestions under the field of the search. Without this script the form asks by itself.
(() => {
  "use strict";
  const box = document.querySelector("[data-suggestions]");
  const input = box && box.querySelector("input");
  if (!input || !window.fetch || !window.AbortController) return;

  const list = document.createElement("ul");
  list.id = input.id + "-list";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0] ? input.labels[0].textContent : "");
  list.hidden = true;
  const told = document.createElement("p");
  told.className = "visually-hidden";
  told.setAttribute("role", "status");
  box.append(list, told);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
  })) input.setAttribute(name, value);

  const PAUSE = 180;
  const answers = new Map();
  let waiting = 0;
  let asking = null;
  let at = -1;

  const close = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const point = (to) => {
    const options = [...list.children];
    options.forEach((one, number) => one.setAttribute("aria-selected", String(number === to)));
    at = to;
    if (to < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", options[to].id);
    options[to].scrollIntoView({ block: "nearest" });
  };

  const option = (one, number) => {
    const line = document.createElement("li");
    line.id = list.id + "-" + number;
    line.setAttribute("role", "option");
    line.setAttribute("aria-selected", "false");
    line.dataset.path = one.path;
    const text = document.createElement("b");
    text.textContent = one.text;
    if (one.lang) text.lang = one.lang;
    const kind = document.createElement("span");
    kind.textContent = [one.kind, one.place].filter(Boolean).join(" · ");
    line.append(text, " ", kind);
    return line;
  };

  const show = (answer) => {
    list.replaceChildren(...answer.suggestions.map(option));
    told.textContent = answer.count || "";
    if (!answer.suggestions.length) return close();
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    point(-1);
  };

  const ask = async () => {
    const words = input.value.trim();
    if (words.length < 2) return close();
    if (answers.has(words)) return show(answers.get(words));
    if (asking) asking.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(box.dataset.suggestions + "?q=" + encodeURIComponent(words), {
        signal: asking.signal, headers: { Accept: "application/json" },
      });
      if (!answer.ok) return;
      const found = await answer.json();
      answers.set(words, found);
      if (input.value.trim() === words && document.activeElement === input) show(found);
    } catch (_) {
      // Off line, or a newer question: what is typed can still be sent.
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    const count = list.children.length;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count) {
      event.preventDefault();
      if (list.hidden) show(answers.get(input.value.trim()) || { suggestions: [] });
      else point(event.key === "ArrowDown" ? (at + 2) % (count + 1) - 1 : (at + count + 1) % (count + 1) - 1);
    } else if (event.key === "Enter" && at >= 0 && !list.hidden) {
      event.preventDefault();
      location.href = list.children[at].dataset.path;
    }
  });
  input.addEventListener("blur", () => { clearTimeout(waiting); setTimeout(close, 150); });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const line = event.target.closest("[role=option]");
    if (line) location.href = line.dataset.path;
  });
})();

/* Keeps what is typed on this device until the answer says it was accepted; then forgets it. */
(() => {
  "use strict";
  const DAYS = 3;
  const line = document.querySelector("[data-keep]");
  const form = line && line.closest("form");
  if (!form) return;
  const key = "keep:" + line.dataset.keep + ":" + location.pathname;
  const say = (state) => { line.textContent = line.dataset[state] || ""; };

  const store = (act) => { try { return act(localStorage); } catch (_) { return null; } };
  const forget = () => store((box) => box.removeItem(key));

  const fields = () => [...form.elements].filter((one) =>
    one.name && !one.disabled && !one.readOnly &&
    !["hidden", "password", "file", "submit", "button"].includes(one.type) &&
    one.autocomplete !== "one-time-code");

  const isTick = (one) => one.type === "checkbox" || one.type === "radio";
  const isConsent = (one) => one.type === "checkbox" && one.name.includes("consent");
  const id = (one) => isTick(one) ? one.name + "=" + one.value : one.name;
  const valueOf = (one) => {
    if (isTick(one)) return one.checked;
    return one.multiple ? [...one.selectedOptions].map((option) => option.value) : one.value;
  };
  const setValue = (one, value) => {
    if (isTick(one)) one.checked = value === true;
    else if (one.multiple) for (const option of one.options) option.selected = value.includes(option.value);
    else one.value = value;
  };

  const save = () => {
    const values = {};
    for (const one of fields()) if (!isConsent(one)) values[id(one)] = valueOf(one);
    store((box) => box.setItem(key, JSON.stringify({ at: Date.now(), values })));
    say("here");
  };

  const restore = () => {
    const text = store((box) => box.getItem(key));
    if (!text) return;
    let kept;
    try { kept = JSON.parse(text); } catch (_) { return forget(); }
    if (!kept || !kept.values || Date.now() - kept.at > DAYS * 86400000) return forget();
    if (form.querySelector(".wrong")) return; /* the server has just given everything back */
    let changed = false;
    for (const one of fields()) {
      const value = kept.values[id(one)];
      if (value === undefined || JSON.stringify(value) === JSON.stringify(valueOf(one))) continue;
      setValue(one, value);
      changed = true;
    }
    if (changed) say("restored");
  };

  let timer = 0;
  const later = () => { clearTimeout(timer); timer = setTimeout(save, 300); };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  window.addEventListener("pagehide", () => { if (timer) { clearTimeout(timer); timer = 0; save(); } });

  let waiting = false;
  let accepted = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (waiting) return;
    waiting = true;
    clearTimeout(timer);
    timer = 0;
    save();
    say("sent");
    const pressed = event.submitter;
    const data = new FormData(form);
    if (pressed && pressed.name) data.append(pressed.name, pressed.value);
    let answer;
    try {
      answer = await fetch(form.getAttribute("action") || location.href, {
        method: "POST", body: data, headers: { "X-Keep": "1" }, credentials: "same-origin",
      });
    } catch (_) {
      waiting = false;
      say("lost");
      line.scrollIntoView({ block: "nearest" });
      return;
    }
    const next = answer.headers.get("X-Accepted");
    if (answer.status === 204 && next) {
      accepted = true;
      forget();
      say("accepted");
      location.assign(next);
      return;
    }
    /* Not accepted: let the browser send it in its own way and show the page that says why. */
    if (pressed && pressed.name) {
      const chosen = document.createElement("input");
      chosen.type = "hidden";
      chosen.name = pressed.name;
      chosen.value = pressed.value;
      form.append(chosen);
    }
    HTMLFormElement.prototype.submit.call(form);
  });
  window.addEventListener("pageshow", (event) => { if (event.persisted && accepted) location.reload(); });
  restore();
})();

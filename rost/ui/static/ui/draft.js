/* A draft that saves itself: what is typed stays on the device until the answer says it is saved.
   Without this script the buttons of the form do the same. */
(() => {
  "use strict";
  const form = document.querySelector("form[data-draft]");
  if (!form) return;
  const line = form.querySelector(".draft-state");
  const total = form.querySelector("[data-total]");
  const key = "draft:" + form.dataset.draft;
  const DAYS = 60, PAUSE = 2500, AGAIN = 15000;

  const store = (act) => { try { return act(localStorage); } catch (_) { return null; } };
  const forget = () => store((box) => box.removeItem(key));
  const say = (state, what) => { line.textContent = (line.dataset[state] || "").replace("%s", what || ""); line.dataset.state = state; };

  const own = () => [...form.elements].filter((one) => one.name && !["hidden", "submit", "button", "fieldset"].includes(one.type));
  const isTick = (one) => one.type === "checkbox" || one.type === "radio";
  const id = (one) => isTick(one) ? one.name + "=" + one.value : one.name;
  const valueOf = (one) => isTick(one) ? one.checked : one.value;
  const values = () => Object.fromEntries(own().map((one) => [id(one), valueOf(one)]));
  const record = () => ({ at: Date.now(), saving: form.elements.saving.value, window: form.elements.window.value, values: values() });
  const keep = () => store((box) => box.setItem(key, JSON.stringify(record())));

  let dirty = false, sending = false, stopped = false, local = 0, soon = 0;

  const typed = (pause) => {
    if (!dirty || line.dataset.state !== "lost") say(stopped ? line.dataset.state : "here");
    dirty = true;
    clearTimeout(local);
    local = setTimeout(keep, 200);
    plan(pause);
  };
  const plan = (pause) => { clearTimeout(soon); if (!stopped) soon = setTimeout(send, pause); };

  const post = (headers, button) => {
    const data = new FormData(form);
    if (button && button.name) data.append(button.name, button.value);
    return fetch(location.pathname, { method: "POST", body: data, headers, credentials: "same-origin", redirect: "manual" });
  };

  const out = () => {
    stopped = true;
    say("out");
    const link = document.createElement("a");
    link.href = location.pathname;
    link.textContent = line.dataset.in;
    line.append(" ", link);
  };

  const send = async () => {
    if (!dirty || sending || stopped) return;
    sending = true;
    const sent = JSON.stringify(values());
    keep();
    say("sending");
    let answer, facts;
    try {
      answer = await post({ "X-Saving": "1" });
      facts = (answer.headers.get("Content-Type") || "").includes("json") ? await answer.json() : null;
    } catch (_) {
      sending = false;
      say("lost");
      plan(AGAIN);
      return;
    }
    sending = false;
    if (facts && facts.state === "saved") return saved(facts, sent);
    if (facts) { stopped = true; say(facts.state); return; }
    if (answer.status >= 500) { say("lost"); plan(AGAIN); return; }
    out();
  };

  const saved = (facts, sent) => {
    form.elements.saving.value = facts.saving;
    if (total) total.textContent = facts.total;
    const wrong = Object.keys(facts.wrong);
    if (JSON.stringify(values()) !== sent) { keep(); plan(PAUSE); say("here"); return; }
    dirty = false;
    if (wrong.length) { keep(); say("wrong", wrong.map(nameOf).join(", ")); return; }
    forget();
    say("saved", facts.at);
  };
  const nameOf = (name) => {
    const field = form.elements[name];
    const label = field && field.id && form.querySelector(`label[for="${field.id}"]`);
    return label ? "«" + label.firstChild.textContent.trim() + "»" : name;
  };

  const restore = () => {
    if (form.dataset.given) { keep(); dirty = true; return; } /* the server has just given all back */
    const text = store((box) => box.getItem(key));
    if (!text) return;
    let kept;
    try { kept = JSON.parse(text); } catch (_) { return forget(); }
    if (!kept || !kept.values || Date.now() - kept.at > DAYS * 86400000) return forget();
    const fields = new Map(own().map((one) => [id(one), one]));
    let changed = false;
    for (const [name, value] of Object.entries(kept.values)) {
      const field = fields.get(name);
      if (field && valueOf(field) !== value) {
        if (isTick(field)) field.checked = value; else field.value = value;
        changed = true;
      } else if (!field && value && typeof value === "string") { /* a row that is not drawn any more */
        const hidden = document.createElement("input");
        hidden.type = "hidden"; hidden.name = name; hidden.value = value;
        form.append(hidden);
        changed = true;
      }
    }
    if (!changed) return forget();
    form.elements.saving.value = kept.saving; /* an older one: the server then shows both texts */
    form.elements.window.value = kept.window;
    dirty = true;
    say("restored");
    plan(PAUSE);
  };

  form.addEventListener("input", () => typed(PAUSE));
  form.addEventListener("change", () => typed(400));
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.tagName === "INPUT") { event.preventDefault(); typed(0); }
  });
  window.addEventListener("online", () => plan(0));
  window.addEventListener("pagehide", () => { if (dirty) keep(); });
  setInterval(() => { if (dirty) plan(0); }, AGAIN);

  let pressed = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (pressed) return;
    pressed = true;
    clearTimeout(soon);
    dirty = true;
    keep();
    say("sending");
    const button = event.submitter;
    let answer;
    try {
      answer = await post({ "X-Keep": "1" }, button);
    } catch (_) {
      pressed = false;
      say("lost");
      plan(AGAIN);
      return;
    }
    pressed = false;
    const next = answer.headers.get("X-Accepted");
    if (answer.status === 204 && next) { dirty = false; forget(); location.assign(next); return; }
    if (answer.status === 403 || answer.status === 404) { out(); return; }
    if (button && button.name) { /* let the browser show the page that says why */
      const chosen = document.createElement("input");
      chosen.type = "hidden"; chosen.name = button.name; chosen.value = button.value;
      form.append(chosen);
    }
    HTMLFormElement.prototype.submit.call(form);
  });
  restore();
})();

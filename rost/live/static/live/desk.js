/* The moderator's desk: a tap is sent without leaving the page, and what is new comes by itself.
   Nothing moves under a finger: while something is open or was just touched, news is announced. */
(() => {
  "use strict";
  const middle = document.getElementById("middle");
  const news = document.getElementById("news");
  if (!middle || !window.fetch) return;
  const QUIET = 4000; // milliseconds after the last touch
  let touched = 0;
  let asking = false;

  const revision = () => middle.querySelector("[data-revision]")?.dataset.revision || "";
  const busy = () =>
    Date.now() - touched < QUIET ||
    middle.querySelector(".more[open]") ||
    middle.contains(document.activeElement) && document.activeElement.matches("input, textarea");

  const put = (html) => {
    const open = [...middle.querySelectorAll(".fold[open]")].map((one) => one.className);
    middle.innerHTML = html;
    if (open.length) middle.querySelectorAll(".fold").forEach((one) => (one.open = true));
    news.hidden = true;
  };

  const look = async (now) => {
    if (asking || (document.hidden && !now)) return;
    asking = true;
    try {
      const seen = now ? "" : revision();
      const answer = await fetch(`${middle.dataset.address}?seen=${encodeURIComponent(seen)}`);
      if (answer.status === 200 && !answer.redirected) {
        if (!now && busy()) news.hidden = false;
        else put(await answer.text());
      }
    } catch {
      /* the line is down: what is shown stays, the next look tries again */
    } finally {
      asking = false;
    }
  };

  middle.addEventListener("pointerdown", () => (touched = Date.now()));
  news.addEventListener("click", (event) => {
    event.preventDefault();
    middle.querySelectorAll(".more[open]").forEach((one) => (one.open = false));
    look(true);
  });
  middle.addEventListener("submit", async (event) => {
    const form = event.target;
    const button = event.submitter;
    event.preventDefault();
    const data = new FormData(form);
    if (button && button.name) data.append(button.name, button.value);
    let sent = false;
    try {
      const answer = await fetch(form.action, { method: "POST", body: data });
      sent = answer.ok;
    } catch {
      /* below */
    }
    if (sent) {
      middle.querySelectorAll(".more[open]").forEach((one) => (one.open = false));
      look(true);
    } else if (button) {
      const hidden = document.createElement("input");
      Object.assign(hidden, { type: "hidden", name: button.name, value: button.value });
      form.append(hidden);
      HTMLFormElement.prototype.submit.call(form); // the server's own page says what is wrong
    }
  });
  setInterval(look, Number(middle.dataset.every) * 1000, false);
})();

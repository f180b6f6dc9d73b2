// Everything that is shown. Names come into the page as text, never as markup.
import { pass } from "./pass.js";
import * as people from "./people.js";
import { place, say } from "./texts.js";

const part = (name) => place.querySelector(`[data-part="${name}"]`);
const write = (name, text) => { part(name).textContent = text; };

export const find = part;

// Shows the sections of this phase alone.
export function phase(name, why = "") {
  for (const one of place.querySelectorAll("[data-when]")) {
    one.hidden = !one.dataset.when.split(" ").includes(name);
  }
  place.dataset.phase = name;
  document.body.classList.toggle("at-door", name === "door");
  for (const one of place.querySelectorAll("[data-why]")) one.textContent = why;
}

export const clock = (moment) => new Intl.DateTimeFormat("ru", {
  hour: "2-digit", minute: "2-digit", timeZone: pass.edition.timezone,
}).format(moment);

export function door() {
  write("door-name", pass.door.name);
  write("edition-name", pass.edition.name);
  write("until", say("until", { time: clock(new Date(pass.ends)) }));
}

export function figures(count, unsent, tally) {
  const capacity = count?.capacity ?? pass.door.capacity;
  write("inside", Math.max(0, (count?.inside ?? 0) + unsent.inside));
  write("capacity", capacity ? say("of_capacity", { capacity }) : "");
  write("came", (count?.came ?? 0) + unsent.came);
  write("waiting", tally.waiting);
  part("waiting").parentElement.classList.toggle("some", tally.waiting > 0);
  for (const state of ["here", "sent", "accepted", "refused"]) write(`marks-${state}`, tally[state]);
}

const timeOf = (mark) => clock(Date.parse(mark.said_at) - pass.ahead);

// Whose mark it was: its holder, as far as the list knows, or the code that was shown.
export function nameOf(mark) {
  const [kind, id] = mark.holder.split(":");
  return (kind === "r" ? people.person(Number(id))?.name : "") || mark.badge || "";
}

export const refusalOf = (mark) => `${timeOf(mark)} ${nameOf(mark)}: ${mark.why}`;

export function items(list, texts) {
  list.replaceChildren(...texts.map((text) => {
    const line = document.createElement("li");
    line.textContent = text;
    return line;
  }));
  return texts.length > 0;
}

export function refusals(refused) {
  part("refusals").hidden = !items(part("refusals"), refused.map(refusalOf));
}

// Who was marked before the list came: [mark, word] each.
export function early(rows) {
  const texts = rows.map(([mark, word]) => `${timeOf(mark)} ${nameOf(mark)}${word && `: ${word}`}`);
  part("early").hidden = !items(part("early-lines"), texts);
}

export function lineState(isUp, list) {
  part("line").dataset.up = isUp;
  write("line-words", say(isUp ? "line_up" : "line_down"));
  write("list-state", list
    ? say("list_state", { count: people.count(), time: clock(new Date(list.taken)) })
    : say("no_list"));
  write("listless", list ? "" : say(isUp ? "list_loads" : "list_waits"));
  part("listless").hidden = Boolean(list);
}

// The outcome: colour, sign, word, name, and what else the volunteer has to know.
export function outcome(verdict, person, lines) {
  const box = part("outcome");
  box.dataset.outcome = verdict.outcome;
  for (const sign of box.querySelectorAll("[data-sign]")) {
    sign.toggleAttribute("hidden", !sign.dataset.sign.split(" ").includes(verdict.outcome));
  }
  write("word", say(`word_${verdict.outcome}`));
  write("name", person?.name ?? "");
  write("where", person ? [person.place, person.category].filter(Boolean).join(" · ") : "");
  part("colour").style.backgroundColor = person?.colour || "transparent";
  part("colour").hidden = !person?.colour;
  lined(lines);
  photo(person, verdict);
  part("anyway").hidden = !verdict.asks;
  box.hidden = false;
  box.classList.remove("fresh");
  void box.offsetWidth; // the same colour twice must still be seen as a new answer
  box.classList.add("fresh");
  speak([say(`word_${verdict.outcome}`), person?.name, ...lines, photoWords(person, verdict)]);
}

function lined(lines) {
  part("lines").replaceChildren(...lines.map((text) => {
    const line = document.createElement("p");
    line.textContent = text;
    return line;
  }));
}

const isThere = (person, verdict) => person?.name && verdict.outcome !== "replaced";
const photoWords = (person, verdict) =>
  isThere(person, verdict) ? say(person.photo ? "photo_yes" : "photo_no") : "";

function photo(person, verdict) {
  const box = part("photo");
  box.hidden = !isThere(person, verdict);
  box.dataset.allowed = Boolean(person?.photo);
  for (const sign of box.querySelectorAll("[data-photo]")) {
    sign.toggleAttribute("hidden", (sign.dataset.photo === "yes") !== Boolean(person?.photo));
  }
  write("photo-words", photoWords(person, verdict));
}

function speak(parts) {
  const live = part("live");
  live.textContent = "";
  // The same words twice are spoken twice only if the region was empty in between.
  setTimeout(() => { live.textContent = parts.filter(Boolean).join(". "); }, 50);
}

export function forgetOutcome() {
  part("outcome").hidden = true;
  for (const name of ["word", "name", "where", "live"]) write(name, "");
  part("lines").replaceChildren();
}

export function found(rows, choose, words) {
  const list = part("found");
  list.replaceChildren(...rows.map((person) => {
    const line = document.createElement("li");
    const button = document.createElement("button");
    const name = document.createElement("strong");
    const where = document.createElement("span");
    button.type = "button";
    name.textContent = person.name;
    where.textContent = person.place;
    button.append(name, where);
    button.addEventListener("click", () => choose(person));
    line.append(button);
    return line;
  }));
  write("found-words", words);
}

export const camera = (state) => {
  part("stage").dataset.camera = state;
  write("camera-words", state && state !== "on" && state !== "off" ? say(`camera_${state}`) : "");
  part("camera-words").hidden = !part("camera-words").textContent;
  part("begin").hidden = state === "on";
  part("stop").hidden = state !== "on";
  part("video").hidden = state !== "on";
};

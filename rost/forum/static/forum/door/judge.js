// What to say about whoever stands at the door. Pure: no clock, no page, no store.
// `asks` – nothing is marked until the volunteer decides; `marks` – a mark is taken at once.
const SOON = 30 * 60000; // a door opens half an hour before its session
const TWICE = 2 * 60000; // the same badge within two minutes is a second reading, not a return

export function judge({ found, direction, last, now, door, sessions, full }) {
  const same = last && last.direction === direction && now - Date.parse(last.said_at) < TWICE;
  if (same) return { outcome: "again" };
  if (found.kind === "ended") return { outcome: "replaced" };
  if (found.kind === "unknown") return { outcome: "unknown", asks: true };
  if (direction === "out") return { outcome: "out", marks: true };
  const person = found.person;
  if (door.kind === "route" && person && !person.name) return { outcome: "elsewhere", asks: true };
  const other = person && seatElsewhere(person, sessions, door, now);
  if (other) return { outcome: "elsewhere", place: other.place, asks: true };
  if (full) return { outcome: "full", asks: true };
  if (found.kind === "unlisted") return { outcome: "early", marks: true };
  return { outcome: found.kind === "spare" ? "spare" : "good", marks: true };
}

// A seat kept now in another place, and none here.
function seatElsewhere(person, sessions, door, now) {
  if (door.kind === "entrance") return null;
  const here = door.place ?? door.name;
  const going = sessions.filter((one) =>
    person.seats.includes(one.code) &&
    Date.parse(one.starts) - SOON <= now && now < Date.parse(one.ends));
  if (going.some((one) => one.place === here)) return null;
  return going[0] ?? null;
}

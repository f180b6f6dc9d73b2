// One outcome for eye, ear and hand: each kind sounds and shakes in its own way.
// Notes: [hertz, milliseconds]; zero hertz is silence.
const SOUNDS = {
  good: ["sine", [660, 110], [990, 220]],
  spare: ["sine", [660, 110], [990, 110], [990, 180]],
  early: ["sine", [660, 110], [0, 60], [660, 220]],
  out: ["sine", [990, 110], [660, 220]],
  again: ["triangle", [440, 90], [0, 70], [440, 90]],
  elsewhere: ["triangle", [740, 160], [590, 160], [440, 320]],
  full: ["triangle", [440, 320], [0, 80], [440, 320]],
  replaced: ["square", [220, 180], [0, 90], [220, 180]],
  unknown: ["square", [160, 600]],
  foreign: ["square", [160, 600]],
  undone: ["sine", [520, 90], [390, 160]],
};
const SHAKES = {
  good: [90], spare: [90], early: [90], out: [90], undone: [40, 40, 40],
  again: [60, 60, 60], elsewhere: [250, 100, 250], full: [250, 100, 250],
  replaced: [400, 120, 400], unknown: [700], foreign: [700],
};
const LOUDNESS = { sine: 0.5, triangle: 0.5, square: 0.16 };

let context = null;

// Browsers let a page sound only after a tap: the button that begins calls this.
export function wakeSound() {
  const Context = globalThis.AudioContext ?? globalThis.webkitAudioContext;
  context ??= Context ? new Context() : null;
  context?.resume();
}

export function signal(outcome) {
  navigator.vibrate?.(SHAKES[outcome]);
  if (!context) return;
  const [shape, ...notes] = SOUNDS[outcome];
  let at = context.currentTime + 0.02;
  for (const [hertz, length] of notes) {
    const ends = at + length / 1000;
    if (hertz) play(shape, hertz, at, ends);
    at = ends;
  }
}

function play(shape, hertz, begins, ends) {
  const note = context.createOscillator();
  const volume = context.createGain();
  note.type = shape;
  note.frequency.value = hertz;
  volume.gain.setValueAtTime(0, begins);
  volume.gain.linearRampToValueAtTime(LOUDNESS[shape], begins + 0.01);
  volume.gain.setValueAtTime(LOUDNESS[shape], ends - 0.02);
  volume.gain.linearRampToValueAtTime(0, ends);
  note.connect(volume).connect(context.destination);
  note.start(begins);
  note.stop(ends);
}

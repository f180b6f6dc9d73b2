// The camera: one look several times a second; a code that stays in view is told once.
import { makeReader } from "./reader.js";

const PAUSE = 120;
const GONE = 2500; // milliseconds out of view after which a code may be told again

let stream = null;
let awake = null;
let turn = 0;

export async function startCamera(video, files, tell) {
  const read = await makeReader(files);
  if (!read) return "no-reader";
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } },
    });
  } catch (error) {
    return error.name === "NotAllowedError" ? "not-allowed" : "no-camera";
  }
  video.srcObject = stream;
  await video.play();
  // A screen that goes dark stops the camera.
  awake = await navigator.wakeLock?.request("screen").catch(() => null);
  look(video, read, tell, (turn += 1));
  return "";
}

export function stopCamera(video) {
  turn += 1;
  for (const track of stream?.getTracks() ?? []) track.stop();
  stream = null;
  awake?.release();
  awake = null;
  video.srcObject = null;
}

async function look(video, read, tell, mine) {
  let last = "";
  let seen = 0;
  while (mine === turn) {
    if (!document.hidden && video.videoWidth) {
      const text = await read(video).catch(() => "");
      const now = performance.now();
      if (text && mine === turn) {
        if (text !== last || now - seen > GONE) await tell(text);
        last = text;
        seen = performance.now();
      }
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

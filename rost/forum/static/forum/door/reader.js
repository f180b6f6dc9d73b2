// Reads a square code in a picture: the browser's own detector, or the reader that is fetched only
// where there is none.
const SHELF = "rost-door-reader";
const WIDEST = 800;

export async function ownDetector() {
  if (!("BarcodeDetector" in window)) return null;
  try {
    const formats = await BarcodeDetector.getSupportedFormats();
    return formats.includes("qr_code") ? new BarcodeDetector({ formats: ["qr_code"] }) : null;
  } catch {
    return null;
  }
}

// Put aside for the time without a line; what an earlier release left is thrown away.
export async function keepReader({ script, program }) {
  if (!globalThis.caches || (await ownDetector())) return;
  const shelf = await caches.open(SHELF);
  const wanted = [script, program].map((one) => new URL(one, location.href).href);
  const kept = (await shelf.keys()).map((request) => request.url);
  await Promise.all(kept.filter((url) => !wanted.includes(url)).map((url) => shelf.delete(url)));
  await shelf.addAll(wanted.filter((url) => !kept.includes(url)));
}

export async function makeReader({ script, program }) {
  const own = await ownDetector();
  if (own) return async (video) => (await own.detect(video))[0]?.rawValue ?? "";
  return script ? fetchedReader(script, program) : null;
}

async function fetchedReader(script, program) {
  await load(script);
  await ZXingWASM.prepareZXingModule({
    overrides: { locateFile: () => program }, fireImmediately: true,
  });
  const canvas = document.createElement("canvas");
  const paper = canvas.getContext("2d", { willReadFrequently: true });
  const options = { formats: ["QRCode"], maxNumberOfSymbols: 1 };
  return async (video) => {
    const scale = Math.min(1, WIDEST / video.videoWidth);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    paper.drawImage(video, 0, 0, canvas.width, canvas.height);
    const picture = paper.getImageData(0, 0, canvas.width, canvas.height);
    const found = await ZXingWASM.readBarcodes(picture, options);
    return found[0]?.text ?? "";
  };
}

const load = (address) => new Promise((resolve, reject) => {
  const script = document.createElement("script");
  script.src = address;
  script.onload = resolve;
  script.onerror = () => reject(new Error("no reader"));
  document.head.append(script);
});

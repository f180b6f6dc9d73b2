// One at a time, in all windows of this telephone together.
const queues = new Map();

export function alone(name, work) {
  if (navigator.locks) return navigator.locks.request(`rost-door-${name}`, work);
  const mine = (queues.get(name) ?? Promise.resolve()).then(work);
  queues.set(name, mine.catch(() => {}));
  return mine;
}

// The same, unless another window is at it already.
export const aloneOrNot = (name, work) =>
  navigator.locks
    ? navigator.locks.request(`rost-door-${name}`, { ifAvailable: true }, (lock) => lock && work())
    : work();

const channel = globalThis.BroadcastChannel ? new BroadcastChannel("rost-door") : null;

export const tellWindows = (what) => channel?.postMessage(what);
export const hearWindows = (listen) => {
  if (channel) channel.onmessage = (event) => listen(event.data);
};

// The protocol with the server: JSON, a token, no cookies. Status 0 means that there is no line.
import { addresses, language } from "./texts.js";

const PATIENCE = 20000;

async function ask(address, { token, body, headers = {} } = {}) {
  const options = {
    method: body ? "POST" : "GET",
    credentials: "omit",
    cache: "no-store",
    signal: AbortSignal.timeout?.(PATIENCE),
    headers: { ...headers, "Accept-Language": language },
  };
  if (token) options.headers.Authorization = `Bearer ${token}`;
  if (body) {
    options.headers["Content-Type"] = "application/json";
    options.body = JSON.stringify(body);
  }
  try {
    const response = await fetch(address, options);
    const isJson = (response.headers.get("Content-Type") ?? "").includes("json");
    return {
      status: response.status,
      etag: response.headers.get("ETag") ?? "",
      body: isJson ? await response.json() : {},
    };
  } catch {
    return { status: 0, body: {} };
  }
}

const deviceNow = () => new Date().toISOString();

export const pair = (secret, device) =>
  ask(addresses.devices, { body: { secret, device, device_now: deviceNow() } });

export const list = (token, etag) =>
  ask(addresses.list, { token, headers: etag ? { "If-None-Match": etag } : {} });

// Without marks it only asks for the count.
export const send = (token, marks) =>
  ask(addresses.marks, { token, body: { device_now: deviceNow(), marks } });

// Passkeys (W3C Web Authentication, level 2): the page says what to do in data-passkey,
// the options come from the page or, for signing in, from the address of the form.
"use strict";

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

const withBytes = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

const optionsOnPage = () => JSON.parse(document.getElementById("passkey-options").textContent);

async function optionsFromServer(form) {
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error("no options");
  return (await answer.json()).request_options;
}

async function create(options) {
  const { publicKey } = options;
  publicKey.challenge = bytes(publicKey.challenge);
  publicKey.user.id = bytes(publicKey.user.id);
  publicKey.excludeCredentials = withBytes(publicKey.excludeCredentials);
  publicKey.authenticatorSelection = {
    ...publicKey.authenticatorSelection,
    residentKey: "required",
    requireResidentKey: true,
    userVerification: "required",
  };
  const made = await navigator.credentials.create({ publicKey });
  return {
    id: made.id,
    rawId: text(made.rawId),
    type: made.type,
    response: {
      clientDataJSON: text(made.response.clientDataJSON),
      attestationObject: text(made.response.attestationObject),
    },
    clientExtensionResults: made.getClientExtensionResults(),
  };
}

async function show(options) {
  const { publicKey } = options;
  publicKey.challenge = bytes(publicKey.challenge);
  publicKey.allowCredentials = withBytes(publicKey.allowCredentials);
  const shown = await navigator.credentials.get({ publicKey });
  const { response } = shown;
  return {
    id: shown.id,
    rawId: text(shown.rawId),
    type: shown.type,
    response: {
      clientDataJSON: text(response.clientDataJSON),
      authenticatorData: text(response.authenticatorData),
      signature: text(response.signature),
      userHandle: response.userHandle ? text(response.userHandle) : null,
    },
    clientExtensionResults: shown.getClientExtensionResults(),
  };
}

async function answer(form) {
  const kind = form.dataset.passkey;
  if (kind === "add") return create(optionsOnPage());
  return show(kind === "login" ? await optionsFromServer(form) : optionsOnPage());
}

async function onSubmit(event) {
  event.preventDefault();
  const form = event.target;
  const trouble = form.querySelector("[role=alert]");
  trouble.hidden = true;
  try {
    form.elements.credential.value = JSON.stringify(await answer(form));
    form.submit();
  } catch {
    trouble.hidden = false;
  }
}

const known = Boolean(window.PublicKeyCredential);
for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.hidden = !known;
  form.addEventListener("submit", onSubmit);
}
const sorry = document.getElementById("no-passkey");
if (sorry) sorry.hidden = known;

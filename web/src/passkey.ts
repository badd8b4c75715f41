// Asks the browser for a passkey when the form is sent, puts the answer in it and sends it on. A form without
// script says that it needs it.

type Options = Record<string, unknown>;

const bytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));

const text = (buffer: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const withId = (known: unknown): PublicKeyCredentialDescriptor[] =>
  ((known ?? []) as { id: string }[]).map((one) => ({ ...one, id: bytes(one.id) }) as unknown as PublicKeyCredentialDescriptor);

async function create(asked: Options): Promise<object> {
  const user = asked["user"] as { id: string };
  const publicKey = {
    ...asked,
    challenge: bytes(asked["challenge"] as string),
    user: { ...user, id: bytes(user.id) },
    excludeCredentials: withId(asked["excludeCredentials"]),
  } as unknown as PublicKeyCredentialCreationOptions;
  const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
  const response = made.response as AuthenticatorAttestationResponse;
  return {
    id: made.id,
    rawId: text(made.rawId),
    type: made.type,
    response: { attestationObject: text(response.attestationObject), clientDataJSON: text(response.clientDataJSON) },
    extensions: {},
  };
}

async function show(asked: Options): Promise<object> {
  const publicKey = {
    ...asked,
    challenge: bytes(asked["challenge"] as string),
    allowCredentials: withId(asked["allowCredentials"]),
  } as unknown as PublicKeyCredentialRequestOptions;
  const shown = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
  const response = shown.response as AuthenticatorAssertionResponse;
  return {
    id: shown.id,
    rawId: text(shown.rawId),
    type: shown.type,
    response: {
      authenticatorData: text(response.authenticatorData),
      clientDataJSON: text(response.clientDataJSON),
      signature: text(response.signature),
      userHandle: response.userHandle ? text(response.userHandle) : null,
    },
    extensions: {},
  };
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) {
  const answer = form.querySelector<HTMLInputElement>("input[name=svar]");
  const failed = form.querySelector<HTMLElement>("[data-failed]");
  form.addEventListener("submit", async (event) => {
    if (!answer || answer.value) return;
    event.preventDefault();
    try {
      const { publicKey } = JSON.parse(form.dataset.options ?? "{}") as { publicKey: Options };
      const made = form.dataset.passkey === "create" ? await create(publicKey) : await show(publicKey);
      answer.value = JSON.stringify(made);
      form.submit();
    } catch {
      failed?.removeAttribute("hidden");
    }
  });
}

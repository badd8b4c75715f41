// A provider of OpenID Connect that is not ours (oidc-provider), on loopback: a plain one, and one that demands all
// that a strict one does.
import { generateKeyPairSync, randomBytes, type KeyObject } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Provider, { type ClientMetadata, type Configuration, type JWK } from "oidc-provider";
import { freePort } from "./port";

export interface Vouching {
  issuer: string;
  /** The table of it in our settings. */
  settings: string;
  /** How often somebody was asked who they are. */
  asked(): number;
  /** What the provider itself has refused. */
  refused: string[];
  stop(): Promise<void>;
}

/** Whom it vouches for. */
export const NAME = "Kari Prøve";
export const ADDRESS = "kari@kommune.example.org";

const CLIENT = "padriver";
const SECRET = randomBytes(24).toString("base64");

const pair = () => generateKeyPairSync("ec", { namedCurve: "P-256" });
const jwk = (key: KeyObject, kid: string) => ({ ...key.export({ format: "jwk" }), kid, use: "sig", alg: "ES256" }) as JWK;

function client(publicUrl: string, more: Partial<ClientMetadata>): ClientMetadata {
  return {
    client_id: CLIENT,
    redirect_uris: [`${publicUrl}/innlogging/prove`],
    post_logout_redirect_uris: [`${publicUrl}/nb/`],
    response_types: ["code"],
    grant_types: ["authorization_code"],
    ...more,
  };
}

/** What both have in common: PKCE is demanded, and nobody is asked anything by hand but whether to log out. */
function usual(): Configuration {
  return {
    claims: { openid: ["sub"], profile: ["name"], email: ["email", "email_verified"] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, name: NAME, email: ADDRESS, email_verified: true }),
    }),
    interactions: { url: (_, { uid }) => `/spor/${uid}` },
    cookies: { keys: [randomBytes(24).toString("hex")] },
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = `<!DOCTYPE html><html lang="nb"><title>Logge ut?</title>${form}<button form="op.logoutForm" name="logout" value="yes">Ja, logg meg ut</button></html>`;
        },
      },
    },
  };
}

/** Sends no more by the browser than it must, knows us by a key, and binds tokens to another. */
function strict(publicUrl: string): { configuration: Configuration; settings: string[] } {
  const [own, ours] = [pair(), pair()];
  const file = join(mkdtempSync(join(tmpdir(), "padriver-e2e-key-")), "key.pem");
  writeFileSync(file, ours.privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  const common = usual();
  const configuration: Configuration = {
    ...common,
    jwks: { keys: [jwk(own.privateKey, "deres")] },
    clients: [
      client(publicUrl, {
        token_endpoint_auth_method: "private_key_jwt",
        token_endpoint_auth_signing_alg: "ES256",
        id_token_signed_response_alg: "ES256",
        dpop_bound_access_tokens: true,
        require_pushed_authorization_requests: true,
        jwks: { keys: [jwk(ours.publicKey, "vår")] },
      }),
    ],
    features: {
      ...common.features,
      pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: true },
      dPoP: { enabled: true, nonceSecret: randomBytes(32), requireNonce: () => true },
    },
  };
  const settings = [
    'profile = "helseid"',
    `private-key-file = ${JSON.stringify(file)}`,
    'key-id = "vår"',
    "dpop = true",
    'scopes = ["openid", "profile"]',
  ];
  return { configuration, settings };
}

function plain(publicUrl: string): { configuration: Configuration; settings: string[] } {
  const common = usual();
  const configuration: Configuration = {
    ...common,
    clients: [client(publicUrl, { client_secret: SECRET, token_endpoint_auth_method: "client_secret_basic" })],
    features: { ...common.features, pushedAuthorizationRequests: { enabled: false } },
  };
  return { configuration, settings: [`client-secret = ${JSON.stringify(SECRET)}`] };
}

export async function startProvider(kind: "plain" | "strict", publicUrl: string): Promise<Vouching> {
  const { configuration, settings } = kind === "plain" ? plain(publicUrl) : strict(publicUrl);
  // By name, so that to a browser it is another site than ours.
  const issuer = `http://localhost:${await freePort()}`;
  const provider = new Provider(issuer, configuration);
  const refused: string[] = [];
  const events = ["authorization.error", "grant.error", "userinfo.error", "pushed_authorization_request.error", "server_error"] as const;
  for (const event of events) {
    // The types know each event by itself alone; all of these tell of a fault.
    provider.on(event as "server_error", (_, error) => void refused.push(`${event}: ${error.message}`));
  }
  let asked = 0;

  /** What a person would answer: it is I, and yes, they may know it. */
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { prompt, params, session } = await provider.interactionDetails(request, response);
    if (prompt.name === "login") {
      asked += 1;
      return provider.interactionFinished(request, response, { login: { accountId: "kari" } }, { mergeWithLastSubmission: false });
    }
    const grant = new provider.Grant({ accountId: session?.accountId, clientId: String(params["client_id"]) });
    grant.addOIDCScope(String(params["scope"]));
    const consent = { grantId: await grant.save() };
    return provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true });
  }

  const others = provider.callback();
  const server = createServer((request, response) => {
    if (!request.url?.startsWith("/spor/")) return void others(request, response);
    answer(request, response).catch((why: unknown) => {
      refused.push(`interaction: ${String(why)}`);
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((ready) => server.listen(Number(new URL(issuer).port), "127.0.0.1", ready));
  const table = ["[[provider]]", 'name = "prove"', 'label = "Prøveporten"', `issuer = "${issuer}"`, `client-id = "${CLIENT}"`];
  return {
    issuer,
    settings: [...table, ...settings, ""].join("\n"),
    asked: () => asked,
    refused,
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}

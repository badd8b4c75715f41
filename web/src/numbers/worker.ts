// Opens the page of numbers where there is no net. It is registered for one such page, serves that page and the
// site's own files to it, and nothing else. It keeps nothing itself: `device.ts` does, when the page is there.
interface Asked extends Event {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Begun extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface Scope {
  registration: { scope: string };
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(name: "fetch", hear: (event: Asked) => void): void;
  addEventListener(name: "install" | "activate", hear: (event: Begun) => void): void;
}

const scope = self as unknown as Scope;
const page = new URL(scope.registration.scope).pathname;
/** A net that is slower than this is none. */
const LONGEST = 6_000;

scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (origin !== location.origin || event.request.method !== "GET") return;
  if (event.request.mode === "navigate" && pathname === page) event.respondWith(fresh(event.request));
  else if (pathname.startsWith("/static/")) event.respondWith(file(event.request));
});

const kept = (path: string) => caches.match(path, { ignoreVary: true });

/** From the server if it answers, also that nobody is logged in; else as it was kept. */
async function fresh(request: Request): Promise<Response> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), LONGEST);
  try {
    const answer = await fetch(request, { signal: giveUp.signal });
    return answer.status < 500 ? answer : ((await kept(page)) ?? answer);
  } catch (error) {
    const found = await kept(page);
    if (found) return found;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

const file = async (request: Request) => (await kept(new URL(request.url).pathname)) ?? fetch(request);

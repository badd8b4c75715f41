// What came over the wire, byte by byte, as the browser itself counts it.
import type { Page } from "@playwright/test";

export interface Transfer {
  path: string;
  type: string;
  /** 0 when it came from the browser's own store. */
  bytes: number;
}

export interface Transfers {
  /** What has come so far. */
  done: Transfer[];
  /** How many are on their way. */
  underWay(): number;
}

/** A list that grows with each thing the page loads from now on. */
export async function recordTransfers(page: Page): Promise<Transfers> {
  const devtools = await page.context().newCDPSession(page);
  const asked = new Set<string>();
  const begun = new Map<string, Transfer>();
  const done: Transfer[] = [];
  await devtools.send("Network.enable");
  devtools.on("Network.requestWillBeSent", ({ requestId, request }) => {
    if (!request.url.startsWith("data:")) asked.add(requestId);
  });
  devtools.on("Network.responseReceived", ({ requestId, response, type }) => {
    const { protocol, pathname } = new URL(response.url);
    if (protocol === "data:") return;
    begun.set(requestId, { path: pathname, type, bytes: 0 });
  });
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    asked.delete(requestId);
    const transfer = begun.get(requestId);
    if (transfer) done.push({ ...transfer, bytes: encodedDataLength });
  });
  devtools.on("Network.loadingFailed", ({ requestId }) => void asked.delete(requestId));
  return { done, underWay: () => asked.size };
}

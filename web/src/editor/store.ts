/** Texts that are not safe on the server yet, in the browser's own store: one for each person and text. */
export interface Kept {
  /** The person and the address: nobody finds another's. */
  key: string;
  /** The inputs, as a form sends them, but for what proves who sends. */
  body: string;
  /** The revision that it was written on. */
  base: number;
  /** It was sent by a button, and the answer was another page. */
  sent: boolean;
  at: number;
}

const NAME = "kept";
/** What nobody came back for goes after so many days. */
const DAYS = 30;

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open("padriver", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(NAME, { keyPath: "key" });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

/** A browser that keeps nothing, as in a private window, is no fault: then only the server keeps. */
async function within<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  try {
    const db = await open();
    return await new Promise<T>((resolve, reject) => {
      const transaction = db.transaction(NAME, mode);
      const asked = ask(transaction.objectStore(NAME));
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = () => reject(transaction.error);
    }).finally(() => db.close());
  } catch {
    return undefined;
  }
}

export const find = (key: string) => within<Kept | undefined>("readonly", (store) => store.get(key) as IDBRequest<Kept | undefined>);
export const put = (kept: Kept) => within("readwrite", (store) => store.put(kept));
export const forget = (key: string) => within("readwrite", (store) => store.delete(key));

export const all = async () => (await within<Kept[]>("readonly", (store) => store.getAll() as IDBRequest<Kept[]>)) ?? [];

export async function sweep(): Promise<void> {
  const oldest = Date.now() - DAYS * 86_400_000;
  for (const { key, at } of await all()) if (at < oldest) await forget(key);
}

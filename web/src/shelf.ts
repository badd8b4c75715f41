/** A store of the browser's own, with one thing for each key. */
export interface Shelf<T> {
  find(key: string): Promise<T | undefined>;
  /** Is it kept? A browser that keeps nothing, as in a private window, is no fault: then only the server keeps. */
  put(one: T): Promise<boolean>;
  forget(key: string): Promise<unknown>;
  all(): Promise<T[]>;
  /** Forgets what nobody came back for. */
  sweep(): Promise<void>;
}

const NAME = "kept";
/** What nobody came back for goes after so many days. */
const DAYS = 30;

export function shelf<T extends { key: string; at: number }>(name: string): Shelf<T> {
  function open(): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
      const asked = indexedDB.open(name, 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore(NAME, { keyPath: "key" });
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
  }

  async function within<R>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<R>): Promise<R | undefined> {
    try {
      const db = await open();
      return await new Promise<R>((resolve, reject) => {
        const transaction = db.transaction(NAME, mode);
        const asked = ask(transaction.objectStore(NAME));
        transaction.oncomplete = () => resolve(asked.result);
        transaction.onabort = () => reject(transaction.error);
      }).finally(() => db.close());
    } catch {
      return undefined;
    }
  }

  const all = async () => (await within<T[]>("readonly", (store) => store.getAll() as IDBRequest<T[]>)) ?? [];
  const forget = (key: string) => within("readwrite", (store) => store.delete(key));
  return {
    find: (key) => within<T | undefined>("readonly", (store) => store.get(key) as IDBRequest<T | undefined>),
    put: async (one) => (await within("readwrite", (store) => store.put(one))) !== undefined,
    forget,
    all,
    sweep: async () => {
      const oldest = Date.now() - DAYS * 86_400_000;
      for (const { key, at } of await all()) if (at < oldest) await forget(key);
    },
  };
}

/** What this device keeps, in IndexedDB: drafts with photographs are too large for anything else. */
const NAME = 'whistle';
const STORE = 'kept';

/** Where IndexedDB is not to be had (private windows, some web views), it is kept until the page is left. */
const memory = new Map<string, unknown>();
let opened: Promise<IDBDatabase | undefined> | undefined;

function open(): Promise<IDBDatabase | undefined> {
  opened ??= new Promise((found) => {
    try {
      const request = indexedDB.open(NAME, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE);
      request.onsuccess = () => found(request.result);
      request.onerror = () => found(undefined);
      request.onblocked = () => found(undefined);
    } catch {
      found(undefined);
    }
  });
  return opened;
}

async function within<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  const database = await open();
  if (!database) return undefined;
  return new Promise((done, fail) => {
    const transaction = database.transaction(STORE, mode);
    const request = act(transaction.objectStore(STORE));
    // A write is done when the transaction is, not when the request is.
    transaction.oncomplete = () => done(request.result);
    transaction.onerror = () => fail(transaction.error);
    transaction.onabort = () => fail(transaction.error);
  });
}

/** Reads what was kept under a key. */
export async function recall<T>(key: string): Promise<T | undefined> {
  if (memory.has(key)) return memory.get(key) as T;
  return within('readonly', (store) => store.get(key) as IDBRequest<T | undefined>).catch(() => undefined);
}

/** Keeps something. What the device refuses (no room left) is kept until the page is left. */
export async function remember(key: string, value: unknown): Promise<void> {
  const written = (await open()) !== undefined;
  try {
    await within('readwrite', (store) => store.put(value, key));
    memory.delete(key);
    if (!written) memory.set(key, value);
  } catch {
    memory.set(key, value);
  }
}

export async function forget(key: string): Promise<void> {
  memory.delete(key);
  await within('readwrite', (store) => store.delete(key)).catch(() => undefined);
}

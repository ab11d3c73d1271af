import { recall, remember } from './database';

/** Something that changes rarely and is needed without a line: asked for, kept, and taken from here when asking fails. */
export interface Kept<T> {
  get(): Promise<T>;
}

export function keptOrAsked<T>(key: string, ask: () => Promise<T>): Kept<T> {
  let present: Promise<T> | undefined;

  async function fresh(): Promise<T> {
    try {
      const value = await ask();
      void remember(key, value);
      return value;
    } catch (thrown) {
      // The next page asks again.
      present = undefined;
      const old = await recall<T>(key);
      if (old === undefined) throw thrown;
      return old;
    }
  }

  return { get: () => (present ??= fresh()) };
}

import { computed, ref, shallowRef, type Ref } from 'vue';
import { newIdempotencyKey } from '@/shared/api/client';
import { asFailure, type Failure } from '@/shared/api/failure';

export interface Refused<T> {
  readonly row: T;
  readonly failure: Failure;
}

export interface Bulk<T> {
  readonly pending: Readonly<Ref<boolean>>;
  readonly total: Readonly<Ref<number>>;
  readonly done: Readonly<Ref<readonly T[]>>;
  readonly refused: Readonly<Ref<readonly Refused<T>[]>>;
  /** Tries all of them, one after the other; what is refused does not keep the rest from being done. */
  run(rows: readonly T[]): Promise<void>;
  forget(): void;
}

/** The same thing done to many rows. A row that is tried again after an outage keeps its key, and is not done twice. */
export function useBulk<T>(keyOf: (row: T) => string, act: (row: T, key: string) => Promise<unknown>): Bulk<T> {
  const pending = ref(false);
  const total = ref(0);
  const done = shallowRef<readonly T[]>([]);
  const refused = shallowRef<readonly Refused<T>[]>([]);
  const unsettled = new Map<string, string>();

  async function attempt(row: T): Promise<boolean> {
    const key = unsettled.get(keyOf(row)) ?? newIdempotencyKey();
    unsettled.set(keyOf(row), key);
    try {
      await act(row, key);
      unsettled.delete(keyOf(row));
      done.value = [...done.value, row];
      return true;
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (!failure.worthRepeating) unsettled.delete(keyOf(row));
      refused.value = [...refused.value, { row, failure }];
      // Without a line the others fail alike: nobody waits for a hundred timeouts.
      return failure.kind !== 'offline' && failure.kind !== 'signed_out';
    }
  }

  async function run(rows: readonly T[]): Promise<void> {
    if (pending.value) return;
    pending.value = true;
    total.value = rows.length;
    done.value = [];
    refused.value = [];
    for (const row of rows) if (!(await attempt(row))) break;
    pending.value = false;
  }

  const forget = () => {
    refused.value = [];
    done.value = [];
    total.value = 0;
  };
  return { pending, total: computed(() => total.value), done, refused, run, forget };
}

import { ref, shallowRef, type Ref } from 'vue';
import { newIdempotencyKey } from '../api/client';
import { asFailure, type Failure } from '../api/failure';

export interface Act<A extends unknown[]> {
  readonly pending: Readonly<Ref<boolean>>;
  readonly failure: Readonly<Ref<Failure | undefined>>;
  /** Whether it was done. */
  run(...given: A): Promise<boolean>;
  forget(): void;
}

/**
 * Something that is done on a click. It gets a key that stays the same until it is known what became of it: a click
 * after an outage repeats the command and does not do it twice. A second click while it runs does nothing.
 */
export function useAct<A extends unknown[]>(act: (key: string, ...given: A) => Promise<unknown>): Act<A> {
  const pending = ref(false);
  const failure = shallowRef<Failure>();
  let unsettled: { key: string; given: string } | undefined;

  /** The key of the attempt whose fate is not known, as long as the same is asked for. */
  function keyFor(given: A): string {
    const asked = JSON.stringify(given);
    if (unsettled?.given !== asked) unsettled = { key: newIdempotencyKey(), given: asked };
    return unsettled.key;
  }

  async function run(...given: A): Promise<boolean> {
    if (pending.value) return false;
    pending.value = true;
    failure.value = undefined;
    try {
      await act(keyFor(given), ...given);
      unsettled = undefined;
      return true;
    } catch (thrown) {
      failure.value = asFailure(thrown);
      if (!failure.value.worthRepeating) unsettled = undefined;
      return false;
    } finally {
      pending.value = false;
    }
  }
  return { pending, failure, run, forget: () => (failure.value = undefined) };
}

import { ElMessage } from 'element-plus';
import { ref, shallowRef, type Ref } from 'vue';
import { newIdempotencyKey } from '@/shared/api/client';
import { asFailure, type Failure } from '@/shared/api/failure';

export interface Command<A extends unknown[]> {
  readonly pending: Readonly<Ref<boolean>>;
  /** Why it did not happen; shown by `FailureNote`. */
  readonly failure: Readonly<Ref<Failure | undefined>>;
  /** Whether it was done. */
  run(...given: A): Promise<boolean>;
  forget(): void;
}

export interface CommandSettings {
  /** Said once it is done. */
  readonly done?: () => string;
  /** What follows, such as loading the case again. */
  readonly then?: () => unknown;
}

/**
 * Something that is done on a click. It gets a key that stays the same until it is known what became of it: a click
 * after an outage repeats the command and does not do it twice. A second click while it runs does nothing.
 */
export function useCommand<A extends unknown[]>(
  act: (key: string, ...given: A) => Promise<unknown>,
  settings: CommandSettings = {},
): Command<A> {
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
    } catch (thrown) {
      failure.value = asFailure(thrown);
      if (!failure.value.worthRepeating) unsettled = undefined;
      return false;
    } finally {
      pending.value = false;
    }
    if (settings.done) ElMessage.success(settings.done());
    await settings.then?.();
    return true;
  }

  return { pending, failure, run, forget: () => (failure.value = undefined) };
}

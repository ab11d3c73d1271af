import { onScopeDispose, ref, shallowRef, watch, type Ref, type WatchSource } from 'vue';
import { asFailure, type Failure } from '../api/failure';

/** Where something that is asked for stands. A page draws each of the four; there is no fifth. */
export type Loaded<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'there'; readonly value: T };

export interface LoadSettings<T> {
  /** What counts as nothing; an empty list does by itself. */
  readonly empty?: (value: T) => boolean;
  /** Asked again, from the beginning, when this changes. */
  readonly when?: WatchSource | WatchSource[];
  /** `false`: nothing is asked before `reload`. */
  readonly immediate?: boolean;
  /** `false`: what failed is asked again by the reader alone. For questions that are work, such as a what-if. */
  readonly again?: boolean;
}

export interface Load<T> {
  readonly state: Readonly<Ref<Loaded<T>>>;
  /** Something is on its way, also while the old value stands. */
  readonly pending: Readonly<Ref<boolean>>;
  /** Why the value that stands could not be renewed. */
  readonly stale: Readonly<Ref<Failure | undefined>>;
  /** From the beginning: the reader sees that it is loading. */
  reload(): Promise<void>;
  /** Quietly: what is there stays until there is something newer. */
  refresh(): Promise<void>;
  /** Puts a newer value in place, without asking. */
  put(value: T): void;
}

/** What failed for want of a line, or of a free hand, is asked again by itself: soon at first, then more rarely. */
const AGAIN_MILLISECONDS_MIN = 4_000;
const AGAIN_MILLISECONDS_MAX = 60_000;

function isEmptyList(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value !== 'object' || value === null || !('items' in value)) return false;
  return Array.isArray(value.items) && value.items.length === 0;
}

/** Asks for something. An answer that was overtaken by a later question is dropped. */
export function useLoad<T>(ask: (signal: AbortSignal) => Promise<T>, settings: LoadSettings<T> = {}): Load<T> {
  const state = shallowRef<Loaded<T>>({ kind: 'loading' });
  const pending = ref(false);
  const stale = shallowRef<Failure>();
  const nothing = settings.empty ?? isEmptyList;
  let question: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = AGAIN_MILLISECONDS_MIN;

  function put(value: T): void {
    stale.value = undefined;
    pause = AGAIN_MILLISECONDS_MIN;
    state.value = nothing(value) ? { kind: 'empty' } : { kind: 'there', value };
  }

  /** Whoever waits sees what failed until there is something better. */
  function askLater({ worthRepeating, retryAfterSeconds = 0 }: Failure): void {
    if (!worthRepeating || settings.again === false) return;
    timer = setTimeout(() => void run(), Math.max(pause, retryAfterSeconds * 1000));
    pause = Math.min(2 * pause, AGAIN_MILLISECONDS_MAX);
  }
  /** The line is back: nobody waits for the timer. */
  function askNow(): void {
    if (timer !== undefined) void run();
  }

  async function run(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    question?.abort();
    const mine = new AbortController();
    question = mine;
    pending.value = true;
    try {
      const value = await ask(mine.signal);
      if (question === mine) put(value);
    } catch (thrown) {
      if (question !== mine) return;
      const failure = asFailure(thrown);
      if (state.value.kind === 'there') stale.value = failure;
      else state.value = { kind: 'failed', failure };
      askLater(failure);
    } finally {
      if (question === mine) pending.value = false;
    }
  }

  async function reload(): Promise<void> {
    state.value = { kind: 'loading' };
    await run();
  }

  if (settings.when) watch(settings.when, () => void reload());
  window.addEventListener('online', askNow);
  onScopeDispose(() => {
    window.removeEventListener('online', askNow);
    clearTimeout(timer);
    question?.abort();
    question = undefined;
  });
  if (settings.immediate !== false) void reload();
  return { state, pending, stale, reload, refresh: run, put };
}

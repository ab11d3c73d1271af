import { computed, ref, shallowRef, watch, type Ref, type WatchSource } from 'vue';
import { useLoad, type Load } from '@/shared/loading/useLoad';

/** A page of a list, as the service gives it. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next_cursor?: string | null | undefined;
}

export interface PageQuestion {
  readonly cursor?: string;
  readonly limit: number;
}

export interface Rows<T> {
  readonly load: Load<Page<T>>;
  readonly items: Readonly<Ref<readonly T[]>>;
  readonly keyOf: (row: T) => string;
  /** Counted from one. */
  readonly page: Readonly<Ref<number>>;
  readonly more: Readonly<Ref<boolean>>;
  readonly size: Ref<number>;
  readonly selected: Ref<ReadonlySet<string>>;
  next(): void;
  previous(): void;
  /** From the first page: the conditions are others. */
  begin(): void;
  /** Puts a newer row in the place of an old one. */
  replace(row: T): void;
  remove(key: string): void;
}

export interface RowsSettings<T> {
  readonly ask: (page: PageQuestion, signal: AbortSignal) => Promise<Page<T>>;
  readonly keyOf: (row: T) => string;
  /** The conditions: the list begins anew when they change. */
  readonly when?: WatchSource | WatchSource[];
  readonly size?: number;
}

/** A list that is read page by page. The service only knows the way forward, so the way back is kept here. */
export function useRows<T>(settings: RowsSettings<T>): Rows<T> {
  const { keyOf } = settings;
  const trail = ref<(string | undefined)[]>([undefined]);
  const size = ref(settings.size ?? 50);
  const selected = shallowRef<ReadonlySet<string>>(new Set());

  const load = useLoad((signal) => {
    const cursor = trail.value[trail.value.length - 1];
    const question = cursor === undefined ? { limit: size.value } : { limit: size.value, cursor };
    return settings.ask(question, signal);
  });
  const present = computed(() => (load.state.value.kind === 'there' ? load.state.value.value : undefined));
  const items = computed(() => present.value?.items ?? []);

  function goTo(to: (string | undefined)[]): void {
    trail.value = to;
    selected.value = new Set();
    void load.reload();
  }

  function change(rows: readonly T[]): void {
    if (present.value) load.put({ ...present.value, items: rows });
  }

  const begin = () => goTo([undefined]);
  watch(size, begin);
  if (settings.when) watch(settings.when, begin);
  return {
    load,
    items,
    keyOf,
    size,
    selected,
    page: computed(() => trail.value.length),
    more: computed(() => Boolean(present.value?.next_cursor)),
    next: () => present.value?.next_cursor && goTo([...trail.value, present.value.next_cursor]),
    previous: () => trail.value.length > 1 && goTo(trail.value.slice(0, -1)),
    begin,
    replace: (row) => change(items.value.map((old) => (keyOf(old) === keyOf(row) ? row : old))),
    remove: (key) => change(items.value.filter((row) => keyOf(row) !== key)),
  };
}

import { computed, onScopeDispose, reactive, ref, watch, type ComputedRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';

/** Typing is over when nothing was typed for as long as this. */
const TYPING_MILLISECONDS = 350;

export interface Conditions<K extends string> {
  /** For the fields. */
  readonly conditions: Record<K, string | undefined>;
  /** What the list is asked with. */
  readonly settled: ComputedRef<Partial<Record<K, string>>>;
  reset(): void;
}

/** The conditions of a list. They stand in the address, so that a list can be kept, sent and gone back to. */
export function useConditions<const K extends string>(keys: readonly K[]): Conditions<K> {
  const route = useRoute();
  const router = useRouter();
  const path = route.path;
  const given = (key: K) => {
    const value = route.query[key];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const read = () => Object.fromEntries(keys.map((key) => [key, given(key)])) as Record<K, string | undefined>;
  const conditions = reactive(read()) as Record<K, string | undefined>;
  const said = ref<Partial<Record<K, string>>>({});
  let timer: ReturnType<typeof setTimeout> | undefined;

  function settle(): void {
    const filled = keys.flatMap((key) => (conditions[key]?.trim() ? [[key, conditions[key].trim()]] : []));
    said.value = Object.fromEntries(filled) as Partial<Record<K, string>>;
    const others = Object.entries(route.query).filter(([key]) => !(keys as readonly string[]).includes(key));
    // The answer may come after the reader has gone on.
    if (route.path === path) void router.replace({ query: { ...Object.fromEntries(others), ...said.value } });
  }
  said.value = Object.fromEntries(Object.entries(read()).filter(([, value]) => value)) as Partial<Record<K, string>>;
  watch(conditions, () => {
    clearTimeout(timer);
    timer = setTimeout(settle, TYPING_MILLISECONDS);
  });
  onScopeDispose(() => clearTimeout(timer));
  return {
    conditions,
    settled: computed(() => said.value as Partial<Record<K, string>>),
    reset: () => keys.forEach((key) => (conditions[key] = undefined)),
  };
}

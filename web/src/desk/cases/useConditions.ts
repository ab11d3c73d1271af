import { computed, reactive, ref, type ComputedRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { whenSettled } from '../parts/whenSettled';

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

  function settle(): void {
    const filled = keys.flatMap((key) => (conditions[key]?.trim() ? [[key, conditions[key].trim()]] : []));
    said.value = Object.fromEntries(filled) as Partial<Record<K, string>>;
    const others = Object.entries(route.query).filter(([key]) => !(keys as readonly string[]).includes(key));
    // The answer may come after the reader has gone on.
    if (route.path === path) void router.replace({ query: { ...Object.fromEntries(others), ...said.value } });
  }
  said.value = Object.fromEntries(Object.entries(read()).filter(([, value]) => value)) as Partial<Record<K, string>>;
  whenSettled(conditions, settle);
  return {
    conditions,
    settled: computed(() => said.value as Partial<Record<K, string>>),
    reset: () => keys.forEach((key) => (conditions[key] = undefined)),
  };
}

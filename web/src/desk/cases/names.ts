import { computed, shallowRef, type ComputedRef } from 'vue';
import { answerOf, api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { spoken } from '@/shared/wording/speech';

export type Unit = components['schemas']['UnitItem'];
export type Grid = components['schemas']['GridItem'];
export type Category = components['schemas']['CategoryItem'];

/** Says what a code stands for. A code itself is never shown. */
export interface NameOf {
  unit(code: string | null | undefined): string;
  grid(code: string | null | undefined): string;
  category(code: string | null | undefined): string;
}

export interface Names extends NameOf {
  readonly units: ComputedRef<readonly Unit[]>;
  readonly grids: ComputedRef<readonly Grid[]>;
  readonly categories: ComputedRef<readonly Category[]>;
}

/** A list that hardly ever changes: read once for the tab, and again where that failed. */
function lasting<T>(ask: () => Promise<readonly T[]>) {
  const items = shallowRef<readonly T[]>();
  let asking: Promise<void> | undefined;
  function need(): void {
    if (items.value || asking) return;
    asking = ask()
      .then((found) => void (items.value = found))
      .catch(() => undefined)
      .finally(() => (asking = undefined));
  }
  return { items, need };
}

const units = lasting<Unit>(async () => (await answerOf(api.GET('/api/v1/units'))).items);
const grids = lasting<Grid>(async () => (await answerOf(api.GET('/api/v1/grids'))).items);
const categories = lasting<Category>(async () => (await answerOf(api.GET('/api/v1/categories'))).items);

const unitNames = computed(() => new Map(units.items.value?.map(({ code, name }) => [code, name])));
const gridNames = computed(() => new Map(grids.items.value?.map(({ code, name }) => [code, name])));
const categoryNames = computed(() => new Map(categories.items.value?.map(({ code, minor }) => [code, minor])));

function nameIn(names: ReadonlyMap<string, string>, code: string | null | undefined, unknown: readonly [string, string]): string {
  if (!code) return '';
  if (names.size === 0) return '…';
  return names.get(code) ?? spoken(unknown);
}

/** The names of units, grids and categories. */
export function useNames(): Names {
  units.need();
  grids.need();
  categories.need();
  return {
    units: computed(() => units.items.value ?? []),
    grids: computed(() => grids.items.value ?? []),
    categories: computed(() => categories.items.value ?? []),
    unit: (code) => nameIn(unitNames.value, code, ['已撤销的单位', 'A former unit']),
    grid: (code) => nameIn(gridNames.value, code, ['已撤销的网格', 'A former grid']),
    category: (code) => nameIn(categoryNames.value, code, ['其他事项', 'Another category']),
  };
}

import { computed, shallowRef, type ComputedRef } from 'vue';
import { answerOf, api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { spoken, type Language } from '@/shared/wording/speech';

export type Unit = components['schemas']['UnitItem'];
export type Grid = components['schemas']['GridItem'];
export type Category = components['schemas']['CategoryItem'];

const units = shallowRef<readonly Unit[]>([]);
const grids = shallowRef<readonly Grid[]>([]);
const categories = shallowRef<readonly Category[]>([]);
let asked: Promise<unknown> | undefined;

async function read(): Promise<void> {
  const [unitList, gridList, categoryList] = await Promise.all([
    answerOf(api.GET('/api/v1/units')),
    answerOf(api.GET('/api/v1/grids')),
    answerOf(api.GET('/api/v1/categories')),
  ]);
  units.value = unitList.items;
  grids.value = gridList.items;
  categories.value = categoryList.items;
}

/** Reads the names anew: something of the organisation has changed. */
export async function renewNames(): Promise<void> {
  asked = read().catch(() => {
    // Without names the page still works; the next one that needs them asks again.
    asked = undefined;
  });
  await asked;
}

export interface Names {
  readonly units: ComputedRef<readonly Unit[]>;
  readonly grids: ComputedRef<readonly Grid[]>;
  readonly categories: ComputedRef<readonly Category[]>;
  unit(code: string | null | undefined): string;
  grid(code: string | null | undefined): string;
  category(code: string | null | undefined): string;
  /** The unit that a grid belongs to. */
  unitOfGrid(code: string): string | undefined;
}

/** What units, grids and categories are called. Asked once for the whole desk. */
export function useNames(language?: Language): Names {
  if (!asked) void renewNames();
  const unitNames = computed(() => new Map(units.value.map(({ code, name }) => [code, name])));
  const gridNames = computed(() => new Map(grids.value.map(({ code, name }) => [code, name])));
  const categoryNames = computed(() => new Map(categories.value.map(({ code, major, minor }) => [code, `${major} / ${minor}`])));
  /** Codes of units are words of the administrators, and the only name that a unit without one has. */
  const nameIn = (names: ReadonlyMap<string, string>, code: string | null | undefined) =>
    code ? (names.get(code) ?? code) : spoken(['未指明', 'Not named'], language);
  return {
    units: computed(() => units.value),
    grids: computed(() => grids.value),
    categories: computed(() => categories.value),
    unit: (code) => nameIn(unitNames.value, code),
    grid: (code) => nameIn(gridNames.value, code),
    category: (code) => nameIn(categoryNames.value, code),
    unitOfGrid: (code) => grids.value.find((grid) => grid.code === code)?.unit,
  };
}

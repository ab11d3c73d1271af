import { computed, type ComputedRef } from 'vue';
import { answerOf, publicApi } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { currentLanguage, type Pair } from '@/shared/wording/speech';
import { keptOrAsked } from '../kept/keptOrAsked';
import { ELSEWHERE, GROUPS, OFTEN, type Group } from './groups';
import { findable, found, type Findable } from './search';
import { categoryName, SYNONYMS } from './words';

export type Category = components['schemas']['CategoryItem'];

/** The catalogue, from this device while the line is down. */
export const catalogue = keptOrAsked('categories', async () => {
  const { items } = await answerOf(publicApi.GET('/api/v1/categories'));
  return items;
});

export function nameOf(category: Category): string {
  return categoryName(category.code, category.minor);
}

/** The categories of a group, in its order; what no group names comes at the end of one. */
export function membersOf(group: Group, categories: readonly Category[]): Category[] {
  const named = group.codes.flatMap((code) => categories.find((category) => category.code === code) ?? []);
  if (group.key !== ELSEWHERE) return named;
  const grouped = new Set(GROUPS.flatMap(({ codes }) => codes));
  return [...named, ...categories.filter(({ code }) => !grouped.has(code))];
}

/** Groups that have anything in them under the policy in force. */
export function groupsOf(categories: readonly Category[]): Group[] {
  return GROUPS.filter((group) => membersOf(group, categories).length > 0);
}

export function groupOf(code: string): string {
  return GROUPS.find(({ codes }) => codes.includes(code))?.key ?? ELSEWHERE;
}

/** The frequent matters that the policy in force has. */
export function oftenOf(categories: readonly Category[]): { category: Category; title: Pair }[] {
  return OFTEN.flatMap(({ code, title }) => {
    const category = categories.find((each) => each.code === code);
    return category ? [{ category, title }] : [];
  });
}

/** What fits what somebody says or types, the best first. */
export function useFound(categories: () => readonly Category[], typed: () => string): ComputedRef<Category[]> {
  const index = computed(() => {
    const english = currentLanguage() === 'en';
    const of = (category: Category): Findable =>
      findable(`${english ? nameOf(category) : ''} ${category.minor}`.trim(), SYNONYMS[category.code]);
    return new Map(categories().map((category) => [category.code, of(category)]));
  });
  const nothing = findable('');
  return computed(() => found(typed(), categories(), ({ code }) => index.value.get(code) ?? nothing));
}

import type { Ref } from 'vue';
import { answerOf, api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { useLoad, type Load } from '@/shared/loading/useLoad';

export type Person = components['schemas']['PersonItem'];

/** Parts of the list that are read at most: two hundred people in each. */
const PARTS_MAX = 25;

/** Everybody of a unit, or of all of them, by their codes. */
export async function everybody(unit: string | undefined, signal: AbortSignal): Promise<readonly Person[]> {
  const people: Person[] = [];
  let cursor: string | null | undefined;
  for (let part = 0; part < PARTS_MAX; part += 1) {
    const query = { limit: 200, ...(unit ? { unit } : {}), ...(cursor ? { cursor } : {}) };
    const answer = await answerOf(api.GET('/api/v1/people', { params: { query }, signal }));
    people.push(...answer.items);
    cursor = answer.next_cursor;
    if (!cursor) break;
  }
  return people;
}

/** Who can be put on duty, and who can be in charge: leaders come from above the unit, so anybody can. */
export interface ShiftPeople {
  readonly people: readonly Person[];
  readonly leaders: readonly Person[];
}

/** Those of the unit that is looked at; of all of them while it is none. */
export function useShiftPeople(unit: Readonly<Ref<string | undefined>>): Load<ShiftPeople> {
  let leaders: readonly Person[] | undefined;
  return useLoad(
    async (signal) => {
      leaders ??= await everybody(undefined, signal);
      return { leaders, people: unit.value ? await everybody(unit.value, signal) : leaders };
    },
    { when: unit, empty: () => false },
  );
}

interface Called {
  readonly code: string;
  readonly name?: string | null | undefined;
}

/** Somebody as a list names them; whoever was erased has a code and no name. */
export const calledWord = ({ code, name }: Called): string => (name ? `${name}（${code}）` : code);

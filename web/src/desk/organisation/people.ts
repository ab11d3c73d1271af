import { answerOf, api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

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

interface Called {
  readonly code: string;
  readonly name?: string | null | undefined;
}

/** Somebody as a list names them; whoever was erased has a code and no name. */
export const calledWord = ({ code, name }: Called): string => (name ? `${name}（${code}）` : code);

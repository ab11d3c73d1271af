import { answerOf, api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

export type Person = components['schemas']['PersonItem'];

const PART_SIZE = 200;
/** Parts of the list that are read at most. */
const PARTS_MAX = 25;

function partOf(query: { unit?: string; cursor?: string }, signal: AbortSignal) {
  return answerOf(api.GET('/api/v1/people', { params: { query: { limit: PART_SIZE, ...query } }, signal }));
}

/** Everybody of a unit, or of all of them, by their codes. */
export async function everybody(unit: string | undefined, signal: AbortSignal): Promise<readonly Person[]> {
  const people: Person[] = [];
  let cursor: string | null | undefined;
  for (let part = 0; part < PARTS_MAX; part += 1) {
    const answer = await partOf({ ...(unit ? { unit } : {}), ...(cursor ? { cursor } : {}) }, signal);
    people.push(...answer.items);
    cursor = answer.next_cursor;
    if (!cursor) break;
  }
  return people;
}

interface Placed {
  readonly code: string;
  readonly parent?: string | null | undefined;
}

/** A unit and those above it, the nearest first. */
export function unitAndAbove(unit: string | undefined, units: readonly Placed[]): readonly string[] {
  const chain: string[] = [];
  for (let code = unit; code && !chain.includes(code); code = units.find((each) => each.code === code)?.parent ?? undefined) chain.push(code);
  return chain;
}

/** How many are offered at a time; the others are found by a word. */
export const OFFERED_MAX = 50;

export interface Offered {
  readonly people: readonly Person[];
  /** Whether there are more of whom the same can be said. */
  readonly more: boolean;
}

/**
 * Offers people of whom a word can be said. First come those of the units that are near, in their order. Everybody else is
 * only read when a word is looked for that is said of too few, part by part, each part once.
 */
export function offering(near: readonly string[], saying: (person: Person) => string) {
  const known = new Map<string, Person>();
  let nearKnown = false;
  let next: { cursor?: string } | undefined = {};
  let parts = 0;
  const know = (people: readonly Person[]) => people.forEach((person) => known.has(person.code) || known.set(person.code, person));

  async function readNear(signal: AbortSignal): Promise<void> {
    const answers = await Promise.all(near.map((unit) => partOf({ unit }, signal)));
    answers.forEach(({ items }) => know(items));
    nearKnown = true;
  }
  async function readOn(from: { cursor?: string }, signal: AbortSignal): Promise<void> {
    const { items, next_cursor: cursor } = await partOf(from, signal);
    // Somebody typed on: the question that took this one's place reads the part itself.
    if (signal.aborted) return;
    know(items);
    parts += 1;
    next = cursor && parts < PARTS_MAX ? { cursor } : undefined;
  }

  return async (word: string, signal: AbortSignal): Promise<Offered> => {
    if (!nearKnown) await readNear(signal);
    const found = () => [...known.values()].filter((person) => word === '' || saying(person).includes(word));
    const tooFew = () => found().length <= (word === '' ? 0 : OFFERED_MAX);
    while (next && tooFew() && !signal.aborted) await readOn(next, signal);
    const people = found();
    return { people: people.slice(0, OFFERED_MAX), more: next !== undefined || people.length > OFFERED_MAX };
  };
}

interface Called {
  readonly code: string;
  readonly name?: string | null | undefined;
}

/** Somebody as a list names them; whoever was erased has a code and no name. */
export const calledWord = ({ code, name }: Called): string => (name ? `${name}（${code}）` : code);

/** Name, what they are in a unit (or where else), and where they are reached: two people may have the same masked name. */
export function postedWord({ code, name, phone, posts }: Person, unit: string | undefined, unitName: (code: string) => string): string {
  const here = posts.find((post) => post.unit === unit)?.title;
  const elsewhere = posts.map((post) => `${unitName(post.unit)} ${post.title ?? ''}`.trim())[0];
  return [name ?? code, here ?? elsewhere, phone].filter(Boolean).join(' · ');
}

/** Everything by which somebody is looked for. */
export function sayingOf({ code, name, phone, posts, looks_after }: Person, unitName: (code: string) => string): string {
  const held = posts.flatMap(({ title, unit }) => [title, unitName(unit)]);
  return [code, name, phone, ...held, ...looks_after.map(({ unit }) => unitName(unit))].join(' ');
}

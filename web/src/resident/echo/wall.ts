import type { components } from '@/shared/api/schema';

export type EchoWall = components['schemas']['EchoWall'];
export type EchoEntry = components['schemas']['EchoEntry'];

/** How an answer sounds: it is done, it is being done, it waits with a reason, or it will not be done here. */
export type Tone = 'done' | 'going' | 'waiting' | 'not';
export const TONES: readonly Tone[] = ['done', 'going', 'waiting', 'not'];

const NOT: ReadonlySet<string> = new Set(['declined', 'not_accepted', 'diverted', 'merged', 'withdrawn', 'closed_by_force']);
const DONE: ReadonlySet<string> = new Set(['resolved', 'done', 'explained']);

export function toneOf(outcome: string): Tone {
  if (DONE.has(outcome)) return 'done';
  if (NOT.has(outcome)) return 'not';
  return outcome.startsWith('parked_') || outcome === 'planned' ? 'waiting' : 'going';
}

/** How many cases there are of each tone. What is kept back is in none of them. */
export function countsOf(entries: readonly EchoEntry[]): Readonly<Record<Tone, number>> {
  const counts = { done: 0, going: 0, waiting: 0, not: 0 };
  for (const entry of entries) counts[toneOf(entry.outcome)] += entry.count;
  return counts;
}

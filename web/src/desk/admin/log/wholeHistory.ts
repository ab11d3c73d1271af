import { answerOf, api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

export type OrganisationEvent = components['schemas']['HistoryEntry'];

/** Parts of a history that are read at most: two hundred times two hundred events. */
const PARTS_MAX = 200;

/** The whole log of the organisation, oldest first. */
export async function wholeHistory(signal: AbortSignal): Promise<readonly OrganisationEvent[]> {
  const events: OrganisationEvent[] = [];
  let cursor: string | null | undefined;
  for (let part = 0; part < PARTS_MAX; part += 1) {
    const query = { limit: 200, ...(cursor ? { cursor } : {}) };
    const answer = await answerOf(api.GET('/api/v1/organisation/history', { params: { query }, signal }));
    events.push(...answer.items);
    cursor = answer.next_cursor;
    if (!cursor) break;
  }
  return events;
}

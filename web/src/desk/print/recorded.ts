import { computed, type ComputedRef } from 'vue';
import { answerOf, api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { useLoad } from '@/shared/loading/useLoad';
import { useSession } from '@/shared/session';
import { READERS } from '../cases/papers';

export type HistoryEntry = components['schemas']['HistoryEntry'];

/** What only the history of a case tells, and a form has a line for. */
export interface Recorded {
  /** Where a department reported for duty, by its dispatch: in its words, or `online`. */
  readonly places: ReadonlyMap<string, string>;
  /** Which unit issued a supervision. */
  readonly issuers: ReadonlyMap<string, string>;
}

/** A text as the log holds it: what may be shown of it. */
function shownOf(text: unknown): string | undefined {
  if (typeof text === 'string') return text;
  const shown = typeof text === 'object' && text !== null && 'shown' in text ? text.shown : undefined;
  return typeof shown === 'string' ? shown : undefined;
}

export function recordedIn(entries: readonly HistoryEntry[]): Recorded {
  const places = new Map<string, string>();
  const issuers = new Map<string, string>();
  for (const { type, actor, data } of entries) {
    const { dispatch, place, supervision } = (data ?? {}) as Readonly<Record<string, unknown>>;
    // Whoever had to come again has reported again: the last one counts.
    const where = type === 'DepartmentReported' ? shownOf(place) : undefined;
    if (typeof dispatch === 'string' && where) places.set(dispatch, where);
    if (type === 'SupervisionIssued' && typeof supervision === 'string' && actor?.unit) issuers.set(supervision, actor.unit);
  }
  return { places, issuers };
}

/** Read by those who may read a history; for the others the lines stay empty, to be filled in by hand. */
export function useRecorded(id: ComputedRef<string>): ComputedRef<Recorded> {
  const { may } = useSession();
  const load = useLoad(
    async (signal) => {
      if (!may(READERS)) return [];
      return (await answerOf(api.GET('/api/v1/cases/{id}/history', { params: { path: { id: id.value } }, signal }))).items;
    },
    { when: id, empty: () => false },
  );
  return computed(() => recordedIn(load.state.value.kind === 'there' ? load.state.value.value : []));
}

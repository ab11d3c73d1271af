import { computed, onScopeDispose, shallowRef, type Ref } from 'vue';
import { answerOf, api, versionedAnswerOf } from '@/shared/api/client';
import { useLive, type Notice } from '@/shared/live/bus';
import { useLoad, type Load } from '@/shared/loading/useLoad';
import type { Action, CaseView, Given, Place } from './actions/action';
import { onDispatch } from './actions';
import { bodyOf } from './actions/body';

/** A case with the version that the next command names. */
export interface KnownCase {
  readonly view: CaseView;
  readonly etag: string | null;
}

export interface CaseAtHand {
  readonly load: Load<KnownCase>;
  readonly view: Readonly<Ref<CaseView | undefined>>;
  /** What was heard of the case since it was opened, newest first. */
  readonly heard: Readonly<Ref<readonly Notice[]>>;
}

/** Changes come in bursts: one question for all of them. */
const GATHER_MILLISECONDS = 400;
const HEARD_MAX = 5;

/** A case that renews itself when something happens to it. */
export function useCase(id: () => string): CaseAtHand {
  const heard = shallowRef<readonly Notice[]>([]);
  const load = useLoad(
    async (signal): Promise<KnownCase> => {
      const { value, etag } = await versionedAnswerOf(
        api.GET('/api/v1/cases/{id}', { params: { path: { id: id() } }, signal }),
      );
      return { view: value, etag };
    },
    { when: id },
  );
  const view = computed(() => (load.state.value.kind === 'there' ? load.state.value.value.view : undefined));

  let timer: ReturnType<typeof setTimeout> | undefined;
  useLive((notice) => {
    if (notice.case_id !== id() || (view.value && notice.version <= view.value.version)) return;
    heard.value = [notice, ...heard.value].slice(0, HEARD_MAX);
    clearTimeout(timer);
    timer = setTimeout(() => void load.refresh(), GATHER_MILLISECONDS);
  });
  onScopeDispose(() => clearTimeout(timer));
  return { load, view, heard };
}

/**
 * Sends the command of an action. The version that was seen goes along, so that nothing is done to a case that has
 * moved on meanwhile.
 */
export function sendAction(action: Action, place: Place, given: Given, key: string, etag: string | null): Promise<unknown> {
  const id = onDispatch(action) ? place.dispatch?.id : place.view.id;
  const header = { 'Idempotency-Key': key, ...(etag ? { 'If-Match': etag } : {}) };
  const asked = { params: { path: { id: id ?? '' }, header }, body: bodyOf(action, given) };
  // The table of actions was checked against the paths and bodies when it was compiled.
  return answerOf(api.POST(action.path as '/api/v1/cases/{id}/close', asked));
}

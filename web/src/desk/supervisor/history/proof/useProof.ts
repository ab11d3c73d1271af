import { onScopeDispose, shallowRef, watch, type ShallowRef, type WatchSource } from 'vue';
import { answerOf, api } from '@/shared/api/client';
import { asFailure, type Failure } from '@/shared/api/failure';
import type { Entry } from './compare';
import type { Verdict } from './verify';

/** Where the check of a history stands. */
export type Proof =
  | { readonly kind: 'not_yet' }
  | { readonly kind: 'computing'; readonly events: number }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'done'; readonly verdict: Verdict };

/** The most leaves that one answer holds. */
const LEAVES_MAX = 200;

/** Computes the history that is shown anew, here in the browser. A history that is shown later is not yet checked. */
export function useProof(id: () => string, shown: WatchSource<readonly Entry[]> & { value: readonly Entry[] }): {
  readonly proof: ShallowRef<Proof>;
  check(): Promise<void>;
} {
  const proof = shallowRef<Proof>({ kind: 'not_yet' });
  let question: AbortController | undefined;

  function stop(): void {
    question?.abort();
    question = undefined;
    proof.value = { kind: 'not_yet' };
  }

  async function check(): Promise<void> {
    stop();
    const mine = new AbortController();
    question = mine;
    const [entries, caseId] = [shown.value, id()];
    const asOf = String(entries[entries.length - 1]?.position ?? 0);
    const ask = (cursor: string | undefined) =>
      answerOf(
        api.GET('/api/v1/cases/{id}/history/leaves', {
          params: { path: { id: caseId }, query: { as_of: asOf, limit: LEAVES_MAX, ...(cursor === undefined ? {} : { cursor }) } },
          signal: mine.signal,
        }),
      );
    const settle = (next: Proof) => {
      if (question === mine) proof.value = next;
    };
    settle({ kind: 'computing', events: 0 });
    try {
      // Its arithmetic is only fetched by those who ask for it.
      const { verify } = await import('./verify');
      settle({ kind: 'done', verdict: await verify(caseId, entries, ask, (events) => settle({ kind: 'computing', events })) });
    } catch (thrown) {
      settle({ kind: 'failed', failure: asFailure(thrown) });
    }
  }

  watch(shown, stop);
  onScopeDispose(stop);
  return { proof, check };
}

import { ref, watch, type Ref } from 'vue';
import { answerOf, api } from '@/shared/api/client';
import { waitingIn, type Waiting } from '../cases/waiting';

/** How many cases are asked at once what waits in them: the register itself does not tell. */
const AT_ONCE = 4;

/** What waits for a decision in each of these cases, by the case; it comes in a little after the rows. */
export function useAsked(rows: Readonly<Ref<readonly { readonly case_id: string }[]>>): Readonly<Ref<Readonly<Record<string, readonly Waiting[]>>>> {
  const waiting = ref<Record<string, readonly Waiting[]>>({});
  watch(
    rows,
    async (now, _, cancel) => {
      const stop = new AbortController();
      cancel(() => stop.abort());
      const look = async ({ case_id }: { readonly case_id: string }) => {
        const asked = answerOf(api.GET('/api/v1/cases/{id}', { params: { path: { id: case_id } }, signal: stop.signal }));
        const view = await asked.catch(() => undefined);
        if (view) waiting.value[case_id] = waitingIn(view);
      };
      for (let from = 0; from < now.length && !stop.signal.aborted; from += AT_ONCE) {
        await Promise.all(now.slice(from, from + AT_ONCE).map(look));
      }
    },
    { immediate: true },
  );
  return waiting;
}

import { computed, type Ref } from 'vue';
import { answerOf, api } from '@/shared/api/client';
import { useLoad } from '@/shared/loading/useLoad';
import { COUNTED_MAX, countOf, type QueueTab, type TabCount } from './queues';

/** How much waits in each tab of a queue. Without an answer nothing is said of it: the list itself tells. */
export function useTabCounts(tabs: () => readonly QueueTab[]): {
  readonly counts: Readonly<Ref<Readonly<Record<string, TabCount>>>>;
  readonly recount: () => void;
} {
  const load = useLoad(
    async (signal) => {
      const counted = tabs().map(async ({ key, query }) => {
        const asked = { ...query, order: 'oldest', limit: COUNTED_MAX };
        return [key, countOf(await answerOf(api.GET('/api/v1/cases', { params: { query: asked }, signal })))] as const;
      });
      return Object.fromEntries(await Promise.all(counted));
    },
    { when: tabs, empty: () => false },
  );
  const counts = computed(() => (load.state.value.kind === 'there' ? load.state.value.value : {}));
  return { counts, recount: () => void load.refresh() };
}

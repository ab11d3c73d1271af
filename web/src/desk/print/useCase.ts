import { computed, type ComputedRef } from 'vue';
import { useRoute } from 'vue-router';
import { answerOf, api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { useLoad, type Load } from '@/shared/loading/useLoad';

export type CaseView = components['schemas']['CaseView'];

/** The case that a form is printed of, by the address of the page. */
export function useCase(): { readonly id: ComputedRef<string>; readonly load: Load<CaseView> } {
  const route = useRoute();
  const id = computed(() => String(route.params['id']));
  const load = useLoad((signal) => answerOf(api.GET('/api/v1/cases/{id}', { params: { path: { id: id.value } }, signal })), {
    when: id,
    // A case without items on its list is a case all the same.
    empty: () => false,
  });
  return { id, load };
}

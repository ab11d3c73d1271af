import { shallowRef, type Ref } from 'vue';
import { answerOf, api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { useLoad, type Load } from '@/shared/loading/useLoad';

export type Question = components['schemas']['WhatIfQuestion'];

export interface WhatIf extends Load<components['schemas']['WhatIfReport']> {
  /** What the figures that are shown belong to. */
  readonly asked: Readonly<Ref<Question | undefined>>;
  ask(question: Question): Promise<void>;
}

/** Supposes something: counting a month again is work, so it is done when it is asked for and not by itself. */
export function useWhatIf(): WhatIf {
  const asked = shallowRef<Question>();
  const load = useLoad(async (signal) => answerOf(api.POST('/api/v1/reports/what-if', { body: asked.value!, signal })), {
    immediate: false,
    again: false,
    empty: () => false,
  });
  async function ask(question: Question): Promise<void> {
    // What stands there at the click: whoever goes on writing asks another question.
    asked.value = JSON.parse(JSON.stringify(question)) as Question;
    await load.reload();
  }
  return { ...load, asked, ask };
}

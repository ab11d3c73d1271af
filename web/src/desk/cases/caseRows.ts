import type { WatchSource } from 'vue';
import { answerOf, api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { useLive } from '@/shared/live/bus';
import type { Column } from '../parts/columns';
import { useRows, type Page, type PageQuestion, type Rows } from '../parts/useRows';

export type CaseRow = components['schemas']['CaseListItem'];

export const caseColumns: readonly Column<CaseRow>[] = [
  { key: 'number', title: ['编号', 'Number'], rem: 10 },
  { key: 'title', title: ['标题', 'Title'], fixed: true, rem: 16 },
  { key: 'status', title: ['状态', 'Status'], rem: 5 },
  { key: 'lamp', title: ['时限', 'Time'], rem: 9 },
  { key: 'lead', title: ['主办单位', 'Lead'], rem: 7 },
  { key: 'category', title: ['事项', 'Category'], rem: 7 },
  { key: 'grid', title: ['网格', 'Grid'], rem: 7 },
  { key: 'raised', title: ['吹哨时间', 'Raised'], rem: 8 },
];

/** Rows that follow what happens: a case that changes is asked for again, and only that one. */
export function useCaseRows(
  ask: (page: PageQuestion, signal: AbortSignal) => Promise<Page<CaseRow>>,
  when?: WatchSource,
): Rows<CaseRow> {
  const rows = useRows<CaseRow>({ ask, keyOf: ({ id }) => id, size: 20, ...(when ? { when } : {}) });
  useLive(({ case_id, version }) => {
    const old = rows.items.value.find(({ id }) => id === case_id);
    if (!old || old.version >= version) return;
    void answerOf(api.GET('/api/v1/cases/{id}', { params: { path: { id: case_id } } })).then(
      ({ status, lamp, due_at, kind, category, version: now }) =>
        rows.replace({ ...old, status, lamp: lamp ?? null, due_at: due_at ?? null, kind, category, version: now }),
      // It may have gone out of sight; the next look at the list tells.
      () => undefined,
    );
  });
  return rows;
}

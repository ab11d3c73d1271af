import { answerOf, api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { LAMPS, type LampCode } from '@/shared/lamps/lamps';
import type { DispatchView } from '../cases/actions/action';
import type { Column } from '../parts/columns';

export type WorkRow = components['schemas']['DispatchListItem'];

export const workColumns: readonly Column<WorkRow>[] = [
  { key: 'title', title: ['案件', 'Case'], fixed: true, rem: 18 },
  { key: 'next', title: ['下一步', 'Next'], fixed: true, rem: 13 },
  { key: 'do', title: ['操作', 'Do'], fixed: true, rem: 5 },
  { key: 'state', title: ['状态', 'State'], rem: 6 },
  { key: 'role', title: ['身份', 'Part'], rem: 4 },
  { key: 'due', title: ['办结期限', 'To be done by'], rem: 8 },
  { key: 'instruction', title: ['派单要求', 'What is asked'], hidden: true, rem: 12 },
  { key: 'issued', title: ['派单时间', 'Sent'], hidden: true, rem: 8 },
];

/** What a department does next with a dispatch: the action that it opens, and the clock that runs for it. */
export interface NextStep {
  readonly action: 'sign' | 'report' | 'accept' | 'feedback';
  readonly due: string | null | undefined;
}

export function nextStep(row: Pick<WorkRow, 'state' | 'sign_due_at' | 'report_due_at' | 'due_at'>): NextStep | undefined {
  switch (row.state) {
    case 'issued':
      return { action: 'sign', due: row.sign_due_at };
    case 'signed':
      return { action: 'report', due: row.report_due_at };
    case 'reported':
      return { action: 'accept', due: row.due_at };
    case 'accepted':
    case 'rework':
      return { action: 'feedback', due: row.due_at };
    default:
      return undefined;
  }
}

/** A notified unit owes its signature only. */
export function nextStepOf(row: WorkRow): NextStep | undefined {
  return row.role === 'notified' && row.state !== 'issued' ? undefined : nextStep(row);
}

/** Where the unit must act stands before where others must, each in the order of the list. */
export function toDoFirst(rows: readonly WorkRow[]): readonly WorkRow[] {
  const todo = rows.filter((row) => nextStepOf(row) !== undefined);
  return [...todo, ...rows.filter((row) => nextStepOf(row) === undefined)];
}

/** The states in which a dispatch is open: first those in which the unit must act, then those in which others must. */
export const OPEN_STATES = ['issued', 'signed', 'reported', 'accepted', 'rework', 'feedback_submitted', 'verified'] as const;

/** Of several lamps the most pressing. */
export function worstLamp(clocks: readonly { readonly lamp?: string | null; readonly met_at?: string | null }[]): LampCode | null {
  const burning = clocks.filter(({ met_at }) => !met_at).map(({ lamp }) => lamp);
  return LAMPS.find((lamp) => burning.includes(lamp)) ?? null;
}

/** The row as it is now, by what the case says of the dispatch. */
export function renewedRow(old: WorkRow, now: DispatchView, view: { title: string; category: string; kind: string }): WorkRow {
  return {
    ...old,
    state: now.state,
    role: now.role,
    lamp: worstLamp(now.clocks ?? []),
    due_at: now.due_at ?? null,
    sign_due_at: now.sign_due_at,
    report_due_at: now.report_due_at,
    signed_at: now.signed_at ?? null,
    reported_at: now.reported_at ?? null,
    accepted_at: now.accepted_at ?? null,
    fed_back_at: now.fed_back_at ?? null,
    measures: now.measures,
    reworks: now.reworks,
    title: view.title,
    category: view.category,
    kind: view.kind,
  };
}

export function signDispatch(id: string, key: string): Promise<unknown> {
  return answerOf(
    api.POST('/api/v1/dispatches/{id}/sign', { params: { path: { id }, header: { 'Idempotency-Key': key } } }),
  );
}

import { answerOf, api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { monthShifted } from '@/shared/time/dates';

export type CaseView = components['schemas']['CaseView'];

/** Cases of a neighbourhood and a month that are looked through; no compound raises more. */
const CASES_MAX = 400;
const AT_ONCE = 4;

export interface Found {
  readonly published: readonly CaseView[];
  readonly looked: number;
}

export type Waiting = components['schemas']['WaitingWording'];
export interface Queue {
  readonly items: readonly Waiting[];
  /** There are more than were asked for. */
  readonly more: boolean;
}

/** As many as one reads in one go; those behind them come up as these are decided on. */
const WAITING_MAX = 50;

/** The words that wait to be checked, the oldest first. */
export async function waitingWords(signal: AbortSignal): Promise<Queue> {
  const query = { limit: WAITING_MAX };
  const page = await answerOf(api.GET('/api/v1/echo-wordings', { params: { query }, signal }));
  return { items: page.items, more: Boolean(page.next_cursor) };
}

async function idsOf(unit: string, month: string, signal: AbortSignal): Promise<readonly string[]> {
  const ids: string[] = [];
  let cursor: string | null | undefined;
  do {
    const query = {
      area: unit,
      from: `${month}-01T00:00:00+08:00`,
      to: `${monthShifted(month, 1)}-01T00:00:00+08:00`,
      limit: 200,
      ...(cursor ? { cursor } : {}),
    };
    const page = await answerOf(api.GET('/api/v1/cases', { params: { query }, signal }));
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next_cursor;
  } while (cursor && ids.length < CASES_MAX);
  return ids.slice(0, CASES_MAX);
}

/** Looks through the cases of a month for words that are on the wall: which case they are of only its view says. */
export async function lookThrough(unit: string, month: string, signal: AbortSignal, tell: (done: number, all: number) => void): Promise<Found> {
  const ids = await idsOf(unit, month, signal);
  const published: CaseView[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const asked = ids.slice(from, from + AT_ONCE).map((id) => answerOf(api.GET('/api/v1/cases/{id}', { params: { path: { id } }, signal })));
    const views = await Promise.all(asked);
    published.push(...views.filter((view) => view.echo?.published));
    tell(Math.min(from + AT_ONCE, ids.length), ids.length);
  }
  return { published, looked: ids.length };
}

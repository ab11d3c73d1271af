import { answerOf, api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import type { NearbyRow } from './nearby';

/** Statuses in which somebody still has to do something. */
export const OPEN_STATUSES = [
  'raised',
  'endorsed',
  'handled_locally',
  'filed',
  'dispatched',
  'in_handling',
  'verification',
  'callback',
  'dissatisfied',
] as const;
/** Cases that are named beside the map; the others are in the list of cases. */
export const NAMED_MAX = 50;

/** What is open in a grid. */
export type GridCount = components['schemas']['GridBacklog'];

/** What is open in each grid, by its code. */
export async function openByGrid(kind: string | undefined, signal: AbortSignal): Promise<ReadonlyMap<string, GridCount>> {
  const { items } = await answerOf(api.GET('/api/v1/reports/backlog/grids', { params: { query: kind ? { kind } : {} }, signal }));
  return new Map(items.map((row) => [row.grid, row]));
}

/** The open cases of a grid, the oldest first. */
export async function openIn(grid: string, kind: string | undefined, signal: AbortSignal): Promise<readonly NearbyRow[]> {
  const query = { grid, status: OPEN_STATUSES.join(), order: 'oldest', limit: NAMED_MAX, ...(kind ? { kind } : {}) };
  return (await answerOf(api.GET('/api/v1/cases', { params: { query }, signal }))).items;
}

/** Grids with most open cases first; of as many, in the order in which they came. */
export function busiestFirst<T extends { readonly code: string }>(grids: readonly T[], counts: ReadonlyMap<string, GridCount>): readonly T[] {
  const open = ({ code }: T) => counts.get(code)?.open ?? 0;
  return [...grids].sort((a, b) => open(b) - open(a));
}

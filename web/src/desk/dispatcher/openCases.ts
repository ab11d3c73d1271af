import { answerOf, api } from '@/shared/api/client';
import { LAMPS, type LampCode } from '@/shared/lamps/lamps';
import type { NearbyRow } from './nearby';

/** Statuses in which somebody still has to do something. */
export const OPEN_STATUSES = ['raised', 'endorsed', 'filed', 'dispatched', 'in_handling', 'verification', 'callback', 'dissatisfied'] as const;
const PAGE = 200;
const PAGES_MAX = 5;

export interface OpenCases {
  readonly rows: readonly NearbyRow[];
  /** Whether there were more than are read for a map. */
  readonly cut: boolean;
}

async function openIn(status: string, kind: string | undefined, signal: AbortSignal): Promise<OpenCases> {
  const rows: NearbyRow[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const query = { status, limit: PAGE, ...(kind ? { kind } : {}), ...(cursor ? { cursor } : {}) };
    const { items, next_cursor } = await answerOf(api.GET('/api/v1/cases', { params: { query }, signal }));
    rows.push(...items);
    if (!next_cursor) return { rows, cut: false };
    cursor = next_cursor;
  }
  return { rows, cut: true };
}

/** Every open case, as far as a map can show them. */
export async function openCases(kind: string | undefined, signal: AbortSignal): Promise<OpenCases> {
  const parts = await Promise.all(OPEN_STATUSES.map((status) => openIn(status, kind, signal)));
  return { rows: parts.flatMap(({ rows }) => rows), cut: parts.some(({ cut }) => cut) };
}

export interface GridCount {
  readonly rows: readonly NearbyRow[];
  readonly late: number;
  /** The most pressing lamp of the grid. */
  readonly lamp: LampCode | undefined;
}

/** What is open in each grid. */
export function byGrid(rows: readonly NearbyRow[]): ReadonlyMap<string, GridCount> {
  const grids = new Map<string, NearbyRow[]>();
  for (const row of rows) grids.set(row.grid, [...(grids.get(row.grid) ?? []), row]);
  const counted = [...grids].map(([grid, members]): [string, GridCount] => {
    const lamps = members.map(({ lamp }) => lamp);
    const late = lamps.filter((lamp) => lamp === 'red' || lamp === 'purple').length;
    return [grid, { rows: members, late, lamp: LAMPS.find((lamp) => lamps.includes(lamp)) }];
  });
  return new Map(counted);
}

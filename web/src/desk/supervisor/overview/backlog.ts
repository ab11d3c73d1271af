import type { components } from '@/shared/api/schema';
import { LAMPS } from '@/shared/lamps/lamps';

type Department = components['schemas']['DepartmentBacklog'];

/** Dispatches for which no clock runs: with the lamps they make up all that is open. */
export function unclocked({ open, by_lamp }: Pick<Department, 'open' | 'by_lamp'>): number {
  return open - LAMPS.reduce((sum, lamp) => sum + (by_lamp[lamp] ?? 0), 0);
}

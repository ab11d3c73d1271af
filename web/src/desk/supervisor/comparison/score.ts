import type { components } from '@/shared/api/schema';
import { teachCodes } from '@/shared/wording/speech';

export type ScoreRow = components['schemas']['ScoreRow'];

/** What is taken off. */
export const deductionWord = teachCodes('deduction', {
  red_cards: ['红牌扣分', 'Red cards'],
  false_closures: ['虚假办结扣分', 'False closures'],
  refused_reports: ['拒不报到扣分', 'Refused to report'],
});

/** The points that decide the place: for a small sample the lower bound. */
export function rankedBy(row: ScoreRow): number | null {
  return (row.small_sample ? row.score_at_least : row.score) ?? null;
}

export type Side = 'answering' | 'whistling';

/** Rows of one side in their order; on the whistling side by its score. */
export function rowsOfSide(rows: readonly ScoreRow[], side: Side): readonly ScoreRow[] {
  if (side === 'answering') return rows;
  const known = rows.filter((row) => row.whistle_score != null);
  return [...known].sort((a, b) => (b.whistle_score ?? 0) - (a.whistle_score ?? 0));
}

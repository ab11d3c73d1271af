import type { components } from '@/shared/api/schema';
import type { CaseView } from '../cases/actions/action';

export type NearbyRow = components['schemas']['CaseListItem'];

/** How likely a case is the same matter as another: by what, where and when. */
export interface Likeness {
  readonly row: NearbyRow;
  readonly sameCategory: boolean;
  readonly sameGrid: boolean;
  /** Words of the titles that both have, of a hundred. */
  readonly alike: number;
  readonly score: number;
}

const DAY_MILLISECONDS = 24 * 3_600_000;
const RECENT_DAYS = 30;
const MANY = 12;
const OVER: readonly string[] = ['merged', 'withdrawn', 'diverted', 'not_accepted', 'declined'];

/** Pairs of neighbouring characters: Chinese is not written with spaces between its words. */
function pairsOf(text: string): ReadonlySet<string> {
  const letters = [...text.replace(/[\s\p{P}]/gu, '')];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}

/** 0 to 100: how much of two titles is the same. */
export function alikeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  if (a.size === 0 || b.size === 0) return 0;
  const both = [...a].filter((pair) => b.has(pair)).length;
  return Math.round((200 * both) / (a.size + b.size));
}

/** Which of the cases around may be the same matter, the likeliest first. */
export function likenesses(view: CaseView, rows: readonly NearbyRow[]): readonly Likeness[] {
  const raised = new Date(view.raised_at).getTime();
  return rows
    .filter(({ id, status }) => id !== view.id && !OVER.includes(status))
    .map((row): Likeness => {
      const sameCategory = row.category === view.category;
      const sameGrid = row.grid === view.location.grid;
      const alike = alikeness(view.title, row.title);
      const recent = Math.abs(new Date(row.raised_at).getTime() - raised) <= RECENT_DAYS * DAY_MILLISECONDS;
      const open = row.status !== 'closed';
      const score = (sameCategory ? 40 : 0) + (sameGrid ? 25 : 0) + alike / 2 + (recent ? 10 : 0) + (open ? 5 : 0);
      return { row, sameCategory, sameGrid, alike, score };
    })
    .filter(({ sameCategory, sameGrid, alike }) => (sameCategory && sameGrid) || alike >= 40)
    .sort((a, b) => b.score - a.score)
    .slice(0, MANY);
}

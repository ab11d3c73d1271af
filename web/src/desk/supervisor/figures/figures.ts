import type { components } from '@/shared/api/schema';
import { countWord, rateWord } from '@/shared/wording/figures';
import { teach } from '@/shared/wording/speech';

export type Figures = components['schemas']['Figures'];
export type Row = components['schemas']['Row'];
export type GroupBy = 'department' | 'area' | 'category' | 'level';

const words = teach('figure', {
  none: ['无数据', 'no data'],
  up: ['上升{by}', 'up {by}'],
  down: ['下降{by}', 'down {by}'],
  same: ['持平', 'unchanged'],
  points: ['{n}个百分点', '{n} points'],
});

/** 三率. */
export const THREE_RATES = ['response_rate', 'resolution_rate', 'satisfaction_rate'] as const;
export type ThreeRate = (typeof THREE_RATES)[number];

/** Rates for which more is worse. */
const BAD_RATES: ReadonlySet<string> = new Set([
  'return_rate',
  'rework_rate',
  'repeat_rate',
  'relapse_rate',
  'parked_rate',
  'excluded_rate',
  'forced_rate',
]);

export function isRate(figure: string): boolean {
  return rateWord.knows(figure);
}

export function figureWord(figure: string): string {
  return isRate(figure) ? rateWord(figure) : countWord(figure);
}

/** 83.3%; a rate with nothing to divide by is a dash. */
export function percentWords(rate: number | null | undefined): string {
  return rate == null ? '—' : `${(rate * 100).toFixed(1)}%`;
}

export function pointsWords(points: number | null | undefined): string {
  return points == null ? '—' : points.toFixed(1);
}

/** What is read out where a dash stands. */
export function noDataWords(): string {
  return words('none');
}

export type Direction = 'better' | 'worse' | 'same';

export interface ChangeWords {
  readonly words: string;
  readonly direction: Direction;
  readonly arrow: '▲' | '▼' | '＝';
}

/** 上升2.1个百分点: how a rate has changed, and whether that is good. */
export function rateChange(figure: string, change: number | null | undefined): ChangeWords | undefined {
  if (change == null) return undefined;
  const points = Math.round(Math.abs(change) * 1000) / 10;
  if (points === 0) return { words: words('same'), direction: 'same', arrow: '＝' };
  const rising = change > 0;
  const by = words('points', { n: points.toFixed(1) });
  return {
    words: words(rising ? 'up' : 'down', { by }),
    direction: rising === BAD_RATES.has(figure) ? 'worse' : 'better',
    arrow: rising ? '▲' : '▼',
  };
}

/** 上升12.5%: how a count has changed, relative to what it was. More work is neither good nor bad. */
export function countChange(change: number | null | undefined, moreIsWorse = false): ChangeWords | undefined {
  if (change == null) return undefined;
  if (change === 0) return { words: words('same'), direction: 'same', arrow: '＝' };
  const by = percentWords(Math.abs(change));
  const rising = change > 0;
  const direction = !moreIsWorse ? 'same' : rising ? 'worse' : 'better';
  return { words: words(rising ? 'up' : 'down', { by }), direction, arrow: rising ? '▲' : '▼' };
}

/** A figure of a row, wherever the answer keeps it. */
export function valueOf(row: Figures, figure: string): number | null {
  const escape: Readonly<Record<string, number | null | undefined>> = {
    parked_rate: row.escape.parked,
    excluded_rate: row.escape.excluded,
    forced_rate: row.escape.forced,
  };
  if (figure in escape) return escape[figure] ?? null;
  const value = (row as unknown as Readonly<Record<string, unknown>>)[figure];
  return typeof value === 'number' ? value : null;
}

export function valueWords(row: Figures, figure: string): string {
  const value = valueOf(row, figure);
  if (isRate(figure)) return percentWords(value);
  return value === null ? '—' : String(value);
}

import { expect, it } from 'vitest';
import { rankedBy, rowsOfSide, type ScoreRow } from './score';

const row = (key: string, more: Partial<ScoreRow>): ScoreRow => ({
  key,
  due: 1,
  small_sample: false,
  deductions: [],
  terms: [],
  whistle_terms: [],
  escape: {},
  ...more,
});

it('small samples are ranked by the lower end of the interval', () => {
  expect(rankedBy(row('a', { score: 90, score_at_least: 60 }))).toBe(90);
  expect(rankedBy(row('a', { score: 90, score_at_least: 60, small_sample: true }))).toBe(60);
  expect(rankedBy(row('a', { small_sample: true }))).toBeNull();
});

it('the side that whistles has its own order, without those that never whistled', () => {
  const rows = [row('a', { whistle_score: 50 }), row('b', {}), row('c', { whistle_score: 80 })];
  expect(rowsOfSide(rows, 'whistling').map(({ key }) => key)).toEqual(['c', 'a']);
  expect(rowsOfSide(rows, 'answering')).toEqual(rows);
});

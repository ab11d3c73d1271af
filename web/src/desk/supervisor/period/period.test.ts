import { describe, expect, it } from 'vitest';
import { bounds, dayShifted, periodOf, periodsBack, periodShifted, periodWords } from './period';

const NOVEMBER = Date.parse('2026-11-22T10:00:00+08:00');

describe('periods', () => {
  it.each([
    ['2026-11', '2026-11-01', '2026-12-01', '2026年11月'],
    ['2026-12', '2026-12-01', '2027-01-01', '2026年12月'],
    ['2026-Q4', '2026-10-01', '2027-01-01', '2026年第4季度'],
    ['2026', '2026-01-01', '2027-01-01', '2026年'],
    ['2026-11-01..2026-11-08', '2026-11-01', '2026-11-09', '2026-11-01 至 2026-11-08'],
  ])('%s', (code, from, to, words) => {
    const period = periodOf(code)!;
    expect([period.from, period.to, periodWords(period)]).toEqual([from, to, words]);
  });

  it.each(['2026-13', '2026-Q5', '26', '2026-02-30..2026-03-01', '2026-11-08..2026-11-01', ''])('%s is none', (code) =>
    expect(periodOf(code)).toBeUndefined(),
  );

  it('go back over the turn of the year', () => {
    const codes = (kind: 'month' | 'quarter' | 'year') =>
      periodsBack(kind, 4, Date.parse('2026-02-03T00:00:00+08:00')).map(({ code }) => code);
    expect(codes('month')).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
    expect(codes('quarter')).toEqual(['2026-Q1', '2025-Q4', '2025-Q3', '2025-Q2']);
    expect(codes('year')).toEqual(['2026', '2025', '2024', '2023']);
  });

  it('move by their own length', () => {
    const moved = (code: string, by: number) => periodShifted(periodOf(code)!, by).code;
    expect(moved('2026-01', -1)).toBe('2025-12');
    expect(moved('2026-Q1', -1)).toBe('2025-Q4');
    expect(moved('2026', 1)).toBe('2027');
    expect(moved('2026-11-01..2026-11-08', -1)).toBe('2026-10-24..2026-10-31');
  });

  it('a period under way ends with the present day, others with their own', () => {
    expect(bounds(periodOf('2026-11')!, NOVEMBER)).toEqual({ from: '2026-11-01T00:00:00+08:00', to: '2026-11-23T00:00:00+08:00' });
    expect(bounds(periodOf('2026-10')!, NOVEMBER).to).toBe('2026-11-01T00:00:00+08:00');
    expect(bounds(periodOf('2026-12')!, NOVEMBER).to).toBe('2027-01-01T00:00:00+08:00');
  });

  it('days know leap years', () => expect(dayShifted('2028-02-28', 1)).toBe('2028-02-29'));
});

import { expect, it } from 'vitest';
import { daysOfWeek, weekCodesBack, weekOf } from './weeks';

it.each([
  ['2026-11-22', '2026-W47'],
  ['2026-01-01', '2026-W01'],
  ['2027-01-01', '2026-W53'],
  ['2024-12-30', '2025-W01'],
])('%s lies in %s', (day, week) => expect(weekOf(day)).toBe(week));

it.each([
  ['2026-W47', '2026-11-16..2026-11-22'],
  ['2026-W01', '2025-12-29..2026-01-04'],
  ['2026-W53', '2026-12-28..2027-01-03'],
])('%s is %s', (week, days) => {
  expect(daysOfWeek(week)).toBe(days);
  expect(weekOf(days.slice(0, 10))).toBe(week);
});

it('weeks that are over begin with the last one', () =>
  expect(weekCodesBack(2, Date.parse('2026-11-22T10:00:00+08:00'))).toEqual(['2026-W46', '2026-W45']));

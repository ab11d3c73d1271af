import { dayCode } from '@/shared/time/dates';

const DAY = 86_400_000;

/** The week of ISO 8601 that a day of China is in: `2026-W47`. */
export function weekOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  // A week belongs to the year of its Thursday.
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * DAY);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The days of such a week, from Monday to Sunday: `2026-11-16..2026-11-22`. */
export function daysOfWeek(code: string): string | undefined {
  const parts = /^(\d{4})-W(\d{2})$/.exec(code);
  if (!parts) return undefined;
  // 4 January is always in the first week.
  const fourth = new Date(Date.UTC(Number(parts[1]), 0, 4));
  const monday = fourth.getTime() + ((Number(parts[2]) - 1) * 7 + 1 - (fourth.getUTCDay() || 7)) * DAY;
  const day = (instant: number) => new Date(instant).toISOString().slice(0, 10);
  return `${day(monday)}..${day(monday + 6 * DAY)}`;
}

/** The weeks that are over, the latest first. */
export function weekCodesBack(count: number, now: number = Date.now()): readonly string[] {
  return Array.from({ length: count }, (_, back) => weekOf(dayCode(now - (back + 1) * 7 * DAY)));
}

import { dayBegins, dayCode, monthCode, monthShifted, monthWords } from '@/shared/time/dates';
import { currentLanguage } from '@/shared/wording/speech';

export type PeriodKind = 'month' | 'quarter' | 'year' | 'days';

/** A period of a report: days in China, the last of them not in it. */
export interface Period {
  readonly kind: PeriodKind;
  /** `2026-11`, `2026-Q4`, `2026`, or `2026-11-01..2026-11-08` with the last day that is in it. */
  readonly code: string;
  readonly from: string;
  readonly to: string;
}

const DAY_MILLISECONDS = 86_400_000;

/** The day so many days after another, both as `2026-11-21`. */
export function dayShifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && dayShifted(text, 0) === text;
}

function months(kind: PeriodKind, code: string, first: string, count: number): Period {
  return { kind, code, from: `${first}-01`, to: `${monthShifted(first, count)}-01` };
}

/** A period by its code; nothing where the code is none. */
export function periodOf(code: string): Period | undefined {
  if (/^\d{4}$/.test(code)) return months('year', code, `${code}-01`, 12);
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(code)) return months('month', code, code, 1);
  const quarter = /^(\d{4})-Q([1-4])$/.exec(code);
  if (quarter) return months('quarter', code, monthShifted(`${quarter[1]}-01`, (Number(quarter[2]) - 1) * 3), 3);
  const [from = '', last = ''] = code.split('..');
  if (!isDay(from) || !isDay(last) || last < from) return undefined;
  return { kind: 'days', code, from, to: dayShifted(last, 1) };
}

export function presentMonth(now: number = Date.now()): Period {
  return periodOf(monthCode(now)) as Period;
}

/** The periods of a kind that a reader may choose, the latest first. */
export function periodsBack(kind: Exclude<PeriodKind, 'days'>, count: number, now: number = Date.now()): readonly Period[] {
  const month = monthCode(now);
  const [year = '', number = ''] = month.split('-');
  const codes = Array.from({ length: count }, (_, back) => {
    if (kind === 'year') return String(Number(year) - back);
    if (kind === 'month') return monthShifted(month, -back);
    const first = monthShifted(`${year}-01`, Math.floor((Number(number) - 1) / 3) * 3 - back * 3);
    return `${first.slice(0, 4)}-Q${Math.floor((Number(first.slice(5)) - 1) / 3) + 1}`;
  });
  return codes.flatMap((code) => periodOf(code) ?? []);
}

/** The same kind of period, so many earlier or later. Days move by their own number. */
export function periodShifted(period: Period, by: number): Period {
  const { kind, code } = period;
  if (kind === 'year') return periodOf(String(Number(code) + by).padStart(4, '0')) ?? period;
  if (kind === 'month') return periodOf(monthShifted(code, by)) ?? period;
  if (kind === 'quarter') {
    const first = monthShifted(period.from.slice(0, 7), by * 3);
    return periodOf(`${first.slice(0, 4)}-Q${Math.floor((Number(first.slice(5)) - 1) / 3) + 1}`) ?? period;
  }
  const days = Math.round((Date.parse(period.to) - Date.parse(period.from)) / DAY_MILLISECONDS) * by;
  return periodOf(`${dayShifted(period.from, days)}..${dayShifted(period.to, days - 1)}`) ?? period;
}

/** 2026年11月, 2026年第4季度, 2026年, 11月1日至8日. */
export function periodWords(period: Period): string {
  const chinese = currentLanguage() !== 'en';
  const year = period.code.slice(0, 4);
  if (period.kind === 'month') return monthWords(period.code);
  if (period.kind === 'year') return chinese ? `${year}年` : year;
  if (period.kind === 'quarter') return chinese ? `${year}年第${period.code.slice(6)}季度` : `${period.code.slice(5)} ${year}`;
  const last = dayShifted(period.to, -1);
  return chinese ? `${period.from} 至 ${last}` : `${period.from} to ${last}`;
}

/**
 * What the service is asked. A period that is not over ends with the present day: what falls due later has not been
 * due yet, and would only water down the rates.
 */
export function bounds(period: Period, now: number = Date.now()): { from: string; to: string } {
  const tomorrow = dayShifted(dayCode(now), 1);
  const to = period.to > tomorrow && period.from < tomorrow ? tomorrow : period.to;
  return { from: dayBegins(period.from), to: dayBegins(to) };
}

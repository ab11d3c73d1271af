import { currentLanguage, type Language } from '../wording/speech';

/** Wherever the reader is, the clocks of the service are those of China. */
const ZONE = 'Asia/Shanghai';

type Part = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'weekday';
const numbers = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  weekday: 'short',
});

const CHINESE_WEEKDAYS: Readonly<Record<string, string>> = {
  Mon: '周一',
  Tue: '周二',
  Wed: '周三',
  Thu: '周四',
  Fri: '周五',
  Sat: '周六',
  Sun: '周日',
};
const ENGLISH_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export type Instant = string | number | Date;

function partsOf(instant: Instant): Record<Part, string> {
  const parts = numbers.formatToParts(new Date(instant));
  const part = (name: Part) => parts.find(({ type }) => type === name)?.value ?? '';
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    weekday: part('weekday'),
  };
}

function chinese(language: Language = currentLanguage()): boolean {
  return language !== 'en';
}

/** 2026年11月21日. */
export function dateWords(instant: Instant, language?: Language): string {
  const { year, month, day } = partsOf(instant);
  if (chinese(language)) return `${year}年${Number(month)}月${Number(day)}日`;
  return `${Number(day)} ${ENGLISH_MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

/** 09:30. */
export function timeWords(instant: Instant): string {
  const { hour, minute } = partsOf(instant);
  return `${hour}:${minute}`;
}

/** 周六. */
export function weekdayWord(instant: Instant): string {
  const { weekday } = partsOf(instant);
  return chinese() ? (CHINESE_WEEKDAYS[weekday] ?? '') : weekday;
}

/** 2026年11月21日 09:30. */
export function instantWords(instant: Instant, language?: Language): string {
  return `${dateWords(instant, language)}${chinese(language) ? ' ' : ', '}${timeWords(instant)}`;
}

/** 2026年11月21日 周六 09:30. */
export function fullInstantWords(instant: Instant): string {
  return `${dateWords(instant)}${chinese() ? ' ' : ', '}${weekdayWord(instant)} ${timeWords(instant)}`;
}

/** 11月21日 09:30: for rows of a table, whose year goes without saying while it is the present one. */
export function shortInstantWords(instant: Instant, now: Instant = Date.now()): string {
  const { year, month, day } = partsOf(instant);
  if (partsOf(now).year !== year) return instantWords(instant);
  const date = chinese() ? `${Number(month)}月${Number(day)}日` : `${Number(day)} ${ENGLISH_MONTHS[Number(month) - 1] ?? ''}`;
  return `${date} ${timeWords(instant)}`;
}

/** 2026-11-21, for fields and addresses. */
export function dayCode(instant: Instant): string {
  const { year, month, day } = partsOf(instant);
  return `${year}-${month}-${day}`;
}

/** 2026-11. */
export function monthCode(instant: Instant): string {
  return dayCode(instant).slice(0, 7);
}

/** 2026年11月, of `2026-11`. */
export function monthWords(code: string): string {
  const [year = '', month = ''] = code.split('-');
  if (chinese()) return `${year}年${Number(month)}月`;
  return `${ENGLISH_MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

/** The month so many months after (before, if negative) another. */
export function monthShifted(code: string, months: number): string {
  const [year = 0, month = 1] = code.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** The instant at which a day of China begins. */
export function dayBegins(code: string): string {
  return `${code}T00:00:00+08:00`;
}

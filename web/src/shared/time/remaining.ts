import { teach } from '../wording/speech';
import type { Instant } from './dates';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const words = teach('remaining', {
  left: ['剩余{span}', '{span} left'],
  over: ['超期{span}', '{span} overdue'],
  took: ['用时{span}', 'took {span}'],
  days: ['{n}天', '{n} day | {n} days'],
  hours: ['{n}小时', '{n} h'],
  minutes: ['{n}分', '{n} min'],
  moment: ['不到1分钟', 'less than a minute'],
});

/** 2天3小时, 3小时20分, 5分: the two largest units, without one that is zero. */
export function spanWords(milliseconds: number): string {
  const span = Math.abs(milliseconds);
  if (span < MINUTE) return words('moment');
  const days = Math.floor(span / DAY);
  const hours = Math.floor((span % DAY) / HOUR);
  const minutes = Math.floor((span % HOUR) / MINUTE);
  const parts: string[] = [];
  if (days > 0) parts.push(words('days', { n: days }));
  if (hours > 0) parts.push(words('hours', { n: hours }));
  // Minutes beside days tell nobody anything.
  if (minutes > 0 && days === 0) parts.push(words('minutes', { n: minutes }));
  return parts.join(/[a-z]/.test(parts[0] ?? '') ? ' ' : '');
}

/** 剩余3小时20分, or 超期2天. An end is still in time. */
export function remainingWords(due: Instant, now: Instant = Date.now()): string {
  const left = new Date(due).getTime() - new Date(now).getTime();
  return words(left >= 0 ? 'left' : 'over', { span: spanWords(left) });
}

/** 用时2天3小时. */
export function tookWords(from: Instant, to: Instant): string {
  return words('took', { span: spanWords(new Date(to).getTime() - new Date(from).getTime()) });
}

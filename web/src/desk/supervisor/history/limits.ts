import { teach, type Language } from '@/shared/wording/speech';

const words = teach('limit', {
  wd: ['{n}个工作日', '{n} working day | {n} working days'],
  wh: ['{n}个工作小时', '{n} working hour | {n} working hours'],
  h: ['{n}小时', '{n} h'],
  min: ['{n}分钟', '{n} min'],
  d: ['{n}天（逢休顺延）', '{n} day (moved off rest days) | {n} days (moved off rest days)'],
  none: ['不设', 'none'],
});

/** 3个工作日, of `3wd`. */
export function limitWords(limit: string | null | undefined, language?: Language): string {
  const parts = /^(\d+)(wd|wh|h|min|d)$/.exec(limit ?? '');
  return parts ? words(parts[2] as 'wd', { n: Number(parts[1]) }, language) : words('none', {}, language);
}

import { afterEach, describe, expect, it } from 'vitest';
import { speakIn } from '../wording/speech';
import { dateWords, dayCode, fullInstantWords, instantWords, monthShifted, monthWords, shortInstantWords } from './dates';
import { remainingWords, spanWords } from './remaining';

afterEach(() => speakIn('zh-CN'));

describe('instants are those of China, wherever the reader is', () => {
  it('writes them as Chinese readers do', () => {
    expect(instantWords('2026-11-21T01:30:00Z')).toBe('2026年11月21日 09:30');
    expect(fullInstantWords('2026-11-21T01:30:00Z')).toBe('2026年11月21日 周六 09:30');
    expect(dateWords('2026-11-20T16:00:00Z')).toBe('2026年11月21日');
    expect(instantWords('2026-11-20T16:00:00Z')).toBe('2026年11月21日 00:00');
  });

  it('writes them in English', () => {
    speakIn('en');
    expect(instantWords('2026-11-21T01:30:00Z')).toBe('21 Nov 2026, 09:30');
    expect(fullInstantWords('2026-11-21T01:30:00Z')).toBe('21 Nov 2026, Sat 09:30');
    expect(monthWords('2026-11')).toBe('Nov 2026');
  });

  it('leaves the year out only while it goes without saying', () => {
    expect(shortInstantWords('2026-11-21T01:30:00Z', '2026-01-01T00:00:00Z')).toBe('11月21日 09:30');
    expect(shortInstantWords('2025-12-31T15:59:00Z', '2025-12-31T16:00:00Z')).toBe('2025年12月31日 23:59');
  });

  it('counts months over the turn of the year', () => {
    expect(monthShifted('2026-01', -1)).toBe('2025-12');
    expect(monthShifted('2026-12', 1)).toBe('2027-01');
    expect(monthShifted('2026-11', -23)).toBe('2024-12');
    expect(dayCode('2026-11-30T16:00:00Z')).toBe('2026-12-01');
  });
});

describe('remaining time is said in words', () => {
  const now = '2026-11-21T01:30:00Z';
  it.each([
    ['2026-11-21T04:50:00Z', '剩余3小时20分', '3 h 20 min left'],
    ['2026-11-21T01:35:00Z', '剩余5分', '5 min left'],
    ['2026-11-21T03:30:00Z', '剩余2小时', '2 h left'],
    ['2026-11-22T02:31:00Z', '剩余1天1小时', '1 day 1 h left'],
    ['2026-11-23T01:59:00Z', '剩余2天', '2 days left'],
    ['2026-11-21T01:30:00Z', '剩余不到1分钟', 'less than a minute left'],
    ['2026-11-19T01:30:00Z', '超期2天', '2 days overdue'],
    ['2026-11-21T01:29:00Z', '超期1分', '1 min overdue'],
  ])('%s', (due, chinese, english) => {
    expect(remainingWords(due, now)).toBe(chinese);
    speakIn('en');
    expect(remainingWords(due, now)).toBe(english);
  });

  it('has no direction of its own', () => expect(spanWords(-3_600_000)).toBe(spanWords(3_600_000)));
});

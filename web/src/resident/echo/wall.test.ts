import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { echoOutcomeWord, lateToTell } from '@/shared/wording/echo';
import { speakIn } from '@/shared/wording/speech';
import { countsOf, TONES, toneOf, type EchoEntry } from './wall';

const entry = (outcome: string, count: number): EchoEntry => ({
  outcome,
  count,
  question: '',
  answer: '',
  category: '0102',
  late: false,
  worded: false,
});

describe('the wall', () => {
  afterEach(() => speakIn('zh-CN'));

  it('says once that something is late', () => {
    const domain = readFileSync(resolve(import.meta.dirname, '../../../../crates/domain/src/case/echo.rs'), 'utf8');
    const said = /"，(已超过[^，]*)，/.exec(domain)?.[1];
    expect(said).toBeTruthy();
    const running = { ...entry('in_hand', 1), late: true, answer: `尚未解决，正在由城管局办理，${said}，正在督促办理。` };
    expect(lateToTell(running)).toBe(false);
    expect(lateToTell({ ...running, answer: '已办结。' })).toBe(true);
    expect(lateToTell({ ...running, late: false, answer: '已办结。' })).toBe(false);
    // Answers are Chinese: who reads English is told by the mark.
    speakIn('en');
    expect(lateToTell(running)).toBe(true);
  });

  it('has a tone for every outcome', () => {
    const tones = new Set(echoOutcomeWord.codes.map(toneOf));
    expect([...tones].sort()).toEqual([...TONES].sort());
    expect([toneOf('resolved'), toneOf('parked_funds'), toneOf('dissatisfied'), toneOf('declined')]).toEqual([
      'done',
      'waiting',
      'going',
      'not',
    ]);
  });

  it('counts cases and not entries', () => {
    const counts = countsOf([entry('resolved', 3), entry('in_hand', 1), entry('checking', 1), entry('planned', 2)]);
    expect(counts).toEqual({ done: 3, going: 2, waiting: 2, not: 0 });
  });
});

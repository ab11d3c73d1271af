import { describe, expect, it } from 'vitest';
import { echoOutcomeWord } from '@/shared/wording/echo';
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

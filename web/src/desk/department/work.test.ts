import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dispatchStateWord } from '@/shared/wording/states';
import { Failure } from '@/shared/api/failure';
import { useBulk } from './useBulk';
import { nextStepOf, OPEN_STATES, toDoFirst, worstLamp, type WorkRow } from './workRows';

const row = (state: string, role = 'lead') =>
  ({ state, role, sign_due_at: 'sign', report_due_at: 'report', due_at: 'close' }) as WorkRow;

describe('the next step of a dispatch', () => {
  it.each([
    ['issued', 'sign', 'sign'],
    ['signed', 'report', 'report'],
    ['reported', 'accept', 'close'],
    ['accepted', 'feedback', 'close'],
    ['rework', 'feedback', 'close'],
  ])('%s: %s, by the clock of %s', (state, action, due) => expect(nextStepOf(row(state))).toEqual({ action, due }));

  it('is nothing once fed back, and nothing but the signature for a notified unit', () => {
    expect(nextStepOf(row('feedback_submitted'))).toBeUndefined();
    expect(nextStepOf(row('issued', 'notified'))?.action).toBe('sign');
    expect(nextStepOf(row('signed', 'notified'))).toBeUndefined();
  });

  it('stands before what waits for others, each in its order', () => {
    const rows = [row('verified'), row('accepted'), row('feedback_submitted'), row('issued'), row('signed', 'notified')];
    expect(toDoFirst(rows)).toEqual([rows[1], rows[3], rows[0], rows[2], rows[4]]);
  });

  it('is counted by states that make up all that is open', () => {
    const source = readFileSync(resolve(import.meta.dirname, '../../../../crates/domain/src/case/dispatch.rs'), 'utf8');
    const closed = ['recalled', 'discharged'];
    const states = [...source.matchAll(/Self::\w+ => "([a-z_]+)"/g)].map(([, code]) => code!).filter((code) => dispatchStateWord.knows(code));
    expect(states.length).toBeGreaterThan(8);
    expect([...OPEN_STATES].sort()).toEqual(states.filter((code) => !closed.includes(code)).sort());
  });

  it('burns with the most pressing lamp of what is still owed', () => {
    expect(worstLamp([{ lamp: 'green' }, { lamp: 'yellow' }])).toBe('yellow');
    expect(worstLamp([{ lamp: 'red', met_at: 'then' }, { lamp: 'green' }])).toBe('green');
    expect(worstLamp([{ lamp: null }])).toBeNull();
  });
});

describe('many at once', () => {
  it('goes on after a refusal, and says what was refused', async () => {
    const bulk = useBulk(
      (each: string) => each,
      (each) => (each === 'b' ? Promise.reject(new Failure('conflict', 'wrong_dispatch_state')) : Promise.resolve()),
    );
    await bulk.run(['a', 'b', 'c']);
    expect(bulk.done.value).toEqual(['a', 'c']);
    expect(bulk.refused.value.map(({ row: each, failure }) => [each, failure.code])).toEqual([['b', 'wrong_dispatch_state']]);
  });

  it('stops where the line is down, and repeats with the same key', async () => {
    const keys: string[] = [];
    let down = true;
    const bulk = useBulk(
      (each: string) => each,
      (_each, key) => {
        keys.push(key);
        return down ? Promise.reject(new Failure('offline')) : Promise.resolve();
      },
    );
    await bulk.run(['a', 'b']);
    expect(keys).toHaveLength(1);
    down = false;
    await bulk.run(['a', 'b']);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
    expect(bulk.done.value).toEqual(['a', 'b']);
  });
});

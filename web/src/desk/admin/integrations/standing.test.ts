import { describe, expect, it } from 'vitest';
import { notesOf, progressWords, signOf, trialWords, troubleWords, type Integration } from './standing';

const NOW = Date.parse('2026-11-22T04:00:00Z');
const healthy = {
  state: 'active', behind: 0, failures: 0, last_error: null, last_status: 200, last_success_at: '2026-11-22T03:00:00Z', failing_since: null,
  next_attempt_at: null, pause_cause: null, paused_at: null, closed_at: null,
} as unknown as Integration;

describe('how a system stands', () => {
  it('every state has a sign of its own shape and colour', () => {
    const signs = (['active', 'failing', 'paused', 'closed'] as const).map(signOf);
    expect(new Set(signs.map(({ shape }) => shape)).size).toBe(4);
    expect(new Set(signs.map(({ lamp }) => lamp)).size).toBe(4);
  });

  it('one that has taken everything says when, and one that never took anything that', () => {
    expect(notesOf(healthy, NOW)).toEqual(['已全部送达', '最近送达：2026年11月22日 11:00']);
    expect(notesOf({ ...healthy, last_success_at: null }, NOW)).toEqual(['尚未推送']);
    expect(progressWords({ state: 'active', behind: 3 })).toContain('3');
    expect(progressWords({ state: 'paused', behind: 3 })).toContain('等候');
  });

  it('one that fails says why, since when and when it is tried again', () => {
    const failing = { ...healthy, state: 'failing', failures: 4, last_error: 'timed_out', last_status: null, failing_since: '2026-11-22T03:30:00Z', next_attempt_at: '2026-11-22T04:10:00Z' } as unknown as Integration;
    expect(troubleWords(failing)).toMatch(/\p{Script=Han}/u);
    expect(troubleWords({ ...failing, last_error: null, last_status: 503 })).toBe('对方返回503');
    expect(troubleWords(healthy)).toBeUndefined();
    const notes = notesOf(failing, NOW).join('；');
    expect(notes).toContain('连续失败4次');
    expect(notes).toContain('10分');
    expect(notesOf({ ...failing, next_attempt_at: '2026-11-22T04:00:05Z' }, NOW)).toContain('即将再试');
  });

  it('one that the service gave up asks for somebody', () => {
    const givenUp = { ...healthy, state: 'paused', pause_cause: 'failing', failures: 9, failing_since: '2026-11-19T03:30:00Z' } as unknown as Integration;
    expect(notesOf(givenUp, NOW).join()).toContain('自动暂停');
    expect(notesOf({ ...healthy, state: 'closed', closed_at: '2026-11-22T03:00:00Z' }, NOW)).toEqual(['2026年11月22日断开']);
  });

  it('a trial tells what came back', () => {
    const trial = { delivery: 'd', taken: true, status: 204, error: null, milliseconds: 12 };
    expect(trialWords(trial)).toBe('对方已接收（204，12毫秒）');
    expect(trialWords({ ...trial, taken: false, status: 500 })).toContain('返回500');
    expect(trialWords({ ...trial, taken: false, status: null, error: 'address_refused' })).toMatch(/没有得到答复：\p{Script=Han}/u);
  });
});

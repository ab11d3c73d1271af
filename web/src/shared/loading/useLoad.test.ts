import { effectScope, nextTick, ref } from 'vue';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Failure } from '../api/failure';
import { useLoad } from './useLoad';

/** Answers that the test gives when it likes. */
function questions<T>() {
  const asked: { answer(value: T): void; fail(error: unknown): void; signal: AbortSignal }[] = [];
  const ask = (signal: AbortSignal) =>
    new Promise<T>((answer, fail) => {
      asked.push({ answer, fail, signal });
    });
  return { asked, ask };
}

const settled = () => new Promise((done) => setTimeout(done));

describe('something that is asked for', () => {
  it('is loading, then there', async () => {
    const { asked, ask } = questions<number[]>();
    const load = effectScope().run(() => useLoad(ask))!;
    expect(load.state.value.kind).toBe('loading');
    asked[0]!.answer([1]);
    await settled();
    expect(load.state.value).toEqual({ kind: 'there', value: [1] });
  });

  it('is empty when the list has nothing in it', async () => {
    const { asked, ask } = questions<{ items: number[] }>();
    const load = effectScope().run(() => useLoad(ask))!;
    asked[0]!.answer({ items: [] });
    await settled();
    expect(load.state.value.kind).toBe('empty');
  });

  it('tells why it failed, and can be asked again', async () => {
    const { asked, ask } = questions<number[]>();
    const load = effectScope().run(() => useLoad(ask))!;
    asked[0]!.fail(new TypeError('no line'));
    await settled();
    expect(load.state.value).toMatchObject({ kind: 'failed', failure: { kind: 'offline' } });
    void load.reload();
    expect(load.state.value.kind).toBe('loading');
    asked[1]!.answer([2]);
    await settled();
    expect(load.state.value).toEqual({ kind: 'there', value: [2] });
  });

  it('keeps what it has when a quiet renewal fails, and says that it is old', async () => {
    const { asked, ask } = questions<number[]>();
    const load = effectScope().run(() => useLoad(ask))!;
    asked[0]!.answer([1]);
    await settled();
    void load.refresh();
    expect(load.state.value.kind).toBe('there');
    asked[1]!.fail(new Failure('busy'));
    await settled();
    expect(load.state.value).toEqual({ kind: 'there', value: [1] });
    expect(load.stale.value?.kind).toBe('busy');
  });

  it('drops an answer that a later question has overtaken', async () => {
    const { asked, ask } = questions<string>();
    const word = ref('a');
    const load = effectScope().run(() => useLoad(ask, { when: word }))!;
    word.value = 'b';
    await nextTick();
    expect(asked[0]!.signal.aborted).toBe(true);
    asked[1]!.answer('of b');
    asked[0]!.answer('of a');
    await settled();
    expect(load.state.value).toEqual({ kind: 'there', value: 'of b' });
  });
});

describe('what failed for want of a line', () => {
  afterEach(() => vi.useRealTimers());

  it('is asked again by itself, ever more rarely, and shows the failure meanwhile', async () => {
    vi.useFakeTimers();
    const { asked, ask } = questions<number[]>();
    const load = effectScope().run(() => useLoad(ask))!;
    asked[0]!.fail(new TypeError('no line'));
    await vi.advanceTimersByTimeAsync(3_999);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toHaveLength(2);
    expect(load.state.value.kind).toBe('failed');
    asked[1]!.fail(new Failure('busy'));
    await vi.advanceTimersByTimeAsync(7_999);
    expect(asked).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    asked[2]!.answer([3]);
    await vi.advanceTimersByTimeAsync(200_000);
    expect(load.state.value).toEqual({ kind: 'there', value: [3] });
    expect(asked).toHaveLength(3);
  });

  it('is asked again at once when the line is back, and not at all once nobody looks', async () => {
    vi.useFakeTimers();
    const { asked, ask } = questions<number[]>();
    const scope = effectScope();
    scope.run(() => useLoad(ask));
    window.dispatchEvent(new Event('online'));
    expect(asked).toHaveLength(1);
    asked[0]!.fail(new TypeError('no line'));
    await vi.advanceTimersByTimeAsync(1);
    window.dispatchEvent(new Event('online'));
    expect(asked).toHaveLength(2);
    asked[1]!.fail(new TypeError('no line'));
    await vi.advanceTimersByTimeAsync(1);
    scope.stop();
    await vi.advanceTimersByTimeAsync(200_000);
    expect(asked).toHaveLength(2);
  });

  it('is left alone where asking again would not help', async () => {
    vi.useFakeTimers();
    const { asked, ask } = questions<number[]>();
    effectScope().run(() => useLoad(ask));
    asked[0]!.fail(new Failure('forbidden'));
    await vi.advanceTimersByTimeAsync(200_000);
    expect(asked).toHaveLength(1);
  });

  it('is left alone where only the reader asks again', async () => {
    vi.useFakeTimers();
    const { asked, ask } = questions<number[]>();
    const load = effectScope().run(() => useLoad(ask, { again: false }))!;
    asked[0]!.fail(new Failure('busy', 'timeout', [], 1));
    await vi.advanceTimersByTimeAsync(200_000);
    window.dispatchEvent(new Event('online'));
    expect(asked).toHaveLength(1);
    expect(load.state.value.kind).toBe('failed');
    void load.reload();
    expect(asked).toHaveLength(2);
  });
});

import { effectScope, ref } from 'vue';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useWhatIf, type Question } from './useWhatIf';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The questions that reached the service, which is busy or answers. */
function service(busy: () => boolean): Question[] {
  const heard: Question[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    heard.push((await request.json()) as Question);
    if (busy()) return Response.json({ code: 'timeout' }, { status: 503, headers: { 'retry-after': '1' } });
    return Response.json({ cases: heard.length });
  });
  return heard;
}

describe('a what-if', () => {
  it('that the service had no time for is asked again by the reader alone', async () => {
    vi.useFakeTimers();
    let busy = true;
    const heard = service(() => busy);
    const load = effectScope().run(useWhatIf)!;
    expect(heard).toEqual([]);
    void load.ask({ from: '2026-10-01', to: '2026-11-01' });
    await vi.advanceTimersByTimeAsync(300_000);
    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(300_000);
    expect(heard).toHaveLength(1);
    expect(load.state.value).toMatchObject({ kind: 'failed', failure: { kind: 'busy' } });
    busy = false;
    await load.ask({ from: '2026-10-01', to: '2026-11-01' });
    expect(heard).toHaveLength(2);
    expect(load.state.value).toMatchObject({ kind: 'there', value: { cases: 2 } });
  });

  it('keeps to the question of the click while the reader goes on writing', async () => {
    const heard = service(() => false);
    const load = effectScope().run(useWhatIf)!;
    const question = ref<Question>({ from: '2026-10-01', to: '2026-11-01', policy: { document: 'version = 2' } });
    const asking = load.ask(question.value);
    question.value.policy!.document = 'version = 3';
    await asking;
    expect(heard).toEqual([{ from: '2026-10-01', to: '2026-11-01', policy: { document: 'version = 2' } }]);
    expect(load.asked.value).toEqual(heard[0]);
    await load.refresh();
    expect(heard[1]).toEqual(heard[0]);
  });
});

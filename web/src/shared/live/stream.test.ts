import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Bus } from './bus';
import { ANSWER_MILLISECONDS_MAX, eventsIn, SILENCE_MILLISECONDS_MAX, Stream } from './stream';

const encode = (text: string) => new TextEncoder().encode(text);
const notice = (position: number) => `id: ${position}\nevent: DispatchSigned\ndata: {"position":${position}}\n\n`;

describe('the text of a stream', () => {
  it('is read event by event, whatever the pieces', () => {
    const text = `: whistle\n\n${notice(7)}${notice(8)}id: 9\nevent: Disp`;
    expect(eventsIn(text)).toEqual({
      events: [{ type: 'DispatchSigned', data: '{"position":7}' }, { type: 'DispatchSigned', data: '{"position":8}' }],
      rest: 'id: 9\nevent: Disp',
    });
    expect(eventsIn('data: a\r\ndata: b\r\n\r\n').events).toEqual([{ type: 'message', data: 'a\nb' }]);
  });
});

describe('a stream', () => {
  let body: ReadableStreamDefaultController<Uint8Array>;
  let asked: string[];
  let frozen: boolean;
  beforeEach(() => {
    vi.useFakeTimers();
    asked = [];
    frozen = false;
    vi.stubGlobal('fetch', async (address: string, { signal }: { signal: AbortSignal }) => {
      asked.push(address);
      if (frozen) return new Promise((_, fail) => signal.addEventListener('abort', () => fail(new DOMException('', 'AbortError'))));
      return { ok: true, body: new ReadableStream<Uint8Array>({ start: (controller) => void (body = controller) }) };
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

  it('tells what comes, and nothing of what only says that it lives', async () => {
    const heard: string[] = [];
    const stream = new Stream('/stream');
    stream.addEventListener('open', () => heard.push('open'));
    stream.addEventListener('DispatchSigned', (event) => heard.push((event as MessageEvent<string>).data));
    await pass(0);
    body.enqueue(encode(': still here\n\n'));
    body.enqueue(encode(notice(3).slice(0, 20)));
    body.enqueue(encode(notice(3).slice(20)));
    await pass(0);
    expect(heard).toEqual(['open', '{"position":3}']);
    stream.close();
  });

  it('is open as long as the service says that it is there, and lost when it does not', async () => {
    const line = new Bus((address) => new Stream(address));
    const stop = line.listen(() => undefined);
    await pass(0);
    body.enqueue(encode(notice(41)));
    for (let turn = 0; turn < 10; turn += 1) {
      await pass(15_000);
      body.enqueue(encode(':\n\n'));
      await pass(0);
    }
    expect(line.state.value).toBe('open');
    frozen = true;
    await pass(SILENCE_MILLISECONDS_MAX);
    expect(line.state.value).toBe('connecting');
    await pass(1_000 + ANSWER_MILLISECONDS_MAX);
    expect(line.state.value).toBe('lost');
    expect(asked[1]).toContain('after=41');
    frozen = false;
    await pass(60_000);
    expect(line.state.value).toBe('open');
    stop();
  });

  it('is renewed without a word when the service ends it', async () => {
    const line = new Bus((address) => new Stream(address));
    const stop = line.listen(() => undefined);
    await pass(0);
    body.close();
    await pass(500);
    expect(line.state.value).toBe('connecting');
    await pass(600);
    expect(line.state.value).toBe('open');
    expect(asked).toHaveLength(2);
    stop();
  });
});

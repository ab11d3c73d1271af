import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Bus, type Source } from './bus';

class Stream implements Source {
  readyState = 0;
  closed = false;
  private readonly heard = new Map<string, ((event: Event) => void)[]>();
  constructor(readonly address: string) {}
  addEventListener(type: string, listener: unknown): void {
    this.heard.set(type, [...(this.heard.get(type) ?? []), listener as (event: Event) => void]);
  }
  close(): void {
    this.closed = true;
    this.readyState = 2;
  }
  tell(type: string, data?: object): void {
    const event = data ? new MessageEvent(type, { data: JSON.stringify(data) }) : new Event(type);
    this.heard.get(type)?.forEach((listener) => listener(event));
  }
}

const notice = (position: number) => ({ position, case_id: 'c', version: 2, type: 'DispatchSigned', occurred_at: '' });

describe('the bus', () => {
  const streams: Stream[] = [];
  const bus = () =>
    new Bus((address) => {
      const stream = new Stream(address);
      streams.push(stream);
      return stream;
    });

  beforeEach(() => {
    streams.length = 0;
    vi.useFakeTimers();
  });
  afterEach(() => vi.useRealTimers());

  it('opens one line for all who listen, and closes it after the last', () => {
    const line = bus();
    const heard: number[] = [];
    const stop = [line.listen((n) => heard.push(n.position)), line.listen((n) => heard.push(-n.position))];
    expect(streams).toHaveLength(1);
    streams[0]!.tell('DispatchSigned', notice(7));
    expect(heard).toEqual([7, -7]);
    stop[0]!();
    expect(streams[0]!.closed).toBe(false);
    stop[1]!();
    expect(streams[0]!.closed).toBe(true);
    expect(line.state.value).toBe('closed');
  });

  it('leaves a broken line to the browser, which resumes by itself', () => {
    const line = bus();
    line.listen(() => undefined);
    streams[0]!.tell('open');
    expect(line.state.value).toBe('open');
    streams[0]!.tell('error');
    expect(line.state.value).toBe('connecting');
    vi.advanceTimersByTime(120_000);
    expect(streams).toHaveLength(1);
  });

  it('asks again after a refusal, ever more slowly, from where it was', () => {
    const line = bus();
    line.listen(() => undefined);
    streams[0]!.tell('DispatchSigned', notice(41));
    streams[0]!.readyState = 2;
    streams[0]!.tell('error');
    vi.advanceTimersByTime(999);
    expect(streams).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(streams[1]!.address).toBe('/api/v1/events/stream?after=41');
    streams[1]!.readyState = 2;
    streams[1]!.tell('error');
    vi.advanceTimersByTime(1_999);
    expect(streams).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(streams).toHaveLength(3);
  });

  it('asks no more once nobody listens', () => {
    const line = bus();
    const stop = line.listen(() => undefined);
    streams[0]!.readyState = 2;
    streams[0]!.tell('error');
    stop();
    vi.advanceTimersByTime(120_000);
    expect(streams).toHaveLength(1);
  });
});

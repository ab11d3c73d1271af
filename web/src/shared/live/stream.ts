import type { Source } from './bus';

/** How long the head of an answer may take. */
export const ANSWER_MILLISECONDS_MAX = 10_000;
/** How long a line may be silent: the service says every fifteen seconds that it is still there. */
export const SILENCE_MILLISECONDS_MAX = 40_000;

const Ready = { Connecting: 0, Open: 1, Closed: 2 } as const;

/** The events in a text, and what is left of it: an event ends with an empty line. */
export function eventsIn(text: string): { events: { type: string; data: string }[]; rest: string } {
  const parts = text.replace(/\r\n?/g, '\n').split('\n\n');
  const rest = parts.pop() ?? '';
  const events = parts.flatMap((part) => {
    const lines = part.split('\n').map((line) => /^(\w+): ?(.*)$/.exec(line));
    const of = (field: string) => lines.filter((line) => line?.[1] === field).map((line) => line?.[2] ?? '');
    const data = of('data');
    return data.length === 0 ? [] : [{ type: of('event')[0] ?? 'message', data: data.join('\n') }];
  });
  return { events, rest };
}

/**
 * A stream of server-sent events that knows when it has died. `EventSource` keeps from its page what the service sends to
 * show that it lives, so that a line on which nothing comes any more looks like one on which nothing happens.
 */
export class Stream implements Source {
  readyState: number = Ready.Connecting;
  private readonly listeners = new Map<string, ((event: Event) => void)[]>();
  private readonly end = new AbortController();
  private patience: ReturnType<typeof setTimeout> | undefined;

  constructor(address: string) {
    void this.read(address);
  }

  addEventListener(type: string, listener: (event: Event) => void): void {
    this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener]);
  }

  close(): void {
    this.readyState = Ready.Closed;
    clearTimeout(this.patience);
    this.end.abort();
  }

  private tell(event: Event): void {
    this.listeners.get(event.type)?.forEach((listener) => listener(event));
  }

  private wait(milliseconds: number): void {
    clearTimeout(this.patience);
    this.patience = setTimeout(() => this.lose(), milliseconds);
  }

  private lose(): void {
    if (this.readyState === Ready.Closed) return;
    this.close();
    this.tell(new Event('error'));
  }

  private async read(address: string): Promise<void> {
    try {
      this.wait(ANSWER_MILLISECONDS_MAX);
      const headers = { accept: 'text/event-stream' };
      const answer = await fetch(address, { headers, credentials: 'same-origin', cache: 'no-store', signal: this.end.signal });
      if (!answer.ok || !answer.body) return this.lose();
      this.readyState = Ready.Open;
      this.tell(new Event('open'));
      await this.listen(answer.body.getReader());
    } catch {
      // Cut off, or never reached: whoever listens asks again.
    }
    this.lose();
  }

  private async listen(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    for (;;) {
      this.wait(SILENCE_MILLISECONDS_MAX);
      const { done, value } = await reader.read();
      if (done || this.readyState === Ready.Closed) return;
      const { events, rest } = eventsIn(text + decoder.decode(value, { stream: true }));
      text = rest;
      events.forEach(({ type, data }) => this.tell(new MessageEvent(type, { data })));
    }
  }
}

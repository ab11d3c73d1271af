import { onScopeDispose, readonly, ref, type Ref } from 'vue';
import type { components } from '../api/schema';
import { caseEventWord } from '../wording/case-events';
import { Stream } from './stream';

export type Notice = components['schemas']['EventNotice'];
export type Listener = (notice: Notice) => void;
/** Whether what changes arrives by itself. */
export type LineState = 'closed' | 'connecting' | 'open' | 'lost';

const STREAM = '/api/v1/events/stream';
const RETRY_MILLISECONDS_MIN = 1_000;
const RETRY_MILLISECONDS_MAX = 60_000;

/** What the bus needs of a stream. */
export interface Source {
  /** 2: it gave up. */
  readonly readyState: number;
  addEventListener(type: string, listener: (event: Event) => void): void;
  close(): void;
}

/**
 * One stream of events for the whole tab. It is open while somebody listens. Where the line breaks or falls silent the bus
 * asks again and says what it has heard last, so that nothing is missed. A line that ends is renewed without a word; it is
 * lost when that does not succeed.
 */
export class Bus {
  private readonly listeners = new Set<Listener>();
  private source: Source | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pause = RETRY_MILLISECONDS_MIN;
  private last: number | undefined;
  readonly state: Ref<LineState> = ref('closed');

  constructor(private readonly open: (address: string) => Source) {}

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    if (!this.source && this.timer === undefined) this.connect();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.hangUp();
    };
  }

  private connect(): void {
    this.timer = undefined;
    if (this.state.value !== 'lost') this.state.value = 'connecting';
    const source = this.open(this.last === undefined ? STREAM : `${STREAM}?after=${this.last}`);
    this.source = source;
    source.addEventListener('open', () => {
      this.pause = RETRY_MILLISECONDS_MIN;
      this.state.value = 'open';
    });
    source.addEventListener('error', () => this.broke(source));
    // The stream names its events by what happened, and a listener is needed for each name.
    for (const type of caseEventWord.codes) source.addEventListener(type, (event) => this.hear(event as MessageEvent));
  }

  private hear(event: MessageEvent<string>): void {
    const notice = JSON.parse(event.data) as Notice;
    this.last = notice.position;
    this.listeners.forEach((listener) => listener(notice));
  }

  private broke(source: Source): void {
    if (this.source !== source) return;
    this.state.value = this.state.value === 'open' ? 'connecting' : 'lost';
    if (source.readyState !== 2) return;
    source.close();
    this.source = undefined;
    this.timer = setTimeout(() => this.connect(), this.pause);
    this.pause = Math.min(this.pause * 2, RETRY_MILLISECONDS_MAX);
  }

  private hangUp(): void {
    this.source?.close();
    this.source = undefined;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.state.value = 'closed';
    // Whoever listens again has loaded anew, and needs nothing from before.
    this.last = undefined;
  }
}

const bus = new Bus((address) => new Stream(address));

/** Hears of everything that happens and that the account may know of, while the component lives. */
export function useLive(listener: Listener): Readonly<Ref<LineState>> {
  onScopeDispose(bus.listen(listener));
  return readonly(bus.state);
}

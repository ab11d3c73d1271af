import { readonly, shallowRef, watch, type Ref } from 'vue';
import { answerOf, api, publicApi } from '@/shared/api/client';
import { asFailure, type Failure } from '@/shared/api/failure';
import type { components } from '@/shared/api/schema';
import { forget, recall, remember } from '../kept/database';
import { keepReceipt } from '../mine/receipts';
import { sendAll, sendByAccount, sendByStranger, unsent, type Photo } from '@/shared/photos/upload';
import { clearDraft, type Parcel, type Whistle } from './draft';

export type Receipt = components['schemas']['Receipt'];

/** Where the whistle that was sent is. A queue of one: the next is written when this one has arrived. */
export type OutboxState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'sending'; readonly parcel: Parcel }
  /** The line is down, or the service busy: it goes by itself as soon as it can. */
  | { readonly kind: 'waiting'; readonly parcel: Parcel; readonly failure: Failure }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'arrived'; readonly receipt: Receipt; readonly whistle: Whistle };

export interface Ways {
  /** Sends the whistle, with what the service calls its photographs. */
  readonly send: (parcel: Parcel, photos: readonly string[]) => Promise<Receipt>;
  /** Sends its photographs; `keep` is told of each that has arrived. */
  readonly sendPhotos: (parcel: Parcel, keep: (photos: readonly Photo[]) => Promise<void>) => Promise<readonly string[]>;
  readonly keep: (parcel: Parcel | undefined) => Promise<void>;
  readonly kept: () => Promise<Parcel | undefined>;
  /** What follows when it has arrived. */
  readonly arrived: (receipt: Receipt, parcel: Parcel) => Promise<void>;
}

export class Outbox {
  private readonly now = shallowRef<OutboxState>({ kind: 'empty' });
  readonly state: Readonly<Ref<OutboxState>> = readonly(this.now) as Readonly<Ref<OutboxState>>;

  constructor(private readonly ways: Ways) {}

  /** Takes up what waited when the page was left. */
  async restore(): Promise<void> {
    const parcel = await this.ways.kept();
    if (parcel && this.now.value.kind === 'empty') await this.deliver(parcel);
  }

  /** Sends a whistle. It is kept first: from here on it cannot be lost. */
  async post(parcel: Parcel): Promise<void> {
    if (this.now.value.kind === 'sending' || this.now.value.kind === 'waiting') return;
    this.now.value = { kind: 'sending', parcel };
    await this.ways.keep(parcel);
    await this.deliver(parcel);
  }

  /** Tries again what waits; does nothing while it is on its way. */
  async retry(): Promise<void> {
    if (this.now.value.kind === 'waiting') await this.deliver(this.now.value.parcel);
  }

  /** Back to the draft, to write something else. */
  async recall(): Promise<void> {
    if (this.now.value.kind === 'sending') return;
    await this.ways.keep(undefined);
    this.now.value = { kind: 'empty' };
  }

  private async deliver(parcel: Parcel, photosAgain = true): Promise<void> {
    this.now.value = { kind: 'sending', parcel };
    let latest = parcel;
    try {
      const ids = await this.ways.sendPhotos(parcel, async (photos) => {
        latest = { ...latest, photos };
        await this.ways.keep(latest);
      });
      const receipt = await this.ways.send(latest, ids);
      await this.ways.arrived(receipt, latest);
      await this.ways.keep(undefined);
      this.now.value = { kind: 'arrived', receipt, whistle: latest.whistle };
    } catch (thrown) {
      const failure = asFailure(thrown);
      // The service keeps a photograph that nobody has used for a day; a line can be down for longer.
      if (photosAgain && failure.fields.some(({ code }) => code === 'unknown_photo')) {
        await this.deliver({ ...latest, photos: unsent(latest.photos) }, false);
      } else {
        await this.failed(latest, failure);
      }
    }
  }

  private async failed(parcel: Parcel, failure: Failure): Promise<void> {
    // Our own fault may be over in a moment; what the service refuses it will refuse again.
    if (failure.worthRepeating || failure.kind === 'broken') {
      this.now.value = { kind: 'waiting', parcel, failure };
      return;
    }
    await this.ways.keep(undefined);
    this.now.value = { kind: 'refused', failure };
  }
}

export const outbox = new Outbox({
  send(parcel, photos) {
    const body = { ...parcel.whistle, photos: [...photos] };
    const client = parcel.known ? api : publicApi;
    return answerOf(client.POST('/api/v1/cases', { body, params: { header: { 'Idempotency-Key': parcel.key } } }));
  },
  sendPhotos: ({ photos, known }, keep) => sendAll(photos, keep, known ? sendByAccount : sendByStranger),
  keep: (parcel) => (parcel ? remember('outbox', parcel) : forget('outbox')),
  kept: () => recall<Parcel>('outbox'),
  async arrived(receipt, { whistle, rememberContact }) {
    await keepReceipt({
      number: receipt.number,
      code: receipt.query_code,
      title: whistle.title,
      category: whistle.category,
      description: whistle.description ?? undefined,
      raisedAt: new Date().toISOString(),
    });
    await clearDraft(rememberContact);
  },
});

/** How long after the last attempt the next is made: a line may be back without anybody saying so, a busy service needs its time. */
const RETRY_MILLISECONDS = { offline: 3_000, busy: 15_000 } as const;
/** A device says that the line is back a little before it is: what failed then is tried again soon. */
const SOON_MILLISECONDS: readonly number[] = [0, 700, 2_000, 5_000];

/** Sends what waits as soon as there is a chance: the line is back, the page is looked at again, or time has passed. */
export function keepTrying(): void {
  const retry = () => void outbox.retry();
  window.addEventListener('online', () => retrySoon(retry));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') retrySoon(retry);
  });
  // Not every device says when the line is back.
  let pause: ReturnType<typeof setTimeout> | undefined;
  watch(outbox.state, (now) => {
    clearTimeout(pause);
    if (now.kind === 'waiting') pause = setTimeout(retry, RETRY_MILLISECONDS[now.failure.kind === 'offline' ? 'offline' : 'busy']);
  });
  void outbox.restore();
}

/** Tries at once and a few times shortly after; trying does nothing when nothing waits. */
export function retrySoon(retry: () => void): void {
  SOON_MILLISECONDS.forEach((pause) => (pause === 0 ? retry() : setTimeout(retry, pause)));
}

import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Failure } from '@/shared/api/failure';
import { recall, remember, forget } from '../kept/database';
import { withReceipt, type KeptReceipt } from '../mine/receipts';
import { emptyDraft, missingIn, parcelOf, titleOf, whistleOf, type Draft, type Parcel } from './draft';
import { photoOf, sendAll } from '@/shared/photos/upload';
import { Outbox, retrySoon, type Receipt } from './outbox';

const draft = (over: Partial<Draft> = {}): Draft => ({ ...emptyDraft(), category: '0102', grid: 'g01', ...over });
const called = { anonymous: false, name: '', phone: '13900000000' };

describe('what is sent', () => {
  it('has a title in any case', () => {
    expect(titleOf('', '松影一苑', '暴露垃圾')).toBe('松影一苑 暴露垃圾');
    expect(titleOf('3号楼垃圾没人清。已经三天了', '松影一苑', '暴露垃圾')).toBe('3号楼垃圾没人清');
    expect(Array.from(titleOf('长'.repeat(200), '', ''))).toHaveLength(60);
  });

  it('says the story once', () => {
    expect(whistleOf(draft({ text: '垃圾没人清', contact: called }), '松影一苑', '暴露垃圾', false)).toEqual({
      title: '垃圾没人清',
      category: '0102',
      location: { grid: 'g01' },
      reporter: { phone: '13900000000' },
    });
    expect(whistleOf(draft({ text: '垃圾没人清。臭' }), '', '', true).description).toBe('垃圾没人清。臭');
  });

  it('names nobody who wants to stay unknown', () => {
    const anonymous = { anonymous: true, name: '示例居民', phone: '13900000000' };
    const whistle = whistleOf(draft({ contact: anonymous, confidential: true }), 'a', 'b', false);
    expect(whistle).toMatchObject({ anonymous: true });
    expect(JSON.stringify(whistle)).not.toMatch(/1390|示例|confidential/);
  });

  it('leaves the name to the account of whoever has one', () => {
    expect(whistleOf(draft({ contact: called }), 'a', 'b', true)).not.toHaveProperty('reporter');
  });

  it('knows what is missing', () => {
    expect(missingIn(draft({ category: undefined }), false)).toBe('category');
    expect(missingIn(draft({ grid: undefined }), false)).toBe('grid');
    expect(missingIn(draft(), false)).toBe('contact');
    expect(missingIn(draft(), true)).toBeUndefined();
    expect(missingIn(draft({ contact: called }), false)).toBeUndefined();
  });
});

describe('the outbox', () => {
  afterEach(() => void vi.useRealTimers());
  const receipt: Receipt = { id: 'i', number: 'n', query_code: 'c', status: 'raised', version: 1 };

  /** An outbox whose attempts end as given, over the real database. */
  function outbox(...ends: (Failure | Receipt)[]) {
    const keys: string[] = [];
    const arrived: string[] = [];
    const named: (readonly string[])[] = [];
    let uploads = 0;
    const box = new Outbox({
      async send(parcel, photos) {
        keys.push(parcel.key);
        named.push(photos);
        const end = ends.shift() ?? receipt;
        if (end instanceof Failure) throw end;
        return end;
      },
      sendPhotos: ({ photos }, keep) => sendAll(photos, keep, async () => `photo-${(uploads += 1)}`),
      keep: (parcel) => (parcel ? remember('test-outbox', parcel) : forget('test-outbox')),
      kept: () => recall<Parcel>('test-outbox'),
      arrived: async ({ number }) => void arrived.push(number),
    });
    return { box, keys, arrived, named };
  }
  const parcel = () => parcelOf(draft({ contact: called }), 'a', 'b', false, false);

  it('keeps what could not be sent, and sends it with the same key, once', async () => {
    const { box, keys, arrived } = outbox(new Failure('offline'), new Failure('busy'));
    await box.post(parcel());
    expect(box.state.value.kind).toBe('waiting');
    expect((await recall<Parcel>('test-outbox'))?.key).toBe(keys[0]);
    await box.retry();
    await box.retry();
    expect(box.state.value.kind).toBe('arrived');
    await box.retry();
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(arrived).toEqual(['n']);
    expect(await recall('test-outbox')).toBeUndefined();
  });

  it('takes it up again after the page was left', async () => {
    const before = outbox(new Failure('offline'));
    await before.box.post(parcel());
    const after = outbox();
    await after.box.restore();
    expect(after.box.state.value.kind).toBe('arrived');
    expect(after.keys).toEqual(before.keys);
  });

  it('gives back what is refused, to be put right under a new key', async () => {
    const { box, keys } = outbox(new Failure('invalid', 'invalid_fields'));
    await box.post(parcel());
    expect(box.state.value.kind).toBe('refused');
    expect(await recall('test-outbox')).toBeUndefined();
    await box.post(parcel());
    expect(box.state.value.kind).toBe('arrived');
    expect(new Set(keys).size).toBe(2);
  });

  const withPhoto = () => parcelOf(draft({ contact: called, photos: [photoOf(new Blob(['a']))] }), 'a', 'b', false, false);
  const forgotten = () => new Failure('invalid', 'invalid_fields', [{ pointer: '/photos/0', code: 'unknown_photo', detail: '' }]);

  it('sends a photograph again that the service no longer has, under the same key', async () => {
    const { box, keys, named } = outbox(new Failure('offline'), forgotten());
    await box.post(withPhoto());
    await box.retry();
    expect(box.state.value.kind).toBe('arrived');
    expect(named).toEqual([['photo-1'], ['photo-1'], ['photo-2']]);
    expect(new Set(keys).size).toBe(1);
  });

  it('does not send photographs for ever', async () => {
    const { box, named } = outbox(forgotten(), forgotten());
    await box.post(withPhoto());
    expect(box.state.value.kind).toBe('refused');
    expect(named).toEqual([['photo-1'], ['photo-2']]);
  });

  it('does not wait long when the line comes back a moment later than was said', async () => {
    const { box, keys } = outbox(new Failure('offline'), new Failure('offline'));
    await box.post(parcel());
    vi.useFakeTimers();
    retrySoon(() => void box.retry());
    await vi.advanceTimersByTimeAsync(100);
    expect([box.state.value.kind, keys.length]).toEqual(['waiting', 2]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect([box.state.value.kind, keys.length]).toEqual(['arrived', 3]);
  });

  it('sends one at a time', async () => {
    const { box, keys } = outbox(new Failure('offline'));
    await box.post(parcel());
    await box.post(parcel());
    expect(keys).toHaveLength(1);
    await box.recall();
    expect(box.state.value.kind).toBe('empty');
    expect(await recall('test-outbox')).toBeUndefined();
  });
});

it('a device keeps each receipt once, the newest first, and not without end', () => {
  const at = (number: string, day: number): KeptReceipt => ({
    number,
    code: 'c',
    title: 't',
    category: '0102',
    description: undefined,
    raisedAt: `2026-11-${String(day).padStart(2, '0')}`,
  });
  const kept = [at('a', 3), at('b', 2)].reduce<KeptReceipt[]>(withReceipt, []);
  expect(withReceipt(kept, at('b', 4)).map(({ number }) => number)).toEqual(['b', 'a']);
  const many = Array.from({ length: 60 }, (_, day) => at(`n${day}`, day)).reduce<KeptReceipt[]>(withReceipt, []);
  expect(many).toHaveLength(50);
  expect(many[0]!.number).toBe('n59');
});

import { effectScope, nextTick } from 'vue';
import { describe, expect, it } from 'vitest';
import { Failure } from '@/shared/api/failure';
import { photoOf, type Photo } from './upload';
import { useSending } from './useSending';

/** Photographs that arrive, or do not, when the test says so. */
function sending() {
  const asked: { photo: Photo; arrive(): void; fail(failure: Failure): void }[] = [];
  const send = (photo: Photo) =>
    new Promise<string>((answer, fail) => {
      asked.push({ photo, arrive: () => answer(`id-of-${photo.key}`), fail });
    });
  return { asked, ...effectScope().run(() => useSending(send))! };
}
const settled = () => new Promise((done) => setTimeout(done));
const [a, b] = [photoOf(new Blob(['a'])), photoOf(new Blob(['b']))];
const idOf = (photo: Photo) => `id-of-${photo.key}`;

describe('photographs that are sent as they are chosen', () => {
  it('are waited for until the last has arrived', async () => {
    const { asked, photos, ids, waiting } = sending();
    expect(waiting.value).toBe(false);
    photos.value = [a];
    expect(waiting.value).toBe(true);
    await nextTick();
    photos.value = [...photos.value, b];
    await nextTick();
    expect(asked).toHaveLength(1);
    asked[0]!.arrive();
    await settled();
    expect(waiting.value).toBe(true);
    asked[1]!.arrive();
    await settled();
    expect(waiting.value).toBe(false);
    expect(ids.value).toEqual([idOf(a), idOf(b)]);
  });

  it('are waited for when one takes the place of another that is on its way', async () => {
    const { asked, photos, ids, waiting } = sending();
    photos.value = [a];
    await nextTick();
    photos.value = [];
    await nextTick();
    expect(waiting.value).toBe(false);
    photos.value = [b];
    await nextTick();
    expect(waiting.value).toBe(true);
    asked[0]!.arrive();
    await settled();
    expect([waiting.value, ids.value]).toEqual([true, []]);
    asked[1]!.arrive();
    await settled();
    expect([waiting.value, ids.value]).toEqual([false, [idOf(b)]]);
  });

  it('go on when one fails that nobody wants any more', async () => {
    const { asked, photos, ids, failure } = sending();
    photos.value = [a, b];
    await nextTick();
    photos.value = [b];
    await nextTick();
    asked[0]!.fail(new Failure('offline'));
    await settled();
    expect(failure.value).toBeUndefined();
    asked[1]!.arrive();
    await settled();
    expect(ids.value).toEqual([idOf(b)]);
  });

  it('stop at a failure, which goes with the photograph that failed', async () => {
    const { asked, photos, ids, waiting, failure } = sending();
    photos.value = [a, b];
    await nextTick();
    asked[0]!.arrive();
    await settled();
    asked[1]!.fail(new Failure('invalid', 'too_large'));
    await settled();
    expect([waiting.value, failure.value?.code]).toEqual([true, 'too_large']);
    expect(asked).toHaveLength(2);
    photos.value = photos.value.filter(({ key }) => key !== b.key);
    await nextTick();
    expect([waiting.value, failure.value]).toEqual([false, undefined]);
    expect(ids.value).toEqual([idOf(a)]);
  });

  it('are sent again on demand', async () => {
    const { asked, photos, ids, failure, again } = sending();
    photos.value = [a];
    await nextTick();
    asked[0]!.fail(new Failure('offline'));
    await settled();
    void again();
    void again();
    expect(failure.value).toBeUndefined();
    expect(asked).toHaveLength(2);
    asked[1]!.arrive();
    await settled();
    expect(ids.value).toEqual([idOf(a)]);
  });
});

import { describe, expect, it } from 'vitest';
import { Failure } from '@/shared/api/failure';
import { lightEnough, shrunkSize } from './shrink';
import { photoOf, sendAll, type Photo } from './upload';

describe('a photograph is made small', () => {
  it.each([
    [{ width: 4000, height: 3000 }, { width: 1600, height: 1200 }],
    [{ width: 3000, height: 4000 }, { width: 1200, height: 1600 }],
    [{ width: 800, height: 600 }, { width: 800, height: 600 }],
    [{ width: 20_000, height: 3 }, { width: 1600, height: 1 }],
  ])('%o', (size, shrunk) => expect(shrunkSize(size)).toEqual(shrunk));

  it('by quality, only as far as it must be', async () => {
    const asked: number[] = [];
    const draw = (heaviness: number) => async (quality: number) => {
      asked.push(quality);
      return new Blob([new Uint8Array(Math.round(quality * heaviness))]);
    };
    expect((await lightEnough(draw(1000), 900)).size).toBe(820);
    expect(asked).toEqual([0.82]);
    expect((await lightEnough(draw(1000), 600)).size).toBe(550);
    expect((await lightEnough(draw(10_000), 600)).size).toBe(4000);
  });
});

describe('photographs are sent one by one', () => {
  const photos = () => [photoOf(new Blob(['a'])), photoOf(new Blob(['b'])), photoOf(new Blob(['c']))];

  it('and not again after a break', async () => {
    let kept: readonly Photo[] = photos();
    const sent: string[] = [];
    let broken = true;
    const send = async (photo: Photo) => {
      if (sent.length === 1 && broken) throw new Failure('offline');
      sent.push(photo.key);
      return `id-of-${photo.key}`;
    };
    const keep = async (now: readonly Photo[]) => {
      kept = now;
    };
    await expect(sendAll(kept, keep, send)).rejects.toThrow();
    broken = false;
    const ids = await sendAll(kept, keep, send);
    expect(new Set(sent).size).toBe(3);
    expect(sent).toHaveLength(3);
    expect(ids).toEqual(kept.map(({ key }) => `id-of-${key}`));
  });

  it('each called by a name of its own', () => expect(new Set(photos().map(({ key }) => key)).size).toBe(3));
});

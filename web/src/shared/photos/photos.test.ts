import { afterEach, describe, expect, it, vi } from 'vitest';
import { onSignedOut } from '@/shared/api/client';
import { Failure } from '@/shared/api/failure';
import { lightEnough, shrunkSize } from './shrink';
import { learnt, photoOf, sendAll, sendByAccount, sendByStranger, type Photo, type SendPhoto } from './upload';

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

describe('what a page has learnt of its photographs', () => {
  const [first, second, third] = [photoOf(new Blob(['a'])), photoOf(new Blob(['b'])), photoOf(new Blob(['c']))];

  it('neither brings back one that was removed nor loses one that was added', () => {
    const sent = [{ ...first, id: 'of-a' }, { ...second, id: 'of-b' }];
    expect(learnt([second, third], sent)).toEqual([{ ...second, id: 'of-b' }, third]);
  });

  it('keeps what was known before', () => {
    expect(learnt([{ ...first, id: 'of-a' }], [first])).toEqual([{ ...first, id: 'of-a' }]);
  });
});

describe('a photograph on its way to the service', () => {
  const photo = photoOf(new Blob(['a picture'], { type: 'image/jpeg' }));
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  function service(answer: (request: Request) => Promise<Response>): Request[] {
    const asked: Request[] = [];
    vi.stubGlobal('fetch', (request: Request) => {
      asked.push(request);
      return answer(request);
    });
    return asked;
  }
  const answered = (status: number, body: unknown) => async () =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

  it.each<[string, SendPhoto, RequestCredentials]>([
    ['of whoever is logged in takes the session along', sendByAccount, 'same-origin'],
    ['of a stranger does not', sendByStranger, 'omit'],
  ])('%s', async (_, send, credentials) => {
    const asked = service(answered(201, { id: '0a1b' }));
    expect(await send(photo)).toBe('0a1b');
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ method: 'POST', credentials });
    expect(new URL(asked[0]!.url).pathname).toBe('/api/v1/photos');
    expect(asked[0]!.headers.get('content-type')).toBe('image/jpeg');
    expect(await asked[0]!.text()).toBe('a picture');
  });

  it('is given up when no answer can be coming any more, and may be sent again', async () => {
    vi.useFakeTimers();
    service(
      ({ signal }) => new Promise((_, fail) => signal.addEventListener('abort', () => fail(new DOMException('', 'AbortError')))),
    );
    const end = vi.fn();
    void sendByAccount(photo).catch(end);
    await vi.advanceTimersByTimeAsync(34_900);
    expect(end).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    expect(end).toHaveBeenCalledWith(expect.objectContaining({ kind: 'offline', worthRepeating: true }));
  });

  it('tells whoever keeps the session that it is over', async () => {
    service(answered(401, { code: 'unauthenticated' }));
    const told = vi.fn();
    const stop = onSignedOut(told);
    await expect(sendByAccount(photo)).rejects.toMatchObject({ kind: 'signed_out' });
    stop();
    expect(told).toHaveBeenCalledTimes(1);
  });
});

import { answerOf, api, newIdempotencyKey, publicApi } from '@/shared/api/client';

/** A photograph of a draft: sent once, whatever the line does. */
export interface Photo {
  /** What the page calls it. */
  readonly key: string;
  readonly picture: Blob;
  /** What the service calls it, once it has it. */
  readonly id?: string;
}

export const PHOTOS_MAX = 6;

export function photoOf(picture: Blob): Photo {
  return { key: newIdempotencyKey(), picture };
}

/** Sends one photograph; the answer is what the service calls it. */
export type SendPhoto = (photo: Photo) => Promise<string>;

/** Sends as whoever the client speaks for: the service takes more from those it knows. */
export function photoSender(client: typeof api): SendPhoto {
  return async ({ picture }) => {
    // The description of the API has bytes as a list of numbers; what goes over the line is the picture itself.
    const body = picture as never;
    const headers = { 'Content-Type': picture.type };
    const { id } = await answerOf(client.POST('/api/v1/photos', { body, headers, bodySerializer: () => picture }));
    return id;
  };
}

export const sendByAccount = photoSender(api);
export const sendByStranger = photoSender(publicApi);

/** The photographs as they are chosen now, with what has been learnt of them: one that was removed stays removed. */
export function learnt(chosen: readonly Photo[], sent: readonly Photo[]): readonly Photo[] {
  const ids = new Map(sent.map(({ key, id }) => [key, id]));
  return chosen.map((photo) => {
    const id = photo.id ?? ids.get(photo.key);
    return id ? { ...photo, id } : photo;
  });
}

/** The same photographs as if none had been sent. */
export function unsent(photos: readonly Photo[]): readonly Photo[] {
  return photos.map(({ key, picture }) => ({ key, picture }));
}

/**
 * Sends what is not sent yet, one after the other: two at once are slower on a bad line. After each, `keep` is told
 * how far it has come, so that nothing is sent again after a break.
 */
export async function sendAll(
  photos: readonly Photo[],
  keep: (photos: readonly Photo[]) => Promise<void>,
  send: SendPhoto,
): Promise<readonly string[]> {
  let sent = [...photos];
  for (const photo of photos) {
    if (photo.id) continue;
    const id = await send(photo);
    sent = sent.map((each) => (each.key === photo.key ? { ...each, id } : each));
    await keep(sent);
  }
  return sent.flatMap(({ id }) => id ?? []);
}

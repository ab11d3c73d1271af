import { newIdempotencyKey } from '@/shared/api/client';
import { asFailure, failureOf } from '@/shared/api/failure';

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

export const sendPhoto: SendPhoto = async ({ picture }) => {
  let response: Response;
  try {
    response = await fetch('/api/v1/photos', {
      method: 'POST',
      body: picture,
      credentials: 'omit',
      headers: { 'Content-Type': picture.type },
    });
  } catch (thrown) {
    throw asFailure(thrown);
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw failureOf(response, body);
  return (body as { id: string }).id;
};

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
  send: SendPhoto = sendPhoto,
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

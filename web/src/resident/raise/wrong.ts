import type { Failure } from '@/shared/api/failure';
import { missingIn, type Draft } from './draft';

/** The places of the form at which something can be wrong, from the top. */
const PLACES = ['category', 'grid', 'address', 'story', 'photos', 'contact', 'name'] as const;
export type WrongPlace = (typeof PLACES)[number];

/** What has to be put right before it can be sent: something is missing, or was refused with a code. */
export type Wrong =
  | { readonly at: 'category' | 'grid' | 'contact'; readonly code?: undefined }
  | { readonly at: WrongPlace; readonly code: string };

/** Where the service's names for what was sent stand in the form; the more exact come first. */
const POINTERS: readonly (readonly [start: string, at: WrongPlace])[] = [
  ['/reporter/name', 'name'],
  ['/reporter', 'contact'],
  ['/anonymous', 'contact'],
  ['/location/address', 'address'],
  ['/location', 'grid'],
  ['/category', 'category'],
  ['/title', 'story'],
  ['/description', 'story'],
  ['/photos', 'photos'],
];

const placeOf = (pointer: string): WrongPlace | undefined => POINTERS.find(([start]) => pointer.startsWith(start))?.[1];

/** What stands at each place, to tell whether it is still what was refused. */
export function valuesOf({ category, grid, point, address, text, photos, contact }: Draft): Readonly<Record<WrongPlace, string>> {
  return {
    category: category ?? '',
    grid: JSON.stringify([grid, point]),
    address,
    story: text,
    photos: photos.map(({ key }) => key).join(),
    contact: JSON.stringify([contact.anonymous, contact.phone]),
    name: contact.name,
  };
}

/** The first thing that is wrong. What was refused is wrong for as long as it is what was sent, and not once it is changed. */
export function firstWrong(now: Draft, known: boolean, refused: Failure | undefined, sent: ReturnType<typeof valuesOf> | undefined): Wrong | undefined {
  const missing = missingIn(now, known);
  if (missing) return { at: missing };
  if (!refused || !sent) return undefined;
  const values = valuesOf(now);
  const found = refused.fields.flatMap(({ pointer, code }): Wrong[] => {
    const at = placeOf(pointer);
    return at && values[at] === sent[at] ? [{ at, code }] : [];
  });
  return found.sort((a, b) => PLACES.indexOf(a.at) - PLACES.indexOf(b.at))[0];
}

/** Whether a refusal says nothing of a field that is in sight, so that it has to be told as a whole. */
export const refusedAsAWhole = ({ fields }: Failure): boolean => !fields.some(({ pointer }) => placeOf(pointer));

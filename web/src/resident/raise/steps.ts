import type { RouteLocationRaw } from 'vue-router';
import { allPlaces } from '../place/places';
import { draft, restoreDraft } from './draft';

/** Where the whistle goes on once its matter is known: past the place, where that is known too. */
export function afterMatter(): RouteLocationRaw {
  return { name: draft.grid ? 'send' : 'place' };
}

/** The place of a link or a QR code on the wall; its name, where there is such a place. */
export async function takePlaceFromLink(code: string): Promise<string | undefined> {
  await restoreDraft();
  const place = await allPlaces().then(
    (places) => places.find((each) => each.code === code),
    () => undefined,
  );
  if (!place) return undefined;
  draft.grid = place.code;
  draft.point = undefined;
  return place.name;
}

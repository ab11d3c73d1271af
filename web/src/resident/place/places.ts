import { answerOf, publicApi } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { spoken } from '@/shared/wording/speech';
import { findable, type Findable } from '../catalogue/search';
import { keptOrAsked } from '../kept/keptOrAsked';

export type Grid = components['schemas']['GridItem'];
export type Unit = components['schemas']['UnitItem'];

/** Longitude, latitude. */
export type Point = readonly [lon: number, lat: number];

/** A grid as residents know it. */
export interface Place {
  readonly code: string;
  /** 松影一苑, without 网格. */
  readonly name: string;
  /** The compound or community whose grid it is. */
  readonly unit: string;
  /** 松影社区. */
  readonly community: string;
  /** 流云街道. */
  readonly street: string;
  readonly ring: readonly Point[];
  readonly found: Findable;
}

/** Places that belong together, as they are chosen from. */
export interface Community {
  readonly name: string;
  readonly street: string;
  readonly places: readonly Place[];
}

const OFFICE = /(居委会|村委会|街道办事处|办事处)$/;

/** 松影社区居委会 → 松影社区, 流云街道办事处 → 流云街道: the place and not its office. */
function placeName(name: string): string {
  const without = name.replace(OFFICE, '');
  return /办事处$/.test(name) && !/街道$|[镇乡]$/.test(without) ? `${without}街道` : without;
}

function above(unit: Unit | undefined, kind: string, units: ReadonlyMap<string, Unit>): Unit | undefined {
  let here = unit;
  // A tree of units is a dozen levels deep at most; a circle would have no end.
  for (let level = 0; here && level < 16; level += 1) {
    if (here.kind === kind) return here;
    here = here.parent ? units.get(here.parent) : undefined;
  }
  return undefined;
}

export function placesOf(grids: readonly Grid[], units: readonly Unit[]): Place[] {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  return grids.map((grid) => {
    const unit = byCode.get(grid.unit);
    const community = above(unit, 'community', byCode) ?? above(unit, 'village', byCode);
    const street = above(unit, 'street', byCode);
    const name = grid.name.replace(/网格$/, '');
    const communityName = community ? placeName(community.name) : spoken(['其他', 'Elsewhere']);
    return {
      code: grid.code,
      name,
      unit: grid.unit,
      community: communityName,
      street: street ? placeName(street.name) : '',
      ring: grid.ring.flatMap(([lon, lat]) => (lon === undefined || lat === undefined ? [] : [[lon, lat] as const])),
      found: findable(name, communityName),
    };
  });
}

export function communitiesOf(places: readonly Place[]): Community[] {
  const communities = new Map<string, { name: string; street: string; places: Place[] }>();
  for (const place of places) {
    const key = `${place.street}/${place.community}`;
    const known = communities.get(key) ?? { name: place.community, street: place.street, places: [] };
    known.places.push(place);
    communities.set(key, known);
  }
  return [...communities.values()];
}

/** Whether a point lies within a closed outline: a ray to the east crosses it an odd number of times. */
export function within([lon, lat]: Point, ring: readonly Point[]): boolean {
  let inside = false;
  ring.forEach(([lonA, latA], corner) => {
    const [lonB, latB] = ring[(corner + 1) % ring.length] ?? [lonA, latA];
    const crosses = latA > lat !== latB > lat && lon < ((lonB - lonA) * (lat - latA)) / (latB - latA) + lonA;
    if (crosses) inside = !inside;
  });
  return inside;
}

export function placeAt(point: Point, places: readonly Place[]): Place | undefined {
  return places.find(({ ring }) => within(point, ring));
}

/** Every place, from this device while the line is down. */
const reference = keptOrAsked('places', async () => {
  const [grids, units] = await Promise.all([
    answerOf(publicApi.GET('/api/v1/grids')),
    answerOf(publicApi.GET('/api/v1/units')),
  ]);
  return { grids: grids.items, units: units.items };
});

export async function allPlaces(): Promise<Place[]> {
  const { grids, units } = await reference.get();
  return placesOf(grids, units);
}

/** Neighbourhoods that have a wall: those whose grids residents choose from. */
export async function allUnits(): Promise<Unit[]> {
  return (await reference.get()).units;
}

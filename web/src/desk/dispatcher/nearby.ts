import type { components } from '@/shared/api/schema';
import type { CaseView } from '../cases/actions/action';

export type NearbyRow = components['schemas']['CaseListItem'];

/** How likely a case is the same matter as another: by what, where and when. */
export interface Likeness {
  readonly row: NearbyRow;
  readonly sameCategory: boolean;
  readonly sameGrid: boolean;
  /** Words of the titles that both have, of a hundred. */
  readonly alike: number;
  /** The pieces of text that both titles have, the longest first. */
  readonly shared: readonly string[];
  readonly score: number;
}

const DAY_MILLISECONDS = 24 * 3_600_000;
const RECENT_DAYS = 30;
const MANY = 12;
const OVER: readonly string[] = ['merged', 'withdrawn', 'diverted', 'not_accepted', 'declined'];

/** Pairs of neighbouring characters: Chinese is not written with spaces between its words. */
function pairsOf(text: string): ReadonlySet<string> {
  const letters = [...text.replace(/[\s\p{P}]/gu, '')];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}

/** 0 to 100: how much of two titles is the same. */
export function alikeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  if (a.size === 0 || b.size === 0) return 0;
  const both = [...a].filter((pair) => b.has(pair)).length;
  return Math.round((200 * both) / (a.size + b.size));
}

const SHARED_MAX = 3;
/** Stands where a piece was taken out, so that what was apart does not become a word. */
const GAP = '\u0000';

function longestShared(one: string, other: string): string {
  let longest = '';
  for (let from = 0; from < one.length; from += 1) {
    // Only longer ones count, so that each piece is looked for once.
    for (let length = longest.length + 1; from + length <= one.length; length += 1) {
      const piece = one.slice(from, from + length);
      if (piece.includes(GAP) || !other.includes(piece)) break;
      longest = piece;
    }
  }
  return longest;
}

/** Pieces of two or more characters that both titles have, at most three. */
export function sharedPieces(one: string, other: string): readonly string[] {
  let [a, b] = [one, other].map((text) => text.replace(/[\s\p{P}]+/gu, GAP)) as [string, string];
  const pieces: string[] = [];
  while (pieces.length < SHARED_MAX) {
    const piece = longestShared(a, b);
    if ([...piece].length < 2) break;
    pieces.push(piece);
    [a, b] = [a.replace(piece, GAP), b.replace(piece, GAP)];
  }
  return pieces;
}

const EARTH_METRES = 6_371_000;
interface Place {
  readonly lon?: number | null | undefined;
  readonly lat?: number | null | undefined;
}

/** How far two places are apart, in metres; nothing where one of them is not on the map. */
export function metresApart(one: Place, other: Place): number | undefined {
  if (one.lon == null || one.lat == null || other.lon == null || other.lat == null) return undefined;
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [dLat, dLon] = [radians(other.lat - one.lat), radians(other.lon - one.lon)];
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_METRES * Math.asin(Math.sqrt(Math.min(1, h)));
}

/** A distance as people say it: nobody points more exactly than ten metres on a map. */
export function roundedMetres(metres: number): { readonly unit: 'metres' | 'kilometres'; readonly n: number } {
  const tens = Math.max(10, Math.round(metres / 10) * 10);
  return tens < 1000 ? { unit: 'metres', n: tens } : { unit: 'kilometres', n: Math.round(metres / 100) / 10 };
}

/** Farther away than this, nobody calls it nearby. */
const NEARBY_METRES_MAX = 1000;

export interface Measured extends Likeness {
  /** How far away, where both are on the map. */
  readonly metres: number | undefined;
}

/** What is really near, the nearest first; and what is only alike, the likeliest first. */
export function byNearness(found: readonly Measured[]): { readonly near: readonly Measured[]; readonly alike: readonly Measured[] } {
  const isNear = ({ metres }: Measured) => metres !== undefined && metres <= NEARBY_METRES_MAX;
  return {
    near: found.filter(isNear).sort((a, b) => (a.metres ?? 0) - (b.metres ?? 0)),
    alike: found.filter((each) => !isNear(each)),
  };
}

/** Which of the cases around may be the same matter, the likeliest first. */
export function likenesses(view: CaseView, rows: readonly NearbyRow[]): readonly Likeness[] {
  const raised = new Date(view.raised_at).getTime();
  return rows
    .filter(({ id, status }) => id !== view.id && !OVER.includes(status))
    .map((row): Likeness => {
      const sameCategory = row.category === view.category;
      const sameGrid = row.grid === view.location.grid;
      const alike = alikeness(view.title, row.title);
      const recent = Math.abs(new Date(row.raised_at).getTime() - raised) <= RECENT_DAYS * DAY_MILLISECONDS;
      const open = row.status !== 'closed';
      const score = (sameCategory ? 40 : 0) + (sameGrid ? 25 : 0) + alike / 2 + (recent ? 10 : 0) + (open ? 5 : 0);
      return { row, sameCategory, sameGrid, alike, shared: sharedPieces(view.title, row.title), score };
    })
    .filter(({ sameCategory, sameGrid, alike }) => (sameCategory && sameGrid) || alike >= 40)
    .sort((a, b) => b.score - a.score)
    .slice(0, MANY);
}

import type { components } from '@/shared/api/schema';
import { SILENT } from '../fields';
import { stored, type Leaf } from './leaf';

export type Entry = components['schemas']['HistoryEntry'];

/** What of an event that is shown is not what its bytes say. */
export type Shown = 'shown_position' | 'shown_type' | 'shown_time' | 'shown_actor' | 'shown_data' | 'shown_hash';

type Data = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two values of JSON say the same; the order of fields says nothing. */
export function same(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((each, place) => same(each, other[place]));
  }
  if (!isObject(one) || !isObject(other)) return one === other;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => key in other && same(one[key], other[key]));
}

/** The JSON of stored bytes. Throws where they are none. */
function parsed(base64: string): unknown {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(stored(base64)));
}

/** What the stored bytes say happened. Events carry their own name around what they say. */
export function told(leaf: Leaf): unknown {
  const payload = parsed(leaf.payload);
  return isObject(payload) && leaf.event_type in payload ? payload[leaf.event_type] : payload;
}

type Actor = NonNullable<Entry['actor']>;

function toldActor(leaf: Leaf): Actor | undefined {
  const metadata = parsed(leaf.metadata);
  const actor = isObject(metadata) ? metadata['actor'] : undefined;
  if (!isObject(actor)) return undefined;
  return { id: String(actor['id']), role: actor['role'] as Actor['role'], unit: (actor['unit'] as string | undefined) ?? null };
}

/** Holds what is shown of an event against its bytes. Throws where the bytes are no JSON. */
export function shownOtherwise(entry: Entry, leaf: Leaf): readonly Shown[] {
  const differing: [Shown, boolean][] = [
    ['shown_position', entry.position !== leaf.position || entry.version !== leaf.version],
    ['shown_type', entry.type !== leaf.event_type],
    ['shown_time', entry.occurred_at !== leaf.occurred_at || entry.recorded_at !== leaf.recorded_at],
    ['shown_actor', !same(entry.actor && { ...entry.actor, unit: entry.actor.unit ?? null }, toldActor(leaf))],
    ['shown_data', !same(entry.data, told(leaf))],
    ['shown_hash', entry.leaf_hash !== leaf.leaf_hash],
  ];
  return differing.flatMap(([what, differs]) => (differs ? [what] : []));
}

/** Names of the fields whose text is sealed in the bytes: of these only what is left of them can be shown and compared. */
export function sealedFields(data: unknown, under = ''): readonly string[] {
  if (Array.isArray(data)) return data.flatMap((each) => sealedFields(each, under));
  if (!isObject(data)) return [];
  if (typeof data['box'] === 'string') return [under];
  return Object.entries(data).flatMap(([key, value]) =>
    sealedFields(value, key === 'original' || (under !== '' && SILENT.has(key)) ? under : key),
  );
}

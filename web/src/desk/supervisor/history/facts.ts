import { displayNumber } from '@/shared/numbers';
import { dateWords, instantWords } from '@/shared/time/dates';
import { spoken, teach } from '@/shared/wording/speech';
import type { Names } from '../names';
import { FIELDS, HOLDERS, SILENT, type Manner } from './fields';
import { limitWords } from './limits';

/** One thing that an event says. */
export interface Fact {
  readonly label: string;
  readonly text: string;
}

export interface Context {
  readonly names: Pick<Names, 'unit' | 'grid' | 'category'>;
  /** Which unit a dispatch was sent to. */
  readonly departments: ReadonlyMap<string, string>;
}

const words = teach('facts', {
  yes: ['是', 'yes'],
  no: ['否', 'no'],
  sealed: ['（已密封的个人信息）', '(sealed personal data)'],
  elsewhere: ['另一份派单', 'another dispatch'],
  calendar: ['工作日历有更新', 'The calendar was published'],
  separator: ['、', ', '],
});

type Data = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text);
}

function isIdentity(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(text);
}

function sayCode(manner: Exclude<Manner, string>, code: string): string {
  const words = manner.find((each) => each.knows(code));
  if (words) return words(code);
  // What is no code of ours is somebody's own text: the source of an imported case, a measure in words.
  if (isInstant(code)) return instantWords(code);
  if (isIdentity(code)) return '';
  return /^[a-z]+(_[a-z]+)*$/.test(code) ? (manner[0]?.(code) ?? '') : code;
}

function sayText(text: string): string {
  if (text === 'calendar_published') return words('calendar');
  return isInstant(text) ? instantWords(text) : displayNumber(text);
}

function sayOne(manner: Manner, value: string, { names, departments }: Context): string {
  if (typeof manner !== 'string') return sayCode(manner, value);
  switch (manner) {
    case 'instant':
      return instantWords(value);
    case 'day':
      return dateWords(`${value.slice(0, 10)}T00:00:00+08:00`);
    case 'unit':
      return names.unit(value);
    case 'grid':
      return names.grid(value);
    case 'category':
      return names.category(value);
    case 'dispatch':
      return departments.has(value) ? names.unit(departments.get(value)) : words('elsewhere');
    case 'limit':
      return limitWords(value);
    default:
      return sayText(value);
  }
}

/** A value in words; nothing where it only holds others. */
function say(manner: Manner, value: unknown, context: Context): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'boolean') return words(value ? 'yes' : 'no');
  if (typeof value === 'number') return typeof manner === 'string' ? String(value) : sayCode(manner, String(value));
  if (typeof value === 'string') return sayOne(manner, value, context);
  if (Array.isArray(value)) {
    const said = value.map((each) => say(manner, each, context)).filter((each) => each !== undefined);
    return said.length > 0 ? said.join(words('separator')) : undefined;
  }
  if (!isObject(value)) return undefined;
  if (typeof value['shown'] === 'string') return value['shown'];
  return 'box' in value ? words('sealed') : undefined;
}

/** The order in which people tell a thing; what is not here follows as it stands. */
const TOLD_FIRST = ['number', 'title', 'description', 'question', 'answer', 'department', 'unit', 'role', 'name', 'from', 'to', 'old', 'new'];

function toldInOrder(data: Data): [string, unknown][] {
  const place = (key: string) => (TOLD_FIRST.includes(key) ? TOLD_FIRST.indexOf(key) : TOLD_FIRST.length);
  return Object.entries(data).sort(([one], [other]) => place(one) - place(other));
}

function factsIn(data: Data, context: Context): Fact[] {
  return toldInOrder(data).flatMap(([key, value]): Fact[] => {
    if (SILENT.has(key)) return [];
    const held = Array.isArray(value) ? value.filter(isObject) : isObject(value) ? [value] : [];
    if (HOLDERS.has(key)) return held.flatMap((each) => factsIn(each, context));
    const known = FIELDS[key];
    const text = known ? say(known.manner, value, context) : undefined;
    return known && text ? [{ label: spoken(known.word), text }] : [];
  });
}

/** What an event says, in words. */
export function factsOf(data: unknown, context: Context): readonly Fact[] {
  return isObject(data) ? factsIn(data, context) : [];
}

/** Which unit each dispatch of a history was sent to. */
export function departmentsOf(entries: readonly { readonly data?: unknown }[]): ReadonlyMap<string, string> {
  const pairs = entries.flatMap(({ data }): [string, string][] => {
    if (!isObject(data)) return [];
    const { dispatch, department } = data;
    return typeof dispatch === 'string' && typeof department === 'string' ? [[dispatch, department]] : [];
  });
  return new Map(pairs);
}

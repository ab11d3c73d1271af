import type { Action, Field, Given, Place } from './action';

/** 1–999 and a unit of time, as the API writes lengths: `3wd`, `4wh`, `2h`, `30min`, `7d`. */
export interface LengthGiven {
  readonly count: number | undefined;
  readonly unit: string;
}
/** What shows something: words, line by line, and photographs by what the service calls them. */
export interface EvidenceGiven {
  readonly text: string;
  readonly photos: readonly string[];
  /** Whether some are still on their way: without them the form is not complete. */
  readonly sending: boolean;
}
export interface ItemGiven {
  readonly title: string;
  readonly hazard: string;
}
export interface MilestoneGiven {
  readonly title: string;
  readonly due: string;
}

/** What a field holds before anything was filled in. */
export function emptyValue({ kind }: Field): unknown {
  switch (kind.of) {
    case 'line':
    case 'story':
    case 'instant':
      return '';
    case 'evidence':
      return { text: '', photos: [], sending: false } satisfies EvidenceGiven;
    case 'several':
    case 'units':
      return [];
    case 'length':
      return { count: undefined, unit: 'wd' } satisfies LengthGiven;
    case 'list_of_items':
      return [{ title: '', hazard: '' }] satisfies ItemGiven[];
    case 'list_of_milestones':
      return [{ title: '', due: '' }] satisfies MilestoneGiven[];
    default:
      return undefined;
  }
}

export function initialGiven(action: Action, place: Place): Record<string, unknown> {
  return Object.fromEntries(action.fields.map((field) => [field.name, field.initial?.(place) ?? emptyValue(field)]));
}

export function shownFields(action: Action, given: Given): readonly Field[] {
  return action.fields.filter(({ shown }) => !shown || shown(given));
}

/** Clocks are those of China, wherever the browser is. */
export function chinaInstant(local: string): string {
  if (local.endsWith('+08:00')) return local;
  return `${local.length === 16 ? `${local}:00` : local}+08:00`;
}

function textOf(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}

function several<T>(all: readonly T[]): readonly T[] | undefined {
  return all.length === 0 ? undefined : all;
}

/** Whether anything was filled in that was not there when the form was opened. */
export const filledIn = (begun: Given, given: Given): boolean => JSON.stringify(given) !== JSON.stringify(begun);

/** What is sent for a field; nothing where nothing was filled in. */
export function sentValue({ kind }: Field, value: unknown): unknown {
  switch (kind.of) {
    case 'line':
    case 'story':
      return textOf(value);
    case 'evidence': {
      const { text, photos } = value as EvidenceGiven;
      const lines = text.split('\n').map((each) => each.trim()).filter(Boolean);
      return several([...lines, ...photos.map((id) => `photo/${id}`)]);
    }
    case 'instant': {
      const local = textOf(value);
      return local && chinaInstant(local);
    }
    case 'several':
    case 'units':
      return several(value as readonly string[]);
    case 'length': {
      const { count, unit } = value as LengthGiven;
      return count && Number.isInteger(count) && count >= 1 && count <= 999 ? `${count}${unit}` : undefined;
    }
    case 'list_of_items':
      return several(
        (value as readonly ItemGiven[]).flatMap(({ title, hazard }) =>
          textOf(title) ? [{ title: title.trim(), ...(hazard ? { hazard } : {}) }] : [],
        ),
      );
    case 'list_of_milestones':
      return several(
        (value as readonly MilestoneGiven[]).flatMap(({ title, due }) =>
          textOf(title) && due ? [{ title: title.trim(), due_at: chinaInstant(due) }] : [],
        ),
      );
    default:
      return value ?? undefined;
  }
}

/** A list with a half-filled line is not complete, nor a photograph that is on its way. */
function halfFilled({ kind }: Field, value: unknown): boolean {
  if (kind.of === 'evidence') return (value as EvidenceGiven).sending;
  if (kind.of !== 'list_of_milestones') return false;
  return (value as readonly MilestoneGiven[]).some(({ title, due }) => Boolean(textOf(title)) !== Boolean(due));
}

/** The names of the fields that still have to be filled in. */
export function missingFields(action: Action, given: Given): readonly string[] {
  return shownFields(action, given)
    .filter((field) => {
      const { needed, name } = field;
      const asked = typeof needed === 'function' ? needed(given) : needed === true;
      return (asked && sentValue(field, given[name]) === undefined) || halfFilled(field, given[name]);
    })
    .map(({ name }) => name);
}

/** The body of the command. */
export function bodyOf(action: Action, given: Given): Record<string, unknown> {
  const entries = shownFields(action, given)
    .map((field) => [field.name, sentValue(field, given[field.name])] as const)
    .filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(entries), ...action.fixed };
}

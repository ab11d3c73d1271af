import type { Pair } from '@/shared/wording/speech';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface Field {
  readonly key: string;
  readonly label: Pair;
  readonly kind: 'text' | 'long' | 'choice' | 'choices' | 'person' | 'yes' | 'instant' | 'day';
  readonly choices?: readonly Choice[];
  /** The field with the unit whose people are offered first. */
  readonly of?: string;
  readonly required?: boolean;
  readonly note?: Pair;
}

export type Values = Record<string, string | boolean | readonly string[] | undefined>;

/** What was filled in: empty fields are not sent. */
export function filled(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '' && value !== null));
}

/** A form that is open: for which thing, and what it does. */
export interface Task {
  readonly title: string;
  readonly confirm: string;
  readonly fields: readonly Field[];
  readonly start?: Values;
  readonly note?: string;
  readonly danger?: boolean;
  readonly act: (key: string, values: Values) => Promise<unknown>;
}

const VALID_FROM: Field = { key: 'valid_from', label: ['从何时起', 'Valid from'], kind: 'instant', note: ['不填即现在', 'Now where nothing is said'] };
const VALID_TO: Field = { key: 'valid_to', label: ['到何时止', 'Valid until'], kind: 'instant', note: ['不填即现在', 'Now where nothing is said'] };
export { VALID_FROM, VALID_TO };

/** `code` of what is made: given once and for ever. */
export const CODE: Field = {
  key: 'code',
  label: ['代码', 'Code'],
  kind: 'text',
  required: true,
  note: ['字母、数字、短横或下划线，定了不能改', 'Letters, digits, - or _; given once and for ever'],
};

import { answerOf, api } from '@/shared/api/client';
import { NUMBER, typedNumber } from '@/shared/numbers';
import { dayCode } from '@/shared/time/dates';

/** The kinds of whistles, as their numbers name them. */
const LETTERS = ['S', 'F', 'J', 'D', 'T'] as const;
/** S20261121-00037, 20261121-37, 1121-37: with or without the kind and the year. */
const SHORT = /^([SFJDT]?)(\d{4})?(\d{4})-(\d{1,6})$/;

/** ISO 7064 MOD 11-2, the check of Chinese identity numbers. The letter counts as its place in the alphabet. */
export function checkCharacter(body: string): string {
  const valueOf = (character: string) => (/\d/.test(character) ? Number(character) : character.charCodeAt(0) - 64);
  const sum = [...body].reduce((so, character) => ((so + valueOf(character)) * 2) % 11, 0);
  const check = (12 - sum) % 11;
  return check === 10 ? 'X' : String(check);
}

/** The whole numbers that a short one may stand for; none where something else was typed. Without a year it is the latest such day. */
export function meantNumbers(typed: string, county: string, today: string): readonly string[] {
  const parts = SHORT.exec(typedNumber(typed));
  if (!parts) return [];
  const [, letter = '', year, day = '', running = ''] = parts;
  const thisYear = Number(today.slice(0, 4));
  const usual = day <= today.slice(5).replace('-', '') ? thisYear : thisYear - 1;
  const kinds = letter ? [letter] : LETTERS;
  return kinds.map((kind) => {
    const body = `${county}${kind}${year ?? usual}${day}${running.padStart(5, '0')}`;
    return `${body}${checkCharacter(body)}`;
  });
}

let county: Promise<string | undefined> | undefined;

/** The county of this service, as its numbers begin: asked once. */
function countyHere(): Promise<string | undefined> {
  county ??= answerOf(api.GET('/api/v1/cases', { params: { query: { limit: 20 } } })).then(
    ({ items }) => items.find(({ number }) => NUMBER.test(number))?.number.slice(0, 6),
    () => {
      county = undefined;
      return undefined;
    },
  );
  return county;
}

const answered = new Map<string, string>();

/**
 * What the list is asked for where this was typed. The list knows whole numbers alone; people read and type the short form.
 */
export async function soughtWords(typed: string): Promise<string> {
  const whole = typedNumber(typed);
  if (NUMBER.test(whole)) return whole;
  const known = answered.get(typed);
  if (known) return known;
  const here = SHORT.test(whole) ? await countyHere() : undefined;
  if (!here) return typed.normalize('NFKC');
  const meant = meantNumbers(typed, here, dayCode(Date.now()));
  if (meant.length === 1) return keep(typed, meant[0] ?? typed);
  const looked = meant.map(async (q) => [q, (await answerOf(api.GET('/api/v1/cases', { params: { query: { q, limit: 1 } } }))).items.length > 0] as const);
  const found = (await Promise.all(looked)).find(([, there]) => there)?.[0];
  return found ? keep(typed, found) : typed;
}

function keep(typed: string, whole: string): string {
  answered.set(typed, whole);
  return whole;
}

/** What was found out before, for the address of a file, which cannot wait. */
export function soughtBefore(typed: string): string {
  const whole = typedNumber(typed);
  return NUMBER.test(whole) ? whole : (answered.get(typed) ?? typed.normalize('NFKC'));
}

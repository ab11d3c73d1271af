import { spoken, type CodeWords, type Pair } from '@/shared/wording/speech';
import type { Choice, Field, Place } from './action';

/** Fields that many actions have, so that the same thing is called and asked the same everywhere. */

export const choicesOf = (words: CodeWords, codes: readonly string[] = words.codes): Choice[] =>
  codes.map((value) => ({ value, text: words(value) }));

interface Extra {
  readonly needed?: Field['needed'];
  readonly hint?: Pair;
  readonly shown?: Field['shown'];
}

export function story<N extends string>(name: N, label: Pair, extra: Extra = {}): Field<N> {
  return { name, label, kind: { of: 'story' }, lengthMax: 2000, ...extra };
}

export function line<N extends string>(name: N, label: Pair, extra: Extra = {}): Field<N> {
  return { name, label, kind: { of: 'line' }, lengthMax: 100, ...extra };
}

export const reason = (label: Pair = ['理由', 'Reason'], hint?: Pair): Field<'reason'> =>
  story('reason', label, { needed: true, ...(hint ? { hint } : {}) });

export const toldResident: Pair = ['居民会看到这段文字。', 'The resident will read this.'];

export const evidence = <N extends string = 'evidence'>(name: N = 'evidence' as N, extra: Extra = {}): Field<N> => ({
  name,
  label: ['佐证材料', 'Evidence'],
  kind: { of: 'evidence' },
  ...extra,
});

export const decision: Field<'decision'> = {
  name: 'decision',
  label: ['决定', 'Decision'],
  kind: {
    of: 'choice',
    choices: () => [
      { value: 'approve', text: spoken(['同意', 'Approve']) },
      { value: 'refuse', text: spoken(['不同意', 'Refuse']) },
    ],
  },
  needed: true,
};

export const chosen = <N extends string>(
  name: N,
  label: Pair,
  choices: (place: Place) => readonly Choice[],
  extra: Extra & { readonly initial?: Field['initial'] } = {},
): Field<N> => ({ name, label, kind: { of: 'choice', choices }, ...extra });

/** The only one there is need not be chosen. */
export const theOnly =
  (choices: (place: Place) => readonly Choice[]) =>
  (place: Place): unknown => {
    const all = choices(place);
    return all.length === 1 ? all[0]?.value : undefined;
  };

export function onlyOf<N extends string>(name: N, label: Pair, choices: (place: Place) => readonly Choice[]): Field<N> {
  return { name, label, kind: { of: 'choice', choices }, needed: true, initial: theOnly(choices) };
}

import { NUMBER, typedNumber } from '@/shared/numbers';

/** S20261121-00037, 20261121-37, 1121-37: with or without the kind and the year. */
const SHORT = /^[A-Z]?(\d{4}){1,2}-\d{1,6}$/;

/** What a list is asked for where this was typed: the service knows a number in every form, once it is written plainly. */
export function soughtWords(typed: string): string {
  const number = typedNumber(typed);
  return NUMBER.test(number) || SHORT.test(number) ? number : typed.normalize('NFKC').trim();
}

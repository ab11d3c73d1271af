import { dayCode } from '@/shared/time/dates';

/** 办督〔2026〕37号, with the brackets of official documents; without a number its place is left free. */
export function documentNumber(word: string, issuedAt: string, number: string): string {
  const year = dayCode(issuedAt).slice(0, 4);
  return `${word}督〔${year}〕${number.trim() === '' ? '　　' : number.trim()}号`;
}

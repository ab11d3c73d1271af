export type MomentKind = 'day' | 'instant';

const TYPED = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[\sT]*(\d{1,2})\s*[:时点]\s*(\d{1,2})?\s*分?(?::(\d{1,2}))?)?$/;
const two = (part: number) => String(part).padStart(2, '0');

/** Digits and colons as input methods for Chinese write them. */
function narrow(text: string): string {
  return text.replace(/[０-９：－／．]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/　/g, ' ');
}

/**
 * A day or an instant of the clocks of China, as people type it: 2027-1-1, 2027年1月1日 8:30, 2027/01/01 08:30. An instant
 * without a time is the beginning of its day. Nothing where it is none, such as 31 February.
 */
export function momentOf(text: string, kind: MomentKind): string | undefined {
  const parts = TYPED.exec(narrow(text).trim());
  if (!parts || (kind === 'day' && parts[4] !== undefined)) return undefined;
  const [year, month, day, hour, minute, second] = parts.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || hour > 23 || minute > 59 || second > 59) return undefined;
  const written = `${year}-${two(month)}-${two(day)}`;
  return kind === 'day' ? written : `${written}T${two(hour)}:${two(minute)}:${two(second)}+08:00`;
}

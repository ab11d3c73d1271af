import type { components } from '@/shared/api/schema';

export type NewDay = components['schemas']['NewDay'];
export type LineFault = 'fields' | 'date' | 'year' | 'kind' | 'festival' | 'twice';

export interface Arrangement {
  readonly days: readonly NewDay[];
  readonly faults: readonly { readonly line: number; readonly fault: LineFault }[];
}

const OFF: readonly string[] = ['放假', '休', 'off'];
const WORK: readonly string[] = ['上班', '班', '调休上班', 'work'];

function kindOf(text: string): 'off' | 'work' | undefined {
  const word = text.toLowerCase();
  if (OFF.includes(word)) return 'off';
  return WORK.includes(word) ? 'work' : undefined;
}

/** 2027-1-3, 2027/1/3 and 2027年1月3日 as 2027-01-03; nothing for what is no day. */
function dayOf(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?$/.exec(text) ?? [];
  if (!year || !month || !day) return undefined;
  const code = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${code}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(code) ? code : undefined;
}

function read(line: string, year: number, seen: ReadonlySet<string>): NewDay | LineFault {
  const parts = line.split(/[,，\t]/).map((part) => part.trim().replace(/^"|"$/g, ''));
  if (parts.length < 3) return 'fields';
  const [dateText = '', kindText = '', festival = ''] = parts;
  const date = dayOf(dateText);
  if (!date) return 'date';
  if (!date.startsWith(`${year}-`)) return 'year';
  const kind = kindOf(kindText);
  if (!kind) return 'kind';
  if (festival === '') return 'festival';
  return seen.has(date) ? 'twice' : { date, kind, festival };
}

/** An arrangement as it is pasted: 日期, 放假/上班, 节日 in each line; a head is passed over. */
export function arrangementOf(text: string, year: number): Arrangement {
  const days: NewDay[] = [];
  const faults: { line: number; fault: LineFault }[] = [];
  text.replace(/^\uFEFF/, '').split(/\r?\n/).forEach((line, place) => {
    if (line.trim() === '' || (place === 0 && /日期|date/i.test(line))) return;
    const what = read(line, year, new Set(days.map(({ date }) => date)));
    if (typeof what === 'string') faults.push({ line: place + 1, fault: what });
    else days.push(what);
  });
  return { days, faults };
}

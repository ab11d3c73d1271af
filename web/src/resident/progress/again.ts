import { spoken } from '@/shared/wording/speech';
import type { Draft } from '../raise/draft';
import type { Matter } from './matter';

/** What a report begins with that comes back to an earlier one: its number lets whoever reads it look that one up. */
export function againWords({ displayNumber, title }: Pick<Matter, 'displayNumber' | 'title'>): string {
  return spoken([`原编号${displayNumber}没有解决：${title}`, `${displayNumber} was not solved: ${title}`]);
}

/** The draft for reporting a matter again. What is being written already is kept, below the number. */
export function beginAgain(draft: Draft, matter: Pick<Matter, 'displayNumber' | 'title' | 'category'>): void {
  const begins = againWords(matter);
  if (!draft.text.startsWith(begins)) draft.text = [begins, draft.text.trim()].filter(Boolean).join('\n');
  draft.category = matter.category;
}

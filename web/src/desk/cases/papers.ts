import type { Role } from '@/shared/session';
import type { CaseView } from './actions/action';

export interface Paper {
  /** Among the papers of the case. */
  readonly key: string;
  readonly paper: 'history' | 'whistle' | 'supervision';
  /** Which of several of its kind. */
  readonly of?: Readonly<Record<string, string>>;
}

/** Who may read a case step by step. */
const READERS: readonly Role[] = ['supervisor', 'auditor'];

/** What there is to read and to print about a case, for somebody of a role. */
export function papersOf(view: CaseView, role: Role): readonly Paper[] {
  const one = (paper: Paper['paper'], there = true): Paper[] => (there ? [{ key: paper, paper }] : []);
  return [
    ...one('history', READERS.includes(role)),
    ...one('whistle'),
    ...view.supervisions.map(({ id }): Paper => ({ key: id, paper: 'supervision', of: { supervision: id } })),
  ];
}

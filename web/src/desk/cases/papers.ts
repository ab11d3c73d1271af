import type { Role } from '@/shared/session';
import type { CaseView } from './actions/action';

export interface Paper {
  /** What it is called. */
  readonly word: 'history' | 'whistle' | 'supervision' | 'return' | 'extension' | 'suspension' | 'closing';
  /** The page that shows it. */
  readonly page: string;
  /** Which of several, on that page. */
  readonly of: Readonly<Record<string, string>>;
  /** Since when it is there, where there may be several. */
  readonly at?: string;
}

/** Who may read a case step by step. */
export const READERS: readonly Role[] = ['supervisor', 'auditor'];

function requests(view: CaseView): readonly Paper[] {
  const extensions = view.petitions.filter(({ kind }) => kind === 'extension');
  const page = 'print-request';
  return [
    ...view.disputes.map(({ request, requested_at: at }): Paper => ({ word: 'return', page, of: { kind: 'return', request }, at })),
    ...extensions.map(({ requested_at: at }, index): Paper => {
      return { word: 'extension', page, of: { kind: 'extension', request: String(index + 1) }, at };
    }),
    ...(view.suspension
      ? [{ word: 'suspension', page, of: { kind: 'suspension' }, at: view.suspension.requested_at } as const]
      : []),
  ];
}

/** What there is to read and to print about a case, for somebody of a role. */
export function papersOf(view: CaseView, role: Role): readonly Paper[] {
  const one = (word: Paper['word'], page: string, there: boolean): Paper[] => (there ? [{ word, page, of: {} }] : []);
  return [
    ...one('history', 'case-history', READERS.includes(role)),
    ...one('whistle', 'print-whistle', true),
    ...requests(view),
    ...view.supervisions.map(({ id, issued_at: at }): Paper => {
      return { word: 'supervision', page: 'print-supervision', of: { supervision: id }, at };
    }),
    ...one('closing', 'print-closing', view.status === 'closed'),
  ];
}

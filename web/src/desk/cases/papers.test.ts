import { describe, expect, it } from 'vitest';
import type { CaseView } from './actions/action';
import { papersOf } from './papers';

const at = '2026-11-20T01:00:00Z';
const view = {
  status: 'in_handling',
  disputes: [],
  petitions: [],
  supervisions: [],
} as unknown as CaseView;
const words = (of: Partial<CaseView>, role: 'department' | 'auditor' = 'department') =>
  papersOf({ ...view, ...of }, role).map(({ word }) => word);

describe('the papers of a case', () => {
  it('always are the whistle form, and the history for those who may read it', () => {
    expect(words({})).toEqual(['whistle']);
    expect(words({}, 'auditor')).toEqual(['history', 'whistle']);
  });

  it('are one for each request, told apart by their place or their name', () => {
    const petition = { kind: 'extension', reason: '待料', requested_at: at } as const;
    const asked = { petitions: [petition, { ...petition, kind: 'exclusion' as const }, petition] };
    expect(papersOf({ ...view, ...asked }, 'department').slice(1)).toEqual([
      { word: 'extension', page: 'print-request', of: { kind: 'extension', request: '1' }, at },
      { word: 'extension', page: 'print-request', of: { kind: 'extension', request: '2' }, at },
    ]);
    const suspension = { state: 'refused', ground: 'season', reason: '汛期', review_at: at, requested_at: at, proof: [] as string[] } as const;
    expect(words({ suspension })).toEqual(['whistle', 'suspension']);
  });

  it('end with the notice to the resident, once the case is closed', () => {
    expect(words({ status: 'closed' })).toEqual(['whistle', 'closing']);
    expect(words({ status: 'declined' })).toEqual(['whistle']);
  });
});

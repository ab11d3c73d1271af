import { describe, expect, it } from 'vitest';
import { speakIn } from '@/shared/wording/speech';
import type { NameOf } from '../cases/names';
import { closingSteps, requestOf } from './forms';
import { officialDay, officialInstant } from './official';
import type { CaseView } from './useCase';

const names: NameOf = { unit: (code) => `单位${code}`, grid: (code) => `网格${code}`, category: (code) => `事项${code}` };
const at = '2026-11-20T01:00:00Z';
const dispatch = { id: 'd1', department: 'a', role: 'lead', issued_at: at, due_at: '2026-11-23T01:00:00Z' };
const view = {
  title: '路灯不亮',
  category: '1102',
  location: { grid: 'g01', address: '3号楼' },
  raised_at: '2026-11-20T00:30:00Z',
  dispatches: [dispatch],
  disputes: [],
  petitions: [],
} as unknown as CaseView;

describe('the form for a request', () => {
  it('is open where nobody has decided', () => {
    const dispute = { request: 'r1', dispatch: 'd1', department: 'a', basis: '三定方案', reason: '非本单位职责', requested_at: at, ruling_due_at: at };
    const form = requestOf({ ...view, disputes: [dispute] }, 'return', 'r1', names);
    expect(form?.ruling).toBeUndefined();
    expect(form?.facts).toContainEqual(['办结期限', '2026年11月23日 09:00']);
    expect(form?.facts).toContainEqual(['建议承办', '（未提出）']);
    expect(requestOf({ ...view, disputes: [dispute] }, 'return', 'another', names)).toBeUndefined();
  });

  it('says what was decided, also when it was refused', () => {
    const petition = { kind: 'extension', reason: '待料', requested_at: at, subject: '3wd', unit: 'a', dispatch: 'd1', approved: false, decided_at: at } as const;
    const form = requestOf({ ...view, petitions: [{ ...petition, kind: 'exclusion' }, petition] }, 'extension', '1', names);
    expect(form?.facts).toContainEqual(['申请延长', '3个工作日']);
    expect(form?.ruling).toEqual({ verdict: '□ 同意　　☑ 不同意', reason: '', at: '2026年11月20日 09:00' });
  });

  it('tells a parking that waits from one that was lifted', () => {
    const suspension = { state: 'requested', ground: 'season', reason: '汛期', review_at: at, requested_at: at } as const;
    expect(requestOf({ ...view, suspension }, 'suspension', '', names)?.ruling).toBeUndefined();
    const lifted = { ...suspension, state: 'lifted', since: at, lifted_at: '2026-11-21T01:00:00Z' } as const;
    const form = requestOf({ ...view, suspension: lifted }, 'suspension', '', names);
    expect(form?.ruling?.verdict).toContain('☑ 同意');
    expect(form?.outcome).toEqual([['挂账起止', '2026年11月20日 09:00 至 2026年11月21日 09:00']]);
    expect(requestOf(view, 'suspension', '', names)).toBeUndefined();
  });
});

describe('the notice of closing', () => {
  it('tells the steps in their order, without units that were only told or taken back', () => {
    const told = { ...dispatch, id: 'd2', department: 'b', role: 'notified' };
    const back = { ...dispatch, id: 'd3', department: 'c', recalled: 'returned' };
    const done = { ...dispatch, reported_at: '2026-11-20T02:00:00Z', fed_back_at: '2026-11-20T03:00:00Z' };
    const closed = { ...view, closed_at: '2026-11-20T04:00:00Z', dispatches: [done, told, back] } as unknown as CaseView;
    expect(closingSteps(closed, names).map(([, what]) => what)).toEqual(['收到您反映的问题', '交由单位a办理', '单位a到岗', '单位a办理完毕', '办结']);
  });
});

describe('an official document', () => {
  const dispute = { request: 'r1', dispatch: 'd1', department: 'a', basis: '三定方案', reason: '非本单位职责', requested_at: at, ruling_due_at: at };
  const petition = { kind: 'extension', reason: '待料', requested_at: at, subject: '3wd', unit: 'a', dispatch: 'd1', approved: true, decided_at: at };
  const suspension = { state: 'lifted', ground: 'season', reason: '汛期', review_at: at, requested_at: at, since: at, lifted_at: at };
  const done = { ...dispatch, reported_at: at, fed_back_at: at };
  const full = { ...view, disputes: [dispute], petitions: [petition], suspension, dispatches: [done], closed_at: at } as unknown as CaseView;
  const everything = () => [
    requestOf(full, 'return', 'r1', names),
    requestOf(full, 'extension', '1', names),
    requestOf(full, 'suspension', '', names),
    closingSteps(full, names),
    [officialDay(at), officialInstant(at)],
  ];

  it('is Chinese also at a desk that is English', () => {
    const chinese = everything();
    expect(chinese.slice(0, 3)).not.toContain(undefined);
    speakIn('en');
    expect(everything()).toEqual(chinese);
    const printed = JSON.stringify(everything());
    expect(printed).toContain('2026年11月20日 09:00');
    expect(printed).not.toMatch(/Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|working day|none/);
  });
});

import { describe, expect, it } from 'vitest';
import { speakIn } from '@/shared/wording/speech';
import type { NameOf } from '../cases/names';
import { clipped, closingSteps, dutyWords, requestOf, resultWords } from './forms';
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
  checks: [],
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
    const petition = { kind: 'extension', reason: '待料', requested_at: at, subject: '3wd', unit: 'a', dispatch: 'd1', approved: false, decided_at: at, ruled_by: 'centre', ruling_reason: '可先行处置' } as const;
    const form = requestOf({ ...view, petitions: [{ ...petition, kind: 'exclusion' }, petition] }, 'extension', '1', names);
    expect(form?.facts).toContainEqual(['申请延长', '3个工作日']);
    expect(form?.ruling).toEqual({ verdict: '□ 同意　　☑ 不同意', reason: '可先行处置', by: '单位centre', at: '2026年11月20日 09:00' });
  });

  it('names the new end of an extension, and no one where nobody is known', () => {
    const petition = { kind: 'extension', reason: '待料', requested_at: at, subject: '3wd', unit: 'a', dispatch: 'd1', approved: true, decided_at: at };
    const form = requestOf({ ...view, petitions: [{ ...petition, due_at: '2026-11-26T01:00:00Z' }] } as unknown as CaseView, 'extension', '1', names);
    expect(form?.outcome).toEqual([['顺延后期限', '2026年11月26日 09:00']]);
    expect([form?.askedBy, form?.ruling?.by]).toEqual(['单位a', '']);
  });

  it('tells a parking that waits from one that was lifted', () => {
    const proof = ['水文通报', 'photo/01955d4a'];
    const suspension = { state: 'requested', ground: 'season', reason: '汛期', review_at: at, requested_at: at, unit: 'a', proof } as const;
    const asked = requestOf({ ...view, suspension: { ...suspension, proof } }, 'suspension', '', names);
    expect(asked?.ruling).toBeUndefined();
    expect(asked?.facts).toEqual(expect.arrayContaining([['申请单位', '单位a'], ['证明材料', '水文通报；照片']]));
    const ruled = { ruled_at: at, ruled_by: 'street', ruling_reason: '确需停工' };
    const lifted = { ...suspension, proof, ...ruled, state: 'lifted', since: at, lifted_at: '2026-11-21T01:00:00Z' } as const;
    const form = requestOf({ ...view, suspension: lifted }, 'suspension', '', names);
    expect(form?.ruling).toEqual({ verdict: '☑ 同意　　□ 不同意', reason: '确需停工', by: '单位street', at: '2026年11月20日 09:00' });
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

  it('tells how it was looked at last, and not that nobody answered', () => {
    const check = (kind: string, outcome: string, hour: number) => ({ kind, outcome, at: `2026-11-20T0${hour}:00:00Z`, unit: 'c', note: '', role: 'community' });
    const checks = [check('verification', 'failed', 2), check('verification', 'passed', 3), check('callback', 'solved', 4), check('callback', 'unanswered', 5)];
    const closed = { ...view, checks, dispatches: [], closed_at: '2026-11-20T06:00:00Z' } as unknown as CaseView;
    expect(closingSteps(closed, names).map(([, what]) => what)).toEqual(['收到您反映的问题', '单位c现场核查通过', '回访您：已解决', '办结']);
  });
});

describe('what was done', () => {
  const said = (...texts: string[]) => texts.map((text) => ({ text, at }));
  const work = { instruction: '请到场', measures: said('已围挡'), results: said('已更换', '已全部更换'), explanations: [] };

  it('is the last result of each unit that handled it', () => {
    const dispatches = [
      { ...dispatch, work },
      { ...dispatch, id: 'd2', department: 'b', work: { ...work, results: said('已清运！') } },
      { ...dispatch, id: 'd3', department: 'c', role: 'notified', work },
      { ...dispatch, id: 'd4', department: 'd', recalled: 'returned', work },
      { ...dispatch, id: 'd5', department: 'e', work: { ...work, results: [] } },
    ];
    const local_result = { text: '已劝导', unit: 'x', at };
    expect(resultWords({ ...view, dispatches, local_result } as unknown as CaseView, names)).toBe('单位a：已全部更换。单位b：已清运！');
    expect(resultWords({ ...view, dispatches: [], local_result } as unknown as CaseView, names)).toBe('单位x：已劝导。');
    expect(resultWords({ ...view, dispatches: [] } as unknown as CaseView, names)).toBe('');
  });

  it('stands on the slip with what was asked', () => {
    expect(dutyWords(work)).toEqual({ asked: '请到场', done: '已全部更换' });
    expect(dutyWords({ ...work, results: [] })).toEqual({ asked: '请到场', done: '已围挡' });
    expect(dutyWords(undefined)).toEqual({ asked: '', done: '' });
  });

  it('is cut where there is no room, and says so', () => {
    expect(clipped(' 一二三 ', 3)).toBe('一二三');
    expect(clipped('一二三四', 3)).toBe('一二三（余略，见案件）');
  });
});

describe('an official document', () => {
  const dispute = { request: 'r1', dispatch: 'd1', department: 'a', basis: '三定方案', reason: '非本单位职责', requested_at: at, ruling_due_at: at };
  const petition = { kind: 'extension', reason: '待料', requested_at: at, subject: '3wd', unit: 'a', dispatch: 'd1', approved: true, decided_at: at };
  const suspension = { state: 'lifted', ground: 'season', proof: [], reason: '汛期', review_at: at, requested_at: at, since: at, lifted_at: at };
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

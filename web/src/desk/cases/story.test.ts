import { describe, expect, it } from 'vitest';
import type { CaseView, DispatchView } from './actions/action';
import { changesOf } from './changes';
import type { NameOf } from './names';
import { wayOf } from './way';

const nameOf: NameOf = { unit: (code) => (code === 'd-urban' ? '城管局' : '水务集团'), grid: () => '', category: () => '' };
const dispatch = (given: Partial<DispatchView> = {}): DispatchView =>
  ({ id: 'd1', department: 'd-urban', role: 'lead', state: 'issued', issued_at: '2026-11-20T02:00:00Z', measures: 0, ...given }) as DispatchView;
const view = (given: Partial<CaseView> = {}): CaseView =>
  ({
    version: 1,
    status: 'dispatched',
    kind: 'appeal',
    category: '0102',
    source: 'resident',
    raised_at: '2026-11-20T01:00:00Z',
    dispatches: [dispatch()],
    disputes: [],
    petitions: [],
    supervisions: [],
    joint_actions: [],
    items: [],
    dissatisfactions: [],
    callback: { unanswered: 0 },
    checks: [],
    people: { complainants: 0 },
    ...given,
  }) as CaseView;

describe('what changed meanwhile', () => {
  it('is said in plain words, and nothing is where nothing changed', () => {
    expect(changesOf(view(), view(), nameOf)).toEqual([]);
    const after = view({
      version: 4,
      status: 'in_handling',
      dispatches: [dispatch({ state: 'reported' }), dispatch({ id: 'd2', department: 'u-water', role: 'co_handler' })],
      callback: { unanswered: 1 },
    });
    expect(changesOf(view(), after, nameOf)).toEqual([
      '案件：已派单 → 处置中',
      '城管局：待签收 → 已报到',
      '新派协办：水务集团',
      '登记了回访',
    ]);
  });

  it('tells of requests and their rulings', () => {
    const asked = { request: 'r', dispatch: 'd1', department: 'd-urban' } as CaseView['disputes'][number];
    const ruled = { ...asked, ruling: { approved: true, unit: 'u-water', reason: '', at: '' } };
    expect(changesOf(view(), view({ version: 2, disputes: [asked] }), nameOf)).toEqual(['城管局申请退单']);
    expect(changesOf(view({ disputes: [asked] }), view({ version: 3, disputes: [ruled] }), nameOf)).toEqual(['城管局的退单已裁定']);
  });

  it('never says nothing of a newer version', () => {
    expect(changesOf(view(), view({ version: 2 }), nameOf)).toEqual(['补充了案件信息']);
  });
});

describe('the way so far', () => {
  it('tells how it was endorsed and filed, where the steps are at hand', () => {
    const told = [
      { step: 'WhistleRaised', at: '2026-11-20T01:00:00Z' },
      { step: 'WhistleEndorsed', at: '2026-11-20T01:20:00Z', unit: '竹影社区居委会' },
      { step: 'CaseFiled', at: '2026-11-20T01:40:00Z' },
      { step: 'DispatchIssued', at: '2026-11-20T02:00:00Z', unit: '城管局' },
    ];
    const titles = wayOf(view(), nameOf, told).map(({ title, text }) => [title, text]);
    expect(titles.slice(0, 4)).toEqual([
      ['吹哨', expect.stringContaining('来源')],
      ['审核通过', '竹影社区居委会'],
      ['立案', undefined],
      ['派单给城管局', '主办'],
    ]);
    // What the view tells is not told twice.
    expect(titles).toHaveLength(wayOf(view(), nameOf).length + 2);
  });

  it('is told in the order in which it happened', () => {
    const lead = dispatch({ signed_at: '2026-11-20T05:00:00Z', signed_automatically: true, reported_at: '2026-11-20T06:00:00Z' });
    const dispute = {
      request: 'r',
      dispatch: 'd1',
      department: 'd-urban',
      reason: '不在职责清单内。',
      proposed_unit: 'u-water',
      requested_at: '2026-11-20T04:00:00Z',
    } as CaseView['disputes'][number];
    const way = wayOf(view({ dispatches: [lead], disputes: [dispute] }), nameOf);
    expect(way.map(({ title }) => title)).toEqual([
      '吹哨',
      '派单给城管局',
      '城管局申请退单',
      '城管局逾时未签收，系统自动签收',
      '城管局报到',
    ]);
    expect(way[2]?.text).toContain('建议由水务集团承办');
    expect(way[3]?.tone).toBe('danger');
  });

  it('tells what was done and found in the words of those who did and looked', () => {
    const work = {
      instruction: '请到现场查看',
      measures: [{ at: '2026-11-20T06:00:00Z', text: '更换灯泡' }],
      results: [
        { at: '2026-11-20T07:00:00Z', text: '已修好' },
        { at: '2026-11-20T09:00:00Z', text: '重新接线' },
      ],
      explanations: [{ at: '2026-11-20T06:30:00Z', reason: '等待配件。', measures_taken: '', next_plan: '明日更换' }],
    };
    const check = { kind: 'verification', role: 'grid_worker', unit: 's1-c1' } as const;
    const checks: CaseView['checks'] = [
      { ...check, at: '2026-11-20T08:00:00Z', outcome: 'failed', note: '仍不亮' },
      { ...check, at: '2026-11-20T10:00:00Z', outcome: 'passed', note: '' },
      { kind: 'callback', role: 'hotline', unit: null, at: '2026-11-20T11:00:00Z', outcome: 'solved', satisfaction: 5, note: '很快' },
    ];
    const way = wayOf(view({ dispatches: [dispatch({ fed_back_at: '2026-11-20T09:00:00Z', work })], checks }), nameOf);
    expect(way.slice(2).map(({ title, text, tone }) => [title, text, tone])).toEqual([
      ['城管局登记处置措施', '更换灯泡', 'plain'],
      ['城管局说明逾期原因', '等待配件。 下一步：明日更换', 'caution'],
      ['城管局反馈办理结果', '已修好', 'good'],
      ['核查：不通过', '水务集团：仍不亮', 'danger'],
      ['城管局反馈办理结果', '重新接线', 'good'],
      ['核查：通过', undefined, 'good'],
      [expect.stringMatching(/^回访：已解决 · /), '很快', 'good'],
    ]);
  });

  it('still says that a unit fed back where its words are not told', () => {
    const way = wayOf(view({ dispatches: [dispatch({ fed_back_at: '2026-11-20T09:00:00Z' })] }), nameOf);
    expect(way.at(-1)).toMatchObject({ title: '城管局反馈办理结果', tone: 'good' });
  });

  it('says that a unit fed back where only the instant was imported', () => {
    const work = { instruction: '', measures: [], results: [], explanations: [] };
    const way = wayOf(view({ dispatches: [dispatch({ fed_back_at: '2026-11-20T09:00:00Z', work })] }), nameOf);
    expect(way.at(-1)).toEqual({ at: '2026-11-20T09:00:00Z', title: '城管局反馈办理结果', tone: 'good' });
    expect(wayOf(view({ dispatches: [dispatch({ work })] }), nameOf).at(-1)?.title).toBe('派单给城管局');
  });
});

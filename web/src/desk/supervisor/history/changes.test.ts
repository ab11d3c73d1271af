import { expect, it } from 'vitest';
import { differences, type CaseView } from './changes';

const names = { unit: (code: string | null | undefined) => `单位${code ?? ''}`, category: (code: string | null | undefined) => `事项${code ?? ''}` };

function view(more: Partial<CaseView>): CaseView {
  return {
    status: 'raised',
    title: '漏水',
    description: '三天了',
    location: { grid: 'g', territorial_unit: 'u', crs: 'CGCS2000' },
    kind: 'appeal',
    category: '0301',
    level: 'community',
    callback: { unanswered: 0 },
    supervisions: [],
    dispatches: [],
    people: { complainants: 0 },
    reworks: 0,
    reopenings: 0,
    look_backs: 0,
    excluded: false,
    forced: false,
    ...more,
  } as unknown as CaseView;
}

it('says field by field what changed, and nothing of what did not', () => {
  const dispatch = { department: 'water', role: 'lead', state: 'issued', due_at: '2026-03-05T16:00:00Z', yellow_cards: 0, red_cards: 0, reworks: 0 };
  const after = view({ status: 'dispatched', dispatches: [dispatch] as unknown as CaseView['dispatches'] });
  expect(differences(view({}), after, names)).toEqual([
    { label: '状态', before: '已吹哨', after: '已派单' },
    { label: '派单：单位water', before: '（无）', after: '主办 · 待签收' },
    { label: '单位water应办结', before: '（无）', after: '2026年3月6日 00:00' },
  ]);
  expect(differences(after, after, names)).toEqual([]);
});

it('tells what is there no more', () => {
  const parked = view({ suspension: { state: 'in_force' } as CaseView['suspension'] });
  expect(differences(parked, view({}), names)).toEqual([{ label: '挂账', before: '挂账中', after: '（无）' }]);
});

it('of the first version everything is new', () => expect(differences(undefined, view({}), names).length).toBeGreaterThan(5));

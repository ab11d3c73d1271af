import { describe, expect, it } from 'vitest';
import type { CaseView } from '../cases/actions/action';
import { adviceOf, type Routing } from './advice';
import { alikeness, byNearness, likenesses, metresApart, roundedMetres, sharedPieces, type NearbyRow } from './nearby';

const routing = (given: Partial<Routing> = {}): Routing => ({
  line_owner: 'd-urban',
  line_alternatives: ['d-landscape'],
  territorial_owner: 's1',
  co_handlers: ['d-police', 'd-urban'],
  unresolved: [],
  precedents: [],
  ...given,
});
const ruling = (unit: string) => ({ unit }) as Routing['precedents'][number];

describe('advice', () => {
  it('follows the policy where nothing was ruled', () => {
    expect(adviceOf(routing()).leads.map(({ unit, kind }) => [unit, kind])).toEqual([
      ['d-urban', 'line'],
      ['d-landscape', 'alternative'],
      ['s1', 'territory'],
    ]);
  });

  it('puts first whom rulings in like cases found in charge', () => {
    const { leads } = adviceOf(routing({ precedents: [ruling('d-landscape'), ruling('d-landscape'), ruling('d-urban')] }));
    expect(leads.map(({ unit, precedents }) => [unit, precedents])).toEqual([
      ['d-landscape', 2],
      ['d-urban', 1],
      ['s1', 0],
    ]);
  });

  it('names nobody twice, and gives nobody two parts', () => {
    const advice = adviceOf(routing({ territorial_owner: 'd-urban' }));
    expect(advice.leads).toHaveLength(2);
    expect(advice.helpers('d-urban')).toEqual(['d-police']);
    expect(adviceOf(routing()).told('d-urban')).toEqual(['s1']);
    expect(adviceOf(routing()).told('s1')).toEqual([]);
    expect(adviceOf(routing({ co_handlers: ['s1'] })).told('d-urban')).toEqual([]);
  });
});

describe('what is nearby', () => {
  const view = { id: 'c', title: '松影一苑3号楼垃圾成堆', category: '0102', raised_at: '2026-11-20T00:00:00Z', location: { grid: 'g01' } };
  const row = (id: string, given: Partial<NearbyRow> = {}) =>
    ({ id, title: '路灯不亮', category: '0102', grid: 'g01', status: 'in_handling', raised_at: '2026-11-19T00:00:00Z', ...given }) as NearbyRow;
  const ids = (...rows: NearbyRow[]) => likenesses(view as CaseView, rows).map(({ row: { id } }) => id);

  it('says which words are the same', () => {
    expect(sharedPieces('松影一苑3号楼路灯不亮', '3号楼旁：路灯，晚上不亮')).toEqual(['3号楼', '路灯', '不亮']);
    expect(sharedPieces('路灯不亮', '垃圾成堆')).toEqual([]);
    // What stood apart is no word.
    expect(sharedPieces('路，灯', '路灯')).toEqual([]);
    expect(likenesses(view as CaseView, [row('a', { title: '3号楼垃圾' })])[0]?.shared).toEqual(['3号楼垃圾']);
  });

  it('says how far it is, where both are on the map', () => {
    const here = { lon: 83, lat: 39 };
    expect(metresApart(here, { lon: 83, lat: 39.00036 })).toBeCloseTo(40, 0);
    expect(metresApart(here, { lon: 83.001, lat: 39 })).toBeCloseTo(86.4, 0);
    expect(metresApart(here, { lon: null, lat: 39 })).toBeUndefined();
    expect(roundedMetres(3)).toEqual({ unit: 'metres', n: 10 });
    expect(roundedMetres(44)).toEqual({ unit: 'metres', n: 40 });
    expect(roundedMetres(998)).toEqual({ unit: 'kilometres', n: 1 });
    expect(roundedMetres(1240)).toEqual({ unit: 'kilometres', n: 1.2 });
  });

  it('counts what two titles have in common', () => {
    expect(alikeness('垃圾成堆', '垃圾成堆')).toBe(100);
    expect(alikeness('垃圾成堆', '路灯不亮')).toBe(0);
    expect(alikeness('楼前垃圾成堆无人清', '垃圾成堆')).toBeGreaterThan(40);
  });

  it('calls nearby only what is, the nearest first', () => {
    const at = (id: string, metres?: number) => ({ ...likenesses(view as CaseView, [row(id)])[0]!, metres });
    const { near, alike } = byNearness([at('likeliest'), at('far', 2400), at('b', 300), at('a', 0), at('edge', 1000)]);
    expect(near.map(({ row: { id } }) => id)).toEqual(['a', 'b', 'edge']);
    expect(alike.map(({ row: { id } }) => id)).toEqual(['likeliest', 'far']);
  });

  it('leaves out the case itself, what is over, and what is about something else', () => {
    expect(ids(row('c'), row('merged', { status: 'merged' }), row('other', { category: '0513' }), row('same'))).toEqual(['same']);
  });

  it('puts the likeliest first', () => {
    const twin = row('twin', { title: '松影一苑3号楼垃圾成堆' });
    expect(ids(row('old', { raised_at: '2025-01-01T00:00:00Z', status: 'closed' }), row('near'), twin)).toEqual(['twin', 'near', 'old']);
  });
});

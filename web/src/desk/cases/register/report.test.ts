import { describe, expect, it } from 'vitest';
import { sourceWord } from '@/shared/wording/kinds';
import type { Grid, Unit } from '../names';
import { emptyReport, gridsByArea, missingIn, nextReport, SOURCES, whistleOf, type Report } from './report';

const filled = (given: Partial<Report> = {}): Report => ({
  ...emptyReport('hotline'),
  title: ' 楼道灯不亮 ',
  category: '0102',
  grid: 'g01',
  phone: '13912345678',
  ...given,
});

describe('a report that somebody of the staff takes in', () => {
  it('begins as each role usually hears of things', () => {
    expect(emptyReport('hotline')).toMatchObject({ source: 'hotline', who: 'named' });
    expect(emptyReport('grid_worker')).toMatchObject({ source: 'grid', who: 'self' });
    expect(emptyReport('community').source).toBe('duty_desk');
    expect(emptyReport('dispatcher').source).toBe('phone');
    expect(SOURCES.filter((source) => !sourceWord.knows(source))).toEqual([]);
  });

  it('says what is missing, and asks for no name where none is given', () => {
    expect(missingIn(emptyReport('hotline'))).toEqual(['title', 'category', 'grid', 'reporter']);
    expect(missingIn(filled())).toEqual([]);
    expect(missingIn(filled({ phone: '', name: '王女士' }))).toEqual([]);
    expect(missingIn(filled({ phone: '  ' }))).toEqual(['reporter']);
    for (const who of ['anonymous', 'self'] as const) expect(missingIn(filled({ phone: '', who }))).toEqual([]);
  });

  it('is sent with what was written, and nothing that was not', () => {
    expect(whistleOf(filled())).toEqual({
      title: '楼道灯不亮',
      category: '0102',
      source: 'hotline',
      location: { grid: 'g01' },
      reporter: { phone: '13912345678' },
    });
    expect(whistleOf(filled({ story: '三天了', address: '3号楼', kind: 'emergency', name: '王', confidential: true }))).toMatchObject({
      description: '三天了',
      kind: 'emergency',
      location: { grid: 'g01', address: '3号楼' },
      reporter: { name: '王', phone: '13912345678' },
      confidential: true,
    });
  });

  it('names nobody where nobody is to be named, whatever was typed before', () => {
    const anonymous = whistleOf(filled({ who: 'anonymous', confidential: true }));
    expect(anonymous.anonymous).toBe(true);
    expect(anonymous).not.toHaveProperty('reporter');
    expect(anonymous).not.toHaveProperty('confidential');
    const own = whistleOf(filled({ who: 'self' }));
    expect(own).not.toHaveProperty('reporter');
    expect(own).not.toHaveProperty('anonymous');
  });

  it('leaves the place and the way for the next one, and no name', () => {
    const next = nextReport(filled({ name: '王', source: 'visit' }), 'hotline');
    expect(next).toMatchObject({ source: 'visit', grid: 'g01', title: '', name: '', phone: '', category: undefined });
  });
});

describe('grids', () => {
  const units = [
    { code: 'district', parent: null },
    { code: 's1', parent: 'district' },
    { code: 's2', parent: 'district' },
    { code: 's1-c1', parent: 's1' },
  ] as Unit[];
  const grids = [{ code: 'a', unit: 's1-c1' }, { code: 'b', unit: 's2' }, { code: 'c', unit: 's1' }] as Grid[];
  const codes = (list: readonly Grid[]) => list.map(({ code }) => code);

  it('of the own area come first', () => {
    const { own, others } = gridsByArea(grids, units, 's1');
    expect([codes(own), codes(others)]).toEqual([['a', 'c'], ['b']]);
    expect(codes(gridsByArea(grids, units, undefined).own)).toEqual(['a', 'b', 'c']);
    expect(codes(gridsByArea(grids, units, 'district').others)).toEqual([]);
  });
});

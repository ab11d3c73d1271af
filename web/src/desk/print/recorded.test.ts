import { describe, expect, it } from 'vitest';
import { recordedIn, type HistoryEntry } from './recorded';
import { sealingUnit } from './seal';

const entry = (type: string, data: object, unit: string | null = 'd-inspection') =>
  ({ type, data, actor: { id: 'a', role: 'supervisor', unit } }) as unknown as HistoryEntry;

describe('what a form takes from the history', () => {
  it('is where a unit reported last, and not where the case is', () => {
    const { places } = recordedIn([
      entry('DepartmentReported', { dispatch: 'd1', place: { shown: '现场' } }),
      entry('DepartmentReported', { dispatch: 'd2', place: 'online' }),
      entry('DepartmentReported', { dispatch: 'd1', place: { shown: '3号楼西侧' } }),
      entry('DepartmentReported', { dispatch: 'd3', place: { box: 'sealed' } }),
      entry('DispatchSigned', { dispatch: 'd4', place: '别处' }),
    ]);
    expect([...places]).toEqual([['d1', '3号楼西侧'], ['d2', 'online']]);
  });

  it('is who issued a supervision, where a unit did', () => {
    const { issuers } = recordedIn([entry('SupervisionIssued', { supervision: 's1' }), entry('SupervisionIssued', { supervision: 's2' }, null)]);
    expect([...issuers]).toEqual([['s1', 'd-inspection']]);
  });
});

describe('the unit that seals a notice', () => {
  const unit = (code: string, kind: string, parent?: string) => ({ code, kind, name: code, parent: parent ?? null, round_the_clock: false }) as never;
  const units = [unit('y', 'district'), unit('s1', 'street', 'y'), unit('c1', 'community', 's1'), unit('e1', 'compound', 'c1'), unit('x', 'compound', 'y')];

  it('is the nearest that has a seal: a compound has none', () => {
    expect(sealingUnit('e1', units)).toBe('c1');
    expect(sealingUnit('c1', units)).toBe('c1');
    expect(sealingUnit('s1', units)).toBe('s1');
  });

  it('is left open where there is none', () => {
    expect(sealingUnit('x', units)).toBeUndefined();
    expect(sealingUnit('gone', units)).toBeUndefined();
    expect(sealingUnit('e1', [unit('e1', 'compound', 'f1'), unit('f1', 'compound', 'e1')])).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { linksOf } from './links';

const pack = (id: string, now: object) => ({
  id,
  as_of_position: 3708,
  figures: { judged_at: '2026-10-31T16:00:00Z', now, departments: [{ unit: 'd-urban', name: '城管局', due: 13, on_time: { of: 10, all: 13 }, overdue: 0 }] },
});

describe('the figures of a pack lead to their cases', () => {
  it('as the log and the clocks were when it was frozen', () => {
    const links = linksOf(pack('2026-10', { on_time: { of: 15, all: 46 }, received: 82, parked: 4, forced: 0 }))!;
    expect(links.carried).toEqual({ period: '2026-10', as_of: '3708', at: '2026-10-31T16:00:00Z' });
    expect(links.whole).toEqual([
      { figure: 'on_time_rate', text: '32.6%（15/46）', groupBy: 'area' },
      { figure: 'parked_rate', text: '4', groupBy: 'area' },
    ]);
    expect(links.departments).toEqual([{ figure: 'on_time_rate', text: '76.9%（10/13）', groupBy: 'department', rowKey: 'd-urban', rowName: '城管局' }]);
  });

  it('also of a week, and a rate with nothing to divide by is a dash', () => {
    const links = linksOf(pack('2026-W46', { resolution: { of: 0, all: 0 } }))!;
    expect(links.carried['period']).toBe('2026-11-09..2026-11-15');
    expect(links.whole[0]?.text).toBe('—');
  });

  it('but not those of a pack that is of another kind', () => {
    expect(linksOf({ ...pack('2026-10', {}), figures: {} })).toBeUndefined();
    expect(linksOf(pack('something', {}))).toBeUndefined();
  });
});

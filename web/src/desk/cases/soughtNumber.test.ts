import { describe, expect, it } from 'vitest';
import { checkCharacter, meantNumbers } from './soughtNumber';

const meant = (typed: string) => meantNumbers(typed, '999001', '2026-11-22');

describe('a short number', () => {
  it('means the whole one, however it was typed', () => {
    for (const typed of ['S20261121-00037', 's20261121-37', 'S1121-00037', ' S1121 - 37 ', 'Ｓ20261121－00037', 'S20261121 00037']) {
      expect(meant(typed), typed).toEqual(['999001S20261121000378']);
    }
  });

  it('has the check character of the service', () => {
    expect(checkCharacter('999001S2026111900009')).toBe('6');
    expect(checkCharacter('999001F2026111200005')).toBe('X');
  });

  it('may be of any kind where it has no letter', () => {
    expect(meant('1121-37')).toHaveLength(5);
    expect(meant('1121 37')).toContain('999001S20261121000378');
  });

  it('is of the latest such day where it has no year', () => {
    expect(meant('S1122-1')[0]?.slice(7, 15)).toBe('20261122');
    expect(meant('S1123-1')[0]?.slice(7, 15)).toBe('20251123');
  });

  it('is nothing else that people look for', () => {
    for (const typed of ['路灯不亮', '3号楼', '13900000000', '2026', 'X1121-1', '']) expect(meant(typed), typed).toEqual([]);
  });
});

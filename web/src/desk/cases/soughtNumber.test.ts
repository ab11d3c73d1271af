import { describe, expect, it } from 'vitest';
import { soughtWords } from './soughtNumber';

describe('what a list is asked for', () => {
  it('is a number written plainly, however it was typed', () => {
    for (const typed of ['S20261121-00037', 's20261121-00037', ' S20261121 - 00037 ', 'Ｓ20261121－00037', 'S20261121 00037']) {
      expect(soughtWords(typed), typed).toBe('S20261121-00037');
    }
    expect(soughtWords('999001 s20261121 00037 8')).toBe('999001S20261121000378');
    expect(soughtWords('１１２１－３７')).toBe('1121-37');
    expect(soughtWords('1121 37')).toBe('1121-37');
  });

  it('is the words where they are no number', () => {
    for (const typed of ['路灯不亮', '3号楼 2单元', '13900000000', '2026', 'broken lamp']) expect(soughtWords(typed), typed).toBe(typed);
  });
});

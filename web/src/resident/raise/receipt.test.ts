import { describe, expect, it } from 'vitest';
import { qrRows } from './qr';
import { linesOf } from './receiptImage';

describe('the receipt', () => {
  it('breaks Chinese anywhere, and loses nothing', () => {
    const lines = linesOf('哨声响起部门到场', 3, (text) => Array.from(text).length);
    expect(lines).toEqual(['哨声响', '起部门', '到场']);
    expect(linesOf('', 3, () => 0)).toEqual([]);
    expect(linesOf('长', 0, () => 9)).toEqual(['长']);
  });

  it('has a code with its three eyes', () => {
    const rows = qrRows('https://example.test/r/999001X20261122000378?code=ABCD2345');
    const size = rows.length;
    expect(rows.every((row) => row.length === size)).toBe(true);
    const eye = (top: number, left: number) =>
      [0, 1, 2, 3, 4, 5, 6].every((step) => rows[top]![left + step] && rows[top + step]![left] && rows[top + 6]![left + step]);
    expect([eye(0, 0), eye(0, size - 7), eye(size - 7, 0)]).toEqual([true, true, true]);
  });
});

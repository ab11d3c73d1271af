import { describe, expect, it } from 'vitest';
import { fileNameOf } from './download';

describe('the name of a file', () => {
  it.each([
    [`attachment; filename="cases.xlsx"; filename*=UTF-8''%E6%A1%88%E4%BB%B6.xlsx`, '案件.xlsx'],
    ['attachment; filename="cases.csv"', 'cases.csv'],
    ['attachment; filename=cases.csv', 'cases.csv'],
    ['attachment', undefined],
    [null, undefined],
  ])('%s', (disposition, name) => expect(fileNameOf(disposition)).toBe(name));
});

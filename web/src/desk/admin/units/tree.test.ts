import { expect, it } from 'vitest';
import { treeOf } from './tree';

it('everything stands below what it belongs to, and nothing is lost', () => {
  const units = [{ code: 'c', parent: 'b' }, { code: 'a' }, { code: 'b', parent: 'a' }, { code: 'x', parent: 'gone' }];
  expect(treeOf(units).map(({ unit, depth }) => `${depth}${unit.code}`)).toEqual(['0a', '1b', '2c', '0x']);
});

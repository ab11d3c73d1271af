import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { changedCategories, faultyLine, readingOf } from './reading';

const document = readFileSync(resolve(import.meta.dirname, '../../../../../policy/default.toml'), 'utf8');

it('reads the policy that is shipped', () => {
  const policy = readingOf(document);
  expect(policy.version).toBe(1);
  expect(policy.clocks.find(({ kind }) => kind === 'emergency')).toMatchObject({ signIn: '10分钟', report: '30分钟' });
  expect(policy.categories.find(({ code }) => code === '0102')).toMatchObject({ name: '市容环境 / 暴露垃圾', lead: '环卫中心', limit: '4个工作小时' });
});

it('says at which line a text is broken', () => {
  expect(faultyLine(document)).toBeUndefined();
  expect(faultyLine('version = 2\ntitle = \n')).toBe(2);
});

it('tells which categories another version changes', () => {
  const other = document.replace('ordinary = "4wh"', 'ordinary = "2wh"');
  const changed = changedCategories(readingOf(document), readingOf(other));
  expect(changed.map(({ line, was }) => [line.code, was?.limit, line.limit])).toEqual([['0102', '4个工作小时', '2个工作小时']]);
});

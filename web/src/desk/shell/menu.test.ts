import type { RouteRecordRaw } from 'vue-router';
import { describe, expect, it } from 'vitest';
import { areaRoutes } from '../areas';
import { menuFor, menuGroups } from './menu';

const page = (path: string, meta: RouteRecordRaw['meta']): RouteRecordRaw => ({ path, component: {}, ...(meta ? { meta } : {}) });
const routes = [
  page('units', { title: ['单位', 'Units'], roles: ['admin'], menu: { group: 'keep', order: 1, icon: {} } }),
  page('cases', { title: ['案件', 'Cases'], menu: { group: 'look', order: 1, icon: {} } }),
  page('cases/:id', { title: ['案件', 'Case'] }),
  page('late', { title: ['超期', 'Late'], roles: ['dispatcher'], menu: { group: 'work', order: 2, icon: {} } }),
  page('intake', { title: ['受理把关', 'Screening'], roles: ['dispatcher'], menu: { group: 'work', order: 1, icon: {} } }),
];

describe('the menu', () => {
  it('holds what the role may open, work first', () => {
    expect(menuFor('dispatcher', routes).map(({ path }) => path)).toEqual(['/intake', '/late', '/cases']);
    expect(menuFor('admin', routes).map(({ path }) => path)).toEqual(['/cases', '/units']);
  });

  it('leaves out groups without entries', () => {
    const groups = menuGroups(menuFor('dispatcher', routes));
    expect(groups.map(([group, items]) => [group, items.length])).toEqual([
      ['work', 2],
      ['look', 1],
    ]);
  });

  it('has no page twice, neither by its address nor by its name', () => {
    const twice = (all: readonly unknown[]) => all.filter((each, index) => each !== undefined && all.indexOf(each) !== index);
    expect(twice(areaRoutes.map(({ path }) => path))).toEqual([]);
    expect(twice(areaRoutes.map(({ name }) => name))).toEqual([]);
  });
});

import type { Role } from '@/shared/session';
import type { Pair } from '@/shared/wording/speech';
import type { RouteRecordRaw } from 'vue-router';
import { areaRoutes, type MenuEntry, type MenuGroup } from '../areas';

export interface MenuItem extends MenuEntry {
  readonly path: string;
  readonly title: Pair;
}

const GROUPS: readonly MenuGroup[] = ['work', 'look', 'keep'];

function itemOf(route: RouteRecordRaw): MenuItem | undefined {
  const menu = route.meta?.menu;
  const title = menu?.title ?? route.meta?.title;
  return menu && title ? { ...menu, title, path: `/${route.path}` } : undefined;
}

/** What somebody of a role finds in the menu, in its order. */
export function menuFor(role: Role, routes: readonly RouteRecordRaw[] = areaRoutes): readonly MenuItem[] {
  const open = routes.filter(({ meta }) => !meta?.roles || meta.roles.includes(role));
  const items = open.flatMap((route) => itemOf(route) ?? []);
  return items.sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || a.order - b.order);
}

/** The menu by groups, without those that have nothing in them. */
export function menuGroups(items: readonly MenuItem[]): readonly [MenuGroup, readonly MenuItem[]][] {
  const groups = GROUPS.map((group): [MenuGroup, readonly MenuItem[]] => [group, items.filter((item) => item.group === group)]);
  return groups.filter(([, members]) => members.length > 0);
}

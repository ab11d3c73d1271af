import type { Component } from 'vue';
import type { RouteRecordRaw } from 'vue-router';
import type { Role } from '@/shared/session';
import type { Pair } from '@/shared/wording/speech';
import { adminRoutes } from './admin/routes';
import { caseRoutes } from './cases/routes';
import { departmentRoutes } from './department/routes';
import { dispatcherRoutes } from './dispatcher/routes';
import { printRoutes } from './print/routes';
import { supervisorRoutes } from './supervisor/routes';

/** Where in the menu an entry stands: what is done, what is looked at, what is kept. */
export type MenuGroup = 'work' | 'look' | 'keep';

export interface MenuEntry {
  readonly group: MenuGroup;
  /** Within the group, the smallest first. */
  readonly order: number;
  readonly icon: Component;
  /** Shorter than the title of the page, where that is long. */
  readonly title?: Pair;
}

declare module 'vue-router' {
  interface RouteMeta {
    /** What the page is called; also in the title of the tab. */
    title?: Pair;
    /** Who may open it; everybody who is logged in, where nothing is said. */
    roles?: readonly Role[];
    /** Without it the page is not in the menu. */
    menu?: MenuEntry;
  }
}

/** The pages of the desk. Each area keeps its own, so that a page is added in one place. */
export const areaRoutes: readonly RouteRecordRaw[] = [
  ...departmentRoutes,
  ...dispatcherRoutes,
  ...caseRoutes,
  ...supervisorRoutes,
  ...adminRoutes,
  ...printRoutes,
];

import { DataLine } from '@element-plus/icons-vue';
import type { RouteRecordRaw } from 'vue-router';
import type { Role } from '@/shared/session';

/** Who looks at figures of the whole district. */
const LOOKERS: readonly Role[] = ['supervisor', 'auditor', 'dispatcher', 'admin'];

/** Pages below `/desk`: what is looked at before anything is read. */
export const supervisorRoutes: RouteRecordRaw[] = [
  {
    path: 'overview',
    name: 'overview',
    component: () => import('./overview/OverviewPage.vue'),
    meta: { title: ['运行总览', 'Overview'], roles: LOOKERS, menu: { group: 'look', order: 10, icon: DataLine } },
  },
  {
    path: 'figures',
    name: 'figures',
    component: () => import('./figures/FiguresPage.vue'),
    meta: { title: ['数字溯源', 'Behind the figure'] },
  },
  {
    path: 'open-dispatches',
    name: 'open-dispatches',
    component: () => import('./overview/OpenDispatchesPage.vue'),
    meta: { title: ['在办派单', 'Open dispatches'] },
  },
];

import { Calendar, MapLocation, Notebook, Stamp } from '@element-plus/icons-vue';
import type { RouteRecordRaw } from 'vue-router';
import type { Role } from '@/shared/session';

const LOOKERS: readonly Role[] = ['dispatcher', 'community', 'grid_worker', 'hotline', 'supervisor', 'auditor', 'admin'];

/** Pages below `/desk`: `path` without a leading slash, `component` as a lazy import, `meta` as in `areas.ts`. */
export const dispatcherRoutes: RouteRecordRaw[] = [
  {
    path: 'rulings',
    name: 'rulings',
    component: () => import('./RulingsPage.vue'),
    meta: {
      title: ['审批裁定', 'Rulings'],
      roles: ['dispatcher', 'supervisor'],
      menu: { group: 'work', order: 20, icon: Stamp },
    },
  },
  {
    path: 'precedents',
    name: 'precedents',
    component: () => import('./PrecedentsPage.vue'),
    meta: {
      title: ['退单判例', 'Rulings on returns'],
      roles: ['dispatcher', 'supervisor', 'auditor'],
      menu: { group: 'look', order: 25, icon: Notebook, title: ['判例', 'Precedents'] },
    },
  },
  {
    path: 'roster',
    name: 'roster',
    component: () => import('./RosterPage.vue'),
    meta: {
      title: ['值班安排', 'Duty roster'],
      roles: ['dispatcher', 'department', 'community', 'hotline', 'supervisor'],
      menu: { group: 'look', order: 40, icon: Calendar },
    },
  },
  {
    path: 'map',
    name: 'map',
    component: () => import('./MapPage.vue'),
    meta: { title: ['网格地图', 'Map of the grids'], roles: LOOKERS, menu: { group: 'look', order: 30, icon: MapLocation } },
  },
];

import { Tickets } from '@element-plus/icons-vue';
import type { RouteRecordRaw } from 'vue-router';

/** Pages below `/desk`: `path` without a leading slash, `component` as a lazy import, `meta` as in `areas.ts`. */
export const departmentRoutes: RouteRecordRaw[] = [
  {
    path: 'work',
    name: 'work',
    component: () => import('./WorkPage.vue'),
    meta: { title: ['我的派单', 'My dispatches'], roles: ['department'], menu: { group: 'work', order: 10, icon: Tickets } },
  },
];

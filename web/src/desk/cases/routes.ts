import { Files } from '@element-plus/icons-vue';
import type { RouteRecordRaw } from 'vue-router';
import type { Role } from '@/shared/session';

const STAFF: readonly Role[] = [
  'grid_worker',
  'community',
  'hotline',
  'dispatcher',
  'department',
  'supervisor',
  'auditor',
  'admin',
];

/** Pages about cases that everybody of the staff has, each for what they may see. */
export const caseRoutes: RouteRecordRaw[] = [
  {
    path: 'cases',
    name: 'cases',
    component: () => import('./CasesPage.vue'),
    meta: { title: ['案件查询', 'Find cases'], roles: STAFF, menu: { group: 'look', order: 10, icon: Files } },
  },
  { path: 'cases/:id', name: 'case', component: () => import('./CasePage.vue'), meta: { title: ['案件', 'Case'], roles: STAFF } },
];

import { Bell, Checked, EditPen, Files, Filter, Phone, Timer } from '@element-plus/icons-vue';
import type { Component } from 'vue';
import type { RouteRecordRaw } from 'vue-router';
import type { Role } from '@/shared/session';
import { queues, type QueueName } from './queues';

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

function queueRoute(name: QueueName, order: number, icon: Component, roles: readonly Role[]): RouteRecordRaw {
  return {
    path: name,
    name,
    component: () => import('./QueuePage.vue'),
    props: { queue: name },
    meta: { title: queues[name].title, roles, menu: { group: 'work', order, icon } },
  };
}

/** Pages about cases: the queues of those who review, send, check and call, and what everybody of the staff may look at. */
export const caseRoutes: RouteRecordRaw[] = [
  queueRoute('intake', 10, Bell, ['dispatcher']),
  queueRoute('hotline', 10, Filter, ['hotline']),
  queueRoute('review', 10, Bell, ['community']),
  queueRoute('checks', 20, Checked, ['grid_worker', 'community']),
  queueRoute('callbacks', 30, Phone, ['community', 'hotline']),
  queueRoute('late', 40, Timer, ['dispatcher', 'community']),
  {
    path: 'register',
    name: 'register',
    component: () => import('./register/RegisterPage.vue'),
    meta: {
      title: ['登记吹哨', 'Register a whistle'],
      roles: ['grid_worker', 'community', 'hotline', 'dispatcher'],
      menu: { group: 'work', order: 60, icon: EditPen },
    },
  },
  {
    path: 'cases',
    name: 'cases',
    component: () => import('./CasesPage.vue'),
    meta: { title: ['案件查询', 'Find cases'], roles: STAFF, menu: { group: 'look', order: 10, icon: Files } },
  },
  { path: 'cases/:id', name: 'case', component: () => import('./CasePage.vue'), meta: { title: ['案件', 'Case'], roles: STAFF } },
];

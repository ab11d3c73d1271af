import { Calendar, Clock, Connection, Key, List, MapLocation, OfficeBuilding, Tickets, User } from '@element-plus/icons-vue';
import type { RouteRecordRaw } from 'vue-router';
import type { Role } from '@/shared/session';

const KEEPERS: readonly Role[] = ['admin'];

/** Pages below `/desk`: what is kept, and who changed it. */
export const adminRoutes: RouteRecordRaw[] = [
  {
    path: 'units',
    name: 'units',
    component: () => import('./units/UnitsPage.vue'),
    meta: { title: ['单位', 'Units'], roles: KEEPERS, menu: { group: 'keep', order: 10, icon: OfficeBuilding } },
  },
  {
    path: 'grids',
    name: 'grids',
    component: () => import('./units/GridsPage.vue'),
    meta: { title: ['网格', 'Grids'], roles: KEEPERS, menu: { group: 'keep', order: 20, icon: MapLocation } },
  },
  {
    path: 'people',
    name: 'people',
    component: () => import('./people/PeoplePage.vue'),
    meta: { title: ['人员与职务', 'People and posts'], roles: KEEPERS, menu: { group: 'keep', order: 30, icon: User } },
  },
  {
    path: 'duty-shifts',
    name: 'duty-shifts',
    component: () => import('./people/DutyPage.vue'),
    meta: { title: ['值班安排', 'Duty shifts'], roles: KEEPERS, menu: { group: 'keep', order: 40, icon: Clock } },
  },
  {
    path: 'access',
    name: 'access',
    component: () => import('./access/AccessPage.vue'),
    meta: { title: ['账号与密钥', 'Accounts and keys'], roles: ['admin', 'auditor'], menu: { group: 'keep', order: 45, icon: Key } },
  },
  {
    path: 'integrations',
    name: 'integrations',
    component: () => import('./integrations/IntegrationsPage.vue'),
    meta: { title: ['系统对接', 'Integrations'], roles: KEEPERS, menu: { group: 'keep', order: 47, icon: Connection } },
  },
  {
    path: 'policies',
    name: 'policies',
    component: () => import('./policies/PoliciesPage.vue'),
    meta: { title: ['事项与政策', 'Categories and policies'], roles: ['admin', 'supervisor', 'auditor'], menu: { group: 'keep', order: 50, icon: Tickets } },
  },
  {
    path: 'calendar',
    name: 'calendar',
    component: () => import('./calendar/CalendarPage.vue'),
    meta: { title: ['工作日历', 'Calendar'], roles: ['admin', 'supervisor', 'auditor', 'dispatcher'], menu: { group: 'keep', order: 60, icon: Calendar } },
  },
  {
    path: 'organisation-log',
    name: 'organisation-log',
    component: () => import('./log/LogPage.vue'),
    meta: { title: ['变更日志', 'Log of changes'], roles: ['admin', 'supervisor', 'auditor'], menu: { group: 'keep', order: 70, icon: List } },
  },
];

import './figures.css';
import { ChatLineSquare, Collection, DataLine, Document, Files, Histogram, Operation } from '@element-plus/icons-vue';
import type { RouteRecordRaw } from 'vue-router';
import type { Role } from '@/shared/session';

/** Who looks at figures of the whole district. */
const LOOKERS: readonly Role[] = ['supervisor', 'auditor', 'dispatcher', 'admin'];

/** Who reads registers. */
const READERS: readonly Role[] = [...LOOKERS, 'department', 'community'];

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
  {
    path: 'comparison',
    name: 'comparison',
    component: () => import('./comparison/ComparisonPage.vue'),
    meta: { title: ['考核对比', 'Comparison'], roles: LOOKERS, menu: { group: 'look', order: 20, icon: Histogram } },
  },
  {
    path: 'cases/:id/history',
    name: 'case-history',
    component: () => import('./history/HistoryPage.vue'),
    meta: { title: ['案件经过', 'History of a case'], roles: ['supervisor', 'auditor'] },
  },
  {
    path: 'what-if',
    name: 'what-if',
    component: () => import('./whatif/WhatIfPage.vue'),
    meta: { title: ['假设推演', 'What if'], roles: ['supervisor', 'admin'], menu: { group: 'look', order: 30, icon: Operation } },
  },
  {
    path: 'ledger',
    name: 'ledger',
    component: () => import('./ledger/LedgerPage.vue'),
    meta: { title: ['问题台账', 'Ledger'], roles: READERS, menu: { group: 'look', order: 40, icon: Collection } },
  },
  {
    path: 'registers',
    name: 'registers',
    component: () => import('./ledger/RegistersPage.vue'),
    meta: { title: ['专项台账', 'Registers'], roles: READERS, menu: { group: 'look', order: 50, icon: Files } },
  },
  {
    path: 'packs',
    name: 'packs',
    component: () => import('./packs/PacksPage.vue'),
    meta: { title: ['报告包', 'Report packs'], roles: LOOKERS, menu: { group: 'look', order: 60, icon: Document } },
  },
  {
    path: 'packs/:id',
    name: 'pack',
    component: () => import('./packs/PackPage.vue'),
    meta: { title: ['报告包', 'Report pack'], roles: LOOKERS },
  },
  {
    path: 'wall',
    name: 'wall',
    component: () => import('./wall/WallPage.vue'),
    meta: {
      title: ['回音壁', 'Echo wall'],
      roles: ['supervisor', 'dispatcher', 'community', 'auditor'],
      menu: { group: 'look', order: 70, icon: ChatLineSquare },
    },
  },
];

import type { RouteRecordRaw } from 'vue-router';

/** Forms on paper, each at an address of its own. */
export const printRoutes: RouteRecordRaw[] = [
  {
    path: 'print/whistle/:id',
    name: 'print-whistle',
    component: () => import('./WhistlePrint.vue'),
    meta: { title: ['打印吹哨单', 'Print the whistle form'] },
  },
  {
    path: 'print/supervision/:id/:supervision?',
    name: 'print-supervision',
    component: () => import('./SupervisionPrint.vue'),
    meta: { title: ['打印督办单', 'Print the supervision'] },
  },
  {
    path: 'print/request/:id/:kind(return|extension|suspension)/:request?',
    name: 'print-request',
    component: () => import('./RequestPrint.vue'),
    meta: { title: ['打印申请审批单', 'Print a request and its ruling'] },
  },
  {
    path: 'print/closing/:id',
    name: 'print-closing',
    component: () => import('./ClosingPrint.vue'),
    meta: { title: ['打印办结告知书', 'Print the notice of closing'] },
  },
  {
    path: 'print/wall/:unit',
    name: 'print-wall',
    component: () => import('./WallPoster.vue'),
    meta: { title: ['打印回音壁海报', 'Print the poster of the wall'] },
  },
];

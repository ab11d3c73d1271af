import { watchEffect } from 'vue';
import { createRouter, createWebHistory, type Router } from 'vue-router';
import { spoken, type Pair } from '@/shared/wording/speech';
import HomePage from './raise/HomePage.vue';

declare module 'vue-router' {
  interface RouteMeta {
    /** In the title of the tab. */
    name?: Pair;
    /** Nothing leads elsewhere: what is begun here is to be finished. */
    alone?: boolean;
  }
}

/** The steps of a whistle, fetched while the first is being read: they must be there when the line is not. */
const group = () => import('./raise/GroupPage.vue');
const place = () => import('./place/PlacePage.vue');
const send = () => import('./raise/SendPage.vue');
const receipt = () => import('./raise/ReceiptPage.vue');

export async function fetchSteps(): Promise<void> {
  await Promise.all([group(), place(), send(), receipt()]).catch(() => undefined);
}

export function residentRouter(): Router {
  const router = createRouter({
    history: createWebHistory(),
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
    routes: [
      { path: '/', name: 'home', component: HomePage },
      { path: '/raise/matters/:group', name: 'group', component: group, meta: { name: ['选择事项', 'Choose the matter'] } },
      { path: '/raise/place', name: 'place', component: place, meta: { name: ['在哪里', 'Where'] } },
      { path: '/raise/send', name: 'send', component: send, meta: { name: ['确认并发送', 'Check and send'], alone: true } },
      { path: '/raise/done', name: 'receipt', component: receipt, meta: { name: ['已收到', 'Received'] } },
      {
        path: '/r/:number',
        name: 'progress',
        component: () => import('./progress/ProgressPage.vue'),
        meta: { name: ['办理进度', 'Progress'] },
      },
      {
        path: '/case/:id',
        name: 'own',
        component: () => import('./progress/OwnCasePage.vue'),
        meta: { name: ['办理进度', 'Progress'] },
      },
      { path: '/mine', name: 'mine', component: () => import('./mine/MinePage.vue'), meta: { name: ['我的', 'Mine'] } },
      {
        path: '/login',
        name: 'login',
        component: () => import('./mine/LoginPage.vue'),
        meta: { name: ['登录', 'Log in'] },
      },
      { path: '/echo', name: 'echo', component: () => import('./echo/EchoPage.vue'), meta: { name: ['回音壁', 'Echo wall'] } },
      {
        path: '/:lost(.*)*',
        name: 'lost',
        component: () => import('./shell/LostPage.vue'),
        meta: { name: ['没有这个页面', 'No such page'] },
      },
    ],
  });
  watchEffect(() => {
    const { name } = router.currentRoute.value.meta;
    const site = spoken(['小区吹哨', 'Whistle']);
    document.title = name ? `${spoken(name)} · ${site}` : site;
  });
  return router;
}

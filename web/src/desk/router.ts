import { watch, watchEffect } from 'vue';
import { createRouter, createWebHistory, type RouteLocationNormalized, type Router } from 'vue-router';
import { asFailure } from '@/shared/api/failure';
import { useSession, whoIsThere, type Role } from '@/shared/session';
import { spoken, teach } from '@/shared/wording/speech';
import { areaRoutes } from './areas';
import { menuFor } from './shell/menu';

const words = teach('desk', {
  name: ['吹哨报到工作台', 'Whistle desk'],
});

/** The way back to where somebody wanted to go before they had to log in. Never to another site. */
export function wayBack(next: unknown): string {
  return typeof next === 'string' && next.startsWith('/') && !next.startsWith('//') ? next : '/';
}

async function admit(to: RouteLocationNormalized) {
  if (to.name === 'login') return true;
  let account;
  try {
    account = await whoIsThere();
  } catch (thrown) {
    // The service is away: the page itself says so, and asks again.
    if (asFailure(thrown).kind === 'broken') throw thrown;
    return to.name === 'away' ? true : { name: 'away', query: { next: to.fullPath } };
  }
  if (!account) return { name: 'login', query: { next: to.fullPath } };
  if (account.role === 'resident' && to.name !== 'account') return { name: 'account' };
  if (to.name === 'home') return menuFor(account.role as Role)[0]?.path ?? { name: 'account' };
  const roles = to.meta.roles;
  return !roles || roles.includes(account.role as Role) ? true : { name: 'lost' };
}

export function deskRouter(): Router {
  const router = createRouter({
    history: createWebHistory('/desk'),
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
    routes: [
      { path: '/login', name: 'login', component: () => import('./login/LoginPage.vue'), meta: { title: ['登录', 'Log in'] } },
      {
        path: '/away',
        name: 'away',
        component: () => import('./shell/AwayPage.vue'),
        meta: { title: ['暂时连不上', 'Out of reach'] },
      },
      {
        path: '/',
        component: () => import('./shell/DeskLayout.vue'),
        children: [
          { path: '', name: 'home', component: () => import('./account/AccountPage.vue') },
          ...areaRoutes,
          {
            path: 'account',
            name: 'account',
            component: () => import('./account/AccountPage.vue'),
            meta: { title: ['我的账号', 'My account'] },
          },
          {
            path: ':lost(.*)*',
            name: 'lost',
            component: () => import('./shell/LostPage.vue'),
            meta: { title: ['没有这个页面', 'No such page'] },
          },
        ],
      },
    ],
  });
  router.beforeEach(admit);
  watchEffect(() => {
    const { title } = router.currentRoute.value.meta;
    document.title = title ? `${spoken(title)} · ${words('name')}` : words('name');
  });
  const { account } = useSession();
  watch(account, (now, before) => {
    const { name, fullPath } = router.currentRoute.value;
    if (before && now === null && name !== 'login') void router.push({ name: 'login', query: { next: fullPath } });
  });
  return router;
}

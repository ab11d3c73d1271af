import { createApp, type App } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { afterEach, expect, it, vi } from 'vitest';
import { i18n } from '@/shared/wording/speech';
import WaitingBar from './WaitingBar.vue';

let app: App | undefined;
afterEach(() => {
  app?.unmount();
  vi.useRealTimers();
});

it('a page that takes its time is said to be on its way, one that is there at once is not', async () => {
  vi.useFakeTimers();
  let arrive: (page: object) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const slow = () => new Promise<object>((here, gone) => ([arrive, fail] = [here, gone]));
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/', component: {} }, { path: '/slow', component: slow }, { path: '/broken', component: slow }],
  });
  await router.push('/');
  const place = document.createElement('div');
  app = createApp(WaitingBar);
  app.use(i18n).use(router).mount(place);
  const shown = () => place.textContent?.includes('正在打开页面');

  void router.push('/slow');
  await vi.advanceTimersByTimeAsync(250);
  expect(shown()).toBe(false);
  await vi.advanceTimersByTimeAsync(100);
  expect(shown()).toBe(true);
  arrive({ render: () => null });
  await vi.advanceTimersByTimeAsync(10);
  expect(shown()).toBe(false);

  router.push('/broken').catch(() => undefined);
  await vi.advanceTimersByTimeAsync(400);
  expect(shown()).toBe(true);
  fail(new Error('no such chunk'));
  await vi.advanceTimersByTimeAsync(10);
  expect(shown()).toBe(false);
});

import { createApp, type App } from 'vue';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { i18n } from '@/shared/wording/speech';
import { dropReceipt, keepReceipt, receiptOf } from '../mine/receipts';
import ProgressPage from './ProgressPage.vue';

// As every test of a page that takes photographs: one window serves several files, and has each module once.
vi.mock('@/shared/photos/shrink', () => ({ shrink: async (file: File) => new Blob([file], { type: 'image/jpeg' }) }));

const WHOLE = '411625X20261121000378';
const view = {
  number: WHOLE, display_number: 'X20261121-00037', status: 'raised', title: '路灯不亮', description: '电话***，路灯不亮', category: '0102',
  category_name: '路灯', raised_at: '2026-11-21T01:00:00Z', rateable: false, steps: [], photos: [],
};
const receipt = { number: WHOLE, code: 'ABCD', title: view.title, category: view.category, description: '电话13800000000，路灯不亮', raisedAt: view.raised_at };

let asked: { method: string; address: URL }[];
let app: App | undefined;
let router: Router;
let place: HTMLElement;
const until = (so: () => void) => vi.waitFor(so, { timeout: 5_000 });
const gets = () => asked.filter(({ method }) => method === 'GET').map(({ address }) => address.pathname);
const button = (word: string) => [...place.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === word)!;

async function show(address: string): Promise<void> {
  router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/r/:number', name: 'progress', component: ProgressPage }, { path: '/', component: {} }],
  });
  await router.push(address);
  place = document.body.appendChild(document.createElement('div'));
  app = createApp(ProgressPage);
  app.use(i18n).use(router).mount(place);
}

beforeEach(async () => {
  asked = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push({ method: request.method, address: new URL(request.url) });
    return Response.json(request.method === 'GET' ? view : {});
  });
  await keepReceipt(receipt);
});
afterEach(async () => {
  app?.unmount();
  place.remove();
  await dropReceipt(WHOLE);
  vi.unstubAllGlobals();
});

describe('a case that is looked up by its short number', () => {
  const shown = () => until(() => expect(Boolean(button('修改或补充情况'))).toBe(true));

  it('keeps the story that this device sent', async () => {
    await show('/r/1121-37?code=ABCD');
    await shown();
    expect((await receiptOf(WHOLE))?.description).toBe(receipt.description);
    button('修改或补充情况').click();
    await until(() => expect(place.querySelector('textarea')?.value).toBe(receipt.description));
  });

  it('is named whole in the address, with what else stands there, and not asked for again', async () => {
    await show('/r/1121-37?code=ABCD&stars=4');
    await shown();
    await until(() => expect(router.currentRoute.value.fullPath).toBe(`/r/${WHOLE}?code=ABCD&stars=4`));
    await new Promise((done) => setTimeout(done, 20));
    expect(gets()).toEqual(['/api/v1/public/cases/1121-37']);
    await router.push('/r/1121-38?code=ABCD');
    await until(() => expect(gets()[1]).toBe('/api/v1/public/cases/1121-38'));
  });

  it('is understood in an address as it is in the form', async () => {
    await show(`/r/${encodeURIComponent('１１２１ 37')}?code=ABCD`);
    await shown();
    expect(gets()).toEqual(['/api/v1/public/cases/1121-37']);
  });

  it('keeps the new story when it is told anew', async () => {
    await show('/r/1121-37?code=ABCD');
    await shown();
    button('修改或补充情况').click();
    await until(() => expect(Boolean(place.querySelector('textarea'))).toBe(true));
    const field = place.querySelector('textarea')!;
    field.value = '整条路都不亮，电话13800000000';
    field.dispatchEvent(new Event('input'));
    await until(() => expect(button('提交修改').disabled).toBe(false));
    place.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await until(() => expect(asked.some(({ method }) => method === 'POST')).toBe(true));
    await until(() => expect(gets().length).toBeGreaterThan(1));
    await until(async () => expect((await receiptOf(WHOLE))?.description).toBe('整条路都不亮，电话13800000000'));
    expect(asked.find(({ method }) => method === 'POST')!.address.pathname).toBe(`/api/v1/public/cases/${WHOLE}/amend`);
  });
});

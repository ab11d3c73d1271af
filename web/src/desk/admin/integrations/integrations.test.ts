import { createApp, h, type App } from 'vue';
import { createMemoryHistory, createRouter, RouterView, type Router } from 'vue-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { i18n } from '@/shared/wording/speech';
import { UNATTENDED_AFTER_MILLISECONDS } from '../../parts/whileAttended';
import IntegrationsPage from './IntegrationsPage.vue';

// Drawing the fields and tables of the desk takes a busy machine a while.
vi.setConfig({ testTimeout: 30_000 });

const system = (name: string) => ({
  id: `id-${name}`, name, url: `https://${name}.example`, event_types: [], state: 'active', opened_at: '2026-11-20T01:00:00Z', delivered: 7, behind: 0, failures: 0,
});
const list = () => Response.json({ items: [system('热线'), system('城管')], open_max: 20, hosts: ['*'], head: 7 });

let asked: string[];
let answers: (pathname: string) => Response | Promise<Response>;
let app: App | undefined;
let router: Router;
let place: HTMLElement;

beforeEach(async () => {
  // The page looks again by an interval; everything else takes the time it takes.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
  asked = [];
  answers = (pathname) => (pathname.endsWith('/replace-secret') ? Response.json({ secret: 'whsec_once' }) : list());
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname } = new URL(request.url);
    asked.push(pathname);
    return pathname.startsWith('/api/v1/integrations') ? answers(pathname) : Response.json({ items: [] });
  });
  router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/integrations', component: IntegrationsPage }, { path: '/login', component: { render: () => h('p', 'login') } }],
  });
  await router.push('/integrations');
  place = document.body.appendChild(document.createElement('div'));
  app = createApp(RouterView);
  app.use(i18n).use(router).mount(place);
  await until(() => expect(Boolean(button('换密钥：热线'))).toBe(true));
});
afterEach(() => {
  app?.unmount();
  place.remove();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const until = (so: () => void) => vi.waitFor(so, { timeout: 8_000 });
const settled = () => new Promise((done) => setTimeout(done, 20));
const looks = () => asked.filter((pathname) => pathname === '/api/v1/integrations').length;
const trials = () => asked.filter((pathname) => pathname.endsWith('/test'));
const shown = () => document.querySelector<HTMLInputElement>('.secret-text')?.value;
function button(word: string): HTMLButtonElement | undefined {
  return [...document.querySelectorAll('button')].find((each) => (each.getAttribute('aria-label') ?? each.textContent?.trim()) === word);
}
async function press(word: string): Promise<void> {
  await until(() => expect(Boolean(button(word))).toBe(true));
  button(word)!.click();
  await settled();
}
async function pass(milliseconds: number): Promise<void> {
  vi.advanceTimersByTime(milliseconds);
  await settled();
}

describe('the systems that are told', () => {
  it('are looked at every ten seconds, but not while the last look is on its way', async () => {
    let arrive: (answer: Response) => void = () => undefined;
    const before = looks();
    answers = () => new Promise((answer) => (arrive = answer));
    await pass(10_000);
    expect(looks()).toBe(before + 1);
    await pass(30_000);
    expect(looks()).toBe(before + 1);
    arrive(list());
    await settled();
    await pass(10_000);
    expect(looks()).toBe(before + 2);
  });

  it('are said to be old when they could not be looked at, until they could', async () => {
    answers = () => Response.json({ code: 'timeout' }, { status: 503 });
    await pass(10_000);
    await until(() => expect(place.textContent).toContain('显示的是先前的内容'));
    expect(place.textContent).toContain('https://热线.example');
    answers = () => list();
    await pass(10_000);
    await until(() => expect(place.textContent).not.toContain('显示的是先前的内容'));
  });

  it('are left alone while a secret is shown, and nothing leads away from it before it is kept', async () => {
    await press('换密钥：热线');
    await press('更换签名密钥');
    await until(() => expect(shown()).toBe('whsec_once'));
    const before = looks();
    answers = () => Response.json({ code: 'unauthenticated' }, { status: 401 });
    await pass(60_000);
    expect(looks()).toBe(before);
    void router.push('/login');
    await settled();
    expect(shown()).toBe('whsec_once');
    expect(router.currentRoute.value.path).toBe('/integrations');
    answers = () => list();
    await press('我已保存');
    await until(() => expect(router.currentRoute.value.path).toBe('/login'));
    expect(looks()).toBe(before + 1);
  });

  it('are not looked at in a room where nobody is, until somebody comes', async () => {
    await pass(UNATTENDED_AFTER_MILLISECONDS);
    const before = looks();
    await pass(3_600_000);
    expect(looks()).toBe(before);
    expect(place.textContent).toContain('自动更新已停');
    window.dispatchEvent(new Event('pointermove'));
    await settled();
    expect(looks()).toBe(before + 1);
    expect(place.textContent).not.toContain('自动更新已停');
  });

  it('are not looked at in a tab that nobody sees, and at once when it is shown', async () => {
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    const before = looks();
    await pass(60_000);
    expect(looks()).toBe(before);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await settled();
    expect(looks()).toBe(before + 1);
  });
});

describe('a new secret', () => {
  it('is said to sign beside all that it replaced within a day', async () => {
    await press('换密钥：热线');
    await until(() => expect(document.querySelector('.form-dialog')?.textContent).toContain('旧密钥自换下起继续签名24小时（最多最近4把）'));
    expect(place.querySelector('.receiver-help')?.textContent).toContain('24小时内换下的每把密钥各一个');
    expect(place.querySelector('.receiver-help')?.textContent).not.toContain('有两个');
  });
});

describe('a trial that came to nothing', () => {
  it('is made again with the same system', async () => {
    answers = (pathname) => (pathname.endsWith('/test') ? Response.json({ code: 'overloaded' }, { status: 503 }) : list());
    await press('测试：城管');
    await until(() => expect(Boolean(button('再试一次'))).toBe(true));
    answers = (pathname) => (pathname.endsWith('/test') ? Response.json({ delivery: 'd', taken: true, status: 204, milliseconds: 3 }) : list());
    await press('再试一次');
    await until(() => expect(place.textContent).toContain('城管：对方已接收'));
    expect(trials()).toEqual(['/api/v1/integrations/id-城管/test', '/api/v1/integrations/id-城管/test'].map((path) => encodeURI(path)));
    expect(Boolean(button('再试一次'))).toBe(false);
  });
});

import { createApp, type App, type Component } from 'vue';
import { createMemoryHistory, createRouter, RouterView } from 'vue-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { login } from '@/shared/session';
import { i18n } from '@/shared/wording/speech';
import AccessLog from './AccessLog.vue';
import AccountList from './AccountList.vue';

// Drawing the fields and tables of the desk takes a busy machine a while.
vi.setConfig({ testTimeout: 30_000 });

/** What the service was asked, and what it answers; lists of names are empty. */
const asked: URL[] = [];
let answers: (request: Request, address: URL) => unknown;
let app: App | undefined;
let place: HTMLElement;

const account = (username: string) => ({ username, role: 'admin', state: 'open', display_name: username, keys: [] });

beforeEach(async () => {
  asked.length = 0;
  vi.stubGlobal('fetch', async (request: Request) => {
    const address = new URL(request.url);
    asked.push(address);
    const answer = answers(request, address) ?? { items: [] };
    return answer instanceof Response ? answer : Response.json(answer);
  });
  answers = (_, { pathname }) => (pathname === '/api/v1/sessions' ? account('root') : undefined);
  await login('root', 'a password');
});
afterEach(() => {
  app?.unmount();
  place.remove();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const settled = () => new Promise((done) => setTimeout(done, 20));
const until = (so: () => void) => vi.waitFor(so, { timeout: 15_000 });
async function press(word: string): Promise<void> {
  await until(() => expect(Boolean(button(word))).toBe(true));
  button(word)!.click();
}
function show(page: Component): void {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: page }] });
  void router.push('/');
  place = document.body.appendChild(document.createElement('div'));
  app = createApp(RouterView);
  app.use(i18n).use(router).mount(place);
}
const askedOf = (pathname: string) => asked.filter((address) => address.pathname === pathname);
function button(word: string): HTMLButtonElement | undefined {
  const named = (each: HTMLButtonElement) => (each.getAttribute('aria-label') ?? each.textContent?.trim()) === word;
  return [...document.querySelectorAll('button')].find(named);
}

describe('the list of accounts', () => {
  const accounts = () => askedOf('/api/v1/accounts');
  beforeEach(() => {
    answers = (_request, { pathname }) => {
      if (pathname === '/api/v1/accounts') return { items: [account('root'), account('li.ming')] };
      if (pathname === '/api/v1/accounts/li.ming/password') return { username: 'li.ming', password: 'shown once' };
      return undefined;
    };
  });

  it('offers nobody to reset or to close their own account', async () => {
    show(AccountList);
    await until(() => expect(Boolean(button('重置密码：li.ming'))).toBe(true));
    expect(Boolean(button('关闭：li.ming'))).toBe(true);
    expect(Boolean(button('签发密钥：root'))).toBe(true);
    expect(Boolean(button('重置密码：root'))).toBe(false);
    expect(Boolean(button('关闭：root'))).toBe(false);
  });

  it('is not asked for again while a secret is shown', async () => {
    show(AccountList);
    await press('重置密码：li.ming');
    await press('重置密码');
    await until(() => expect(document.querySelector<HTMLInputElement>('.secret-text')?.value).toBe('shown once'));
    await settled();
    expect(accounts()).toHaveLength(1);
    await press('我已保存');
    await until(() => expect(accounts()).toHaveLength(2));
  });

  it('is asked for once when typing is over', async () => {
    show(AccountList);
    await until(() => expect(Boolean(button('重置密码：li.ming'))).toBe(true));
    vi.useFakeTimers();
    const field = place.querySelector<HTMLInputElement>('input[maxlength="64"]')!;
    for (const typed of ['l', 'li', 'li.', 'li.m']) {
      field.value = typed;
      field.dispatchEvent(new Event('input'));
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(accounts()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(accounts().map(({ searchParams }) => searchParams.get('q'))).toEqual([null, 'li.m']);
  });
});

describe('the log of accounts and keys', () => {
  const entry = (position: number) => ({ position, type: 'AccountOpened', recorded_at: '2026-11-20T01:00:00Z', data: {}, username: `u${position}`, actor: { role: 'admin' } });
  const parts = () => askedOf('/api/v1/accounts/history').map(({ searchParams }) => Object.fromEntries(searchParams));
  const rows = () => [...place.querySelectorAll('tbody tr')].map((row) => row.querySelectorAll('td')[1]?.textContent);
  let down = false;
  beforeEach(() => {
    down = false;
    answers = (_, { searchParams }) => {
      if (down) return Response.json({ code: 'timeout' }, { status: 503 });
      const from = Number(searchParams.get('cursor') ?? 101);
      const items = Array.from({ length: Math.min(50, from - 1) }, (_unused, n) => entry(from - 1 - n));
      return { items, next_cursor: from > 51 ? String(from - 50) : null };
    };
  });

  it('is read from its newest end, fifty at a time', async () => {
    show(AccessLog);
    await until(() => expect(rows()).toHaveLength(50));
    expect(parts()).toEqual([{ limit: '50', order: 'newest' }]);
    expect([rows().length, rows()[0], rows()[49]]).toEqual([50, 'u100', 'u51']);
    await press('更多');
    await until(() => expect(rows()).toHaveLength(100));
    expect(parts()[1]).toEqual({ limit: '50', order: 'newest', cursor: '51' });
    expect([rows().length, rows()[0], rows()[99]]).toEqual([100, 'u100', 'u1']);
    expect(Boolean(button('更多'))).toBe(false);
  });

  it('says why a system was paused, and from where it was told again', async () => {
    const events = [['IntegrationPaused', { cause: 'failing' }], ['IntegrationPaused', { cause: 'asked' }], ['IntegrationReplayed', { after: 4711 }], ['IntegrationReplayed', { after: 0 }], ['IntegrationResumed', {}]] as const;
    const items = events.map(([type, data], n) => ({ ...entry(9 - n), type, data }));
    answers = () => ({ items, next_cursor: null });
    show(AccessLog);
    await until(() => expect(rows()).toHaveLength(5));
    const column = [...place.querySelectorAll('thead th')].findIndex(({ textContent }) => textContent === '说明');
    const said = [...place.querySelectorAll('tbody tr')].map((row) => row.children[column]?.textContent);
    expect(said).toEqual(['长期失败，系统自动暂停', '管理员暂停', '从第4711条之后', '从头开始', '']);
  });

  it('keeps what is there when the next page does not come, and asks for it again', async () => {
    show(AccessLog);
    await until(() => expect(rows()).toHaveLength(50));
    down = true;
    await press('更多');
    await until(() => expect(place.querySelectorAll('[role=alert]').length).toBe(1));
    expect(rows()).toHaveLength(50);
    down = false;
    await press('再试一次');
    await until(() => expect(rows()).toHaveLength(100));
    expect(place.querySelectorAll('[role=alert]').length).toBe(0);
  });
});

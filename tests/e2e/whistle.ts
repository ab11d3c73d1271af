import { test as base, expect, type APIRequestContext, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export { expect };

/** An account of the demo district. */
export interface Login {
  readonly role: string;
  readonly username: string;
  readonly password: string;
  readonly token: string;
  readonly unit: string | null;
}

/** The pages and the service behind them. */
export class Whistle {
  constructor(
    readonly url: string,
    readonly logins: readonly Login[],
    private readonly request: APIRequestContext,
  ) {}

  /** The first account of a role; of a unit, where one is named. */
  login(role: string, unit?: string): Login {
    const found = this.logins.find((login) => login.role === role && (!unit || login.unit === unit));
    if (!found) throw new Error(`no ${role} of ${unit ?? 'any unit'}`);
    return found;
  }

  /** Asks the service as somebody, around the pages. */
  async ask<T>(as: Login | undefined, method: 'GET' | 'POST', path: string, data?: unknown): Promise<T> {
    const headers: Record<string, string> = as ? { authorization: `Bearer ${as.token}` } : {};
    const answer = await this.request.fetch(`${this.url}${path}`, { method, headers, ...(data ? { data } : {}) });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  /** Raises a whistle and takes it through to its end, so that it can be rated. */
  async closedCase(title: string): Promise<{ id: string; number: string; query_code: string }> {
    const grid = 'g01';
    const raised = await this.ask<{ id: string; number: string; query_code: string }>(undefined, 'POST', '/api/v1/cases', {
      title,
      category: '0102',
      location: { grid },
      reporter: { name: '示例居民', phone: '13900000000' },
    });
    const community = this.login('community', 's1-c1');
    await this.ask(community, 'POST', `/api/v1/cases/${raised.id}/handle-locally`, {
      result: '垃圾已清走,地面已冲洗',
      evidence: ['demo-photo'],
    });
    await this.ask(community, 'POST', `/api/v1/cases/${raised.id}/callback`, { reached: true, solved: true, satisfaction: 4 });
    await this.ask(community, 'POST', `/api/v1/cases/${raised.id}/close`, { reason: '已解决' });
    return raised;
  }
}

/**
 * What the policy for content keeps out of a page, which is then missing without a word. The recorder of traces reads
 * pictures that are shown from memory in a way that the pages themselves never do.
 */
export function watchPolicy(page: Page): readonly string[] {
  const keptOut: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() !== 'error' || !text.includes('Content Security Policy')) return;
    if (!text.startsWith("Connecting to 'blob:")) keptOut.push(text);
  });
  return keptOut;
}

export const test = base.extend<{ whistle: Whistle; letIn: void }>({
  /** Nothing of a page may be kept out by the policy for content. */
  letIn: [
    async ({ page }, use) => {
      const keptOut = watchPolicy(page);
      await use();
      expect(keptOut).toEqual([]);
    },
    { auto: true },
  ],
  baseURL: async ({}, use) => {
    await use(process.env['WHISTLE_E2E_URL'] ?? '');
  },
  whistle: async ({ playwright }, use) => {
    const request = await playwright.request.newContext();
    const logins = JSON.parse(process.env['WHISTLE_E2E_LOGINS'] ?? '[]') as Login[];
    await use(new Whistle(process.env['WHISTLE_E2E_URL'] ?? '', logins, request));
    await request.dispose();
  },
});

const axe = readFileSync(resolve(__dirname, '../../web/node_modules/axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/** Fails with what is wrong when the page cannot be used by everybody. */
export async function expectUsableByAll(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  // What fades in or out has other colours while it does, and may begin to at any moment: what is wrong must stay wrong.
  await expect(async () => expect(await violations(page)).toEqual([])).toPass({ intervals: [500, 1_500, 3_000], timeout: 8_000 });
}

async function violations(page: Page): Promise<unknown[]> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))));
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations;
  });
  return found.map(({ id, nodes }) => ({
    id,
    at: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
  }));
}

/** No raw code, no key without a word, no JSON: nothing that only a programmer can read. */
export async function expectPlainWords(page: Page): Promise<void> {
  const text = await page.locator('body').innerText();
  expect(text).not.toMatch(/[a-z]+_[a-z_]+|\{"|undefined|\[object|NaN/);
}

/** Keeps a picture of a main page, when `WHISTLE_SHOTS` says where: for the documents, and for whoever judges the looks. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['WHISTLE_SHOTS'];
  if (folder) await page.screenshot({ path: resolve(folder, `${name}.png`) });
}

/** Logs in on the desk. */
export async function enterDesk(page: Page, login: Login, to = '/desk/'): Promise<void> {
  await page.goto(to.startsWith('/desk') ? `/desk/login?next=${encodeURIComponent(to.slice('/desk'.length) || '/')}` : to);
  await page.locator('#username').fill(login.username);
  await page.locator('#password').fill(login.password);
  await page.locator('form button[type=submit]').click();
  await expect(page.locator('#main')).toBeVisible();
}

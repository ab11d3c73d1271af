import type { Browser, BrowserContext, Page } from '@playwright/test';
import { enterDesk, expect, watchPolicy, type Login, type Whistle } from './whistle';

/** What a phone is to a browser. */
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } as const;
const DESK = { viewport: { width: 1440, height: 900 } } as const;

/** Somebody with a browser of their own: nothing of it is shared with anybody else's. */
export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Fails with what the policy for content kept out of their pages. */
  leave(): Promise<void>;
}

async function person(browser: Browser, whistle: Whistle, device: typeof PHONE | typeof DESK): Promise<Person> {
  const context = await browser.newContext({
    ...device,
    baseURL: whistle.url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  const keptOut = watchPolicy(page);
  return {
    page,
    context,
    async leave() {
      await context.close();
      expect(keptOut).toEqual([]);
    },
  };
}

export const resident = (browser: Browser, whistle: Whistle): Promise<Person> => person(browser, whistle, PHONE);

export async function atTheDesk(browser: Browser, whistle: Whistle, login: Login, to: string): Promise<Person> {
  const who = await person(browser, whistle, DESK);
  await enterDesk(who.page, login, to);
  return who;
}

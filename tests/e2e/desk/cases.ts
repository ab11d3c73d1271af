import type { Page } from '@playwright/test';
import { expect, type Login, type Whistle } from '../whistle';

export interface Raised {
  readonly id: string;
  readonly number: string;
}
export interface Sent extends Raised {
  readonly dispatch: string;
}
export interface Standing {
  readonly status: string;
  readonly dispatches: readonly { readonly id: string; readonly department: string; readonly role: string; readonly state: string }[];
}

let told = 0;
/** A title that no other test has, also when the service has been used before. */
export const titled = (what: string): string => `${what}${Date.now().toString(36)}${(told += 1)}`;

/** A whistle that the community of its grid has endorsed. */
export async function endorsedCase(whistle: Whistle, title: string): Promise<Raised> {
  const raised = await whistle.ask<Raised>(undefined, 'POST', '/api/v1/cases', {
    title,
    category: '0102',
    location: { grid: 'g01' },
    reporter: { name: '示例居民', phone: '13900000000' },
  });
  await whistle.ask(whistle.login('community', 's1-c1'), 'POST', `/api/v1/cases/${raised.id}/endorse`, {
    local_attempt: '已劝导(演示)',
  });
  return raised;
}

export async function sentCase(whistle: Whistle, title: string, lead: string): Promise<Sent> {
  const raised = await endorsedCase(whistle, title);
  const answer = await whistle.ask<Standing>(whistle.login('dispatcher'), 'POST', `/api/v1/cases/${raised.id}/dispatches`, { lead });
  return { ...raised, dispatch: answer.dispatches[0]?.id ?? '' };
}

export function standing(whistle: Whistle, as: Login, id: string): Promise<Standing> {
  return whistle.ask<Standing>(as, 'GET', `/api/v1/cases/${id}`);
}

/** A case of the demo that was supervised in writing. */
export async function supervised(whistle: Whistle): Promise<string> {
  const list = await whistle.ask<{ items: { case_id: string }[] }>(whistle.login('supervisor'), 'GET', '/api/v1/registers/supervised');
  const id = list.items[0]?.case_id;
  if (!id) throw new Error('no case is supervised');
  return id;
}

/** Nothing arrives by itself: what others do is only noticed when something is sent. */
export async function withoutNews(page: Page): Promise<void> {
  await page.route('**/api/v1/events/stream*', (route) => route.abort());
}

/** The form that is open. */
export const form = (page: Page) => page.locator('.el-drawer:visible');

/** Begins an action by its button, and waits for its form. */
export async function begin(page: Page, title: string): Promise<void> {
  await page.locator('.case-actions').getByRole('button', { name: title, exact: true }).click();
  await expect(form(page)).toBeVisible();
}

export async function confirm(page: Page, title: string): Promise<void> {
  await form(page).getByRole('button', { name: `确认${title}`, exact: true }).click();
}

/** Chooses in a list that is searched by typing. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).fill(option);
  await page.locator('.el-select-dropdown__item:visible').filter({ hasText: option }).first().click();
}

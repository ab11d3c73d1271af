import { enterDesk, expect, expectPlainWords, expectUsableByAll, test } from '../whistle';
import { begin, form, sentCase, titled } from './cases';

const UNIT = 'd-culture';

test('a list says that the line is down, and is there again without a hand', async ({ page, whistle }) => {
  const what = titled('断线再连');
  await sentCase(whistle, what, UNIT);
  await enterDesk(page, whistle.login('department', UNIT), `/desk/work?q=${encodeURIComponent(what)}`);
  await expect(page.getByRole('link', { name: what })).toBeVisible();
  await page.route('**/api/**', (route) => route.abort());
  await page.getByRole('link', { name: '案件查询' }).click();
  const notice = page.getByRole('alert').filter({ hasText: '网络不通，请检查网络后重试' });
  await expect(notice).toBeVisible();
  await expect(notice.getByRole('button', { name: '重试' })).toBeVisible();
  await expectPlainWords(page);
  await expectUsableByAll(page);
  await page.unroute('**/api/**');
  await expect(page.locator('.table-frame tbody tr').first()).toBeVisible({ timeout: 20_000 });
  await expect(notice).toHaveCount(0);
});

test('the menu still leads on while the service is away, and each page says so', async ({ page, whistle }) => {
  await enterDesk(page, whistle.login('supervisor'), '/desk/account');
  await page.route('**/api/**', (route) => route.fulfill({ status: 503, headers: { 'Retry-After': '1' }, json: { code: 'database_unavailable' } }));
  for (const path of ['运行总览', '考核对比', '问题台账', '专项台账', '报告包', '案件查询']) {
    await page.locator('.desk-side').getByRole('link', { name: path, exact: true }).click();
    await expect(page.getByRole('alert').first()).toContainText('服务暂时不可用');
    await expectPlainWords(page);
  }
  await page.unroute('**/api/**');
  await expect(page.getByRole('alert')).toHaveCount(0, { timeout: 20_000 });
  await expect(page.locator('.table-frame tbody tr').first()).toBeVisible();
});

test('what is written during an outage is sent after it, once', async ({ page, whistle }) => {
  const { id, dispatch } = await sentCase(whistle, titled('断线时办理'), UNIT);
  const login = whistle.login('department', UNIT);
  await whistle.ask(login, 'POST', `/api/v1/dispatches/${dispatch}/sign`);
  await enterDesk(page, login, `/desk/cases/${id}`);
  await begin(page, '报到');
  await form(page).getByLabel('报到地点').fill('松影一苑东门');
  // The command arrives, and its answer is lost on the way: nobody at the desk knows.
  const keys: string[] = [];
  await page.route('**/api/**', async (route) => {
    const command = route.request().method() === 'POST' && route.request().url().endsWith('/report');
    if (command) keys.push(route.request().headers()['idempotency-key'] ?? '');
    if (command && keys.length === 1) await route.fetch();
    await route.abort();
  });
  await form(page).getByRole('button', { name: '确认报到', exact: true }).click();
  const notice = form(page).getByRole('alert');
  await expect(notice).toContainText('网络不通');
  await expect(form(page).getByLabel('报到地点')).toHaveValue('松影一苑东门');
  await page.unroute('**/api/**');
  await page.route('**/api/**/report', (route) => {
    keys.push(route.request().headers()['idempotency-key'] ?? '');
    return route.continue();
  });
  await notice.getByRole('button').first().click();
  await expect(page.locator('.dispatch').first()).toContainText('已报到');
  await expect(page.locator('.case-way').getByText(/报到$/)).toHaveCount(1);
  expect(new Set(keys).size).toBe(1);
});

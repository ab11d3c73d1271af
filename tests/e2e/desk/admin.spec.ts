import type { Page } from '@playwright/test';
import { enterDesk, expect, expectPlainWords, expectUsableByAll, shoot, test } from '../whistle';

test('a unit is renamed, and the log says by whom and what', async ({ page, whistle }) => {
  const name = `松影一苑${Date.now() % 100_000}`;
  await enterDesk(page, whistle.login('admin'), '/desk/units');
  await page.getByPlaceholder('按名称或代码查找').fill('s1-c1-e1');
  await page.getByRole('button', { name: /^变更：/ }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '名称' }).fill(name);
  await dialog.getByRole('button', { name: '变更' }).click();
  await expect(page.getByRole('rowheader', { name, exact: true })).toBeVisible();
  await page.getByRole('button', { name: '变更日志' }).click();
  const newest = page.locator('.step').first();
  await expect(newest).toContainText('单位变更');
  await expect(newest).toContainText(name);
  await expect(newest).toContainText('管理员');
});

test('a unit that has others below it is not retired, and the form says why', async ({ page, whistle }) => {
  await enterDesk(page, whistle.login('admin'), '/desk/units');
  await page.getByPlaceholder('按名称或代码查找').fill('晨溪街道');
  await page.getByRole('button', { name: /^撤销：/ }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText(/\p{Script=Han}{4}/u);
});

test('a year that is pasted is checked line by line before it can be published', async ({ page, whistle }) => {
  await enterDesk(page, whistle.login('admin'), '/desk/calendar');
  const year = new Date().getFullYear();
  await page.getByLabel(/每行一天/).fill(`${year}-01-01,放假,元旦\n${year}-02-31,放假,春节`);
  await expect(page.getByText('第2行：日期不对')).toBeVisible();
  await expect(page.getByText('读到1天放假、0天上班')).toBeVisible();
  await expect(page.getByRole('button', { name: '发布', exact: true })).toBeDisabled();
});

test('a policy is tried before it can be adopted', async ({ page, whistle }) => {
  await enterDesk(page, whistle.login('admin'), '/desk/policies');
  await page.getByRole('button', { name: '从现行版本改起' }).click();
  const text = page.getByRole('textbox', { name: /政策全文/ });
  const document = await text.inputValue();
  await text.fill(document.replace('version = 1', 'version = 2').replace('ordinary = "4wh"', 'ordinary = "1wh"'));
  await expect(page.getByText('1个事项的规定有变化')).toBeVisible();
  const adopt = page.getByRole('button', { name: '启用', exact: true });
  await expect(adopt).toBeDisabled();
  await page.getByRole('button', { name: /^预览影响/ }).click();
  await expect(page.locator('.what-if-table tbody tr').first()).toContainText('合计', { timeout: 30_000 });
  await expect(adopt).toBeEnabled();
});

test('an account is opened and logs in, and its key works until it is revoked', async ({ page, browser, request, whistle }) => {
  test.setTimeout(120_000);
  const username = `e2e-${Date.now()}`;
  await enterDesk(page, whistle.login('admin'), '/desk/access');
  await page.getByRole('button', { name: '开通账号' }).click();
  const form = page.getByRole('dialog', { name: '开通账号' });
  await form.getByRole('textbox', { name: '用户名' }).fill(username);
  await form.getByRole('combobox', { name: '角色' }).click();
  await page.getByRole('option', { name: '审计' }).click();
  await form.getByRole('button', { name: '开通账号' }).click();
  const password = await toldOnce(page);

  const colleague = await browser.newContext({ baseURL: whistle.url });
  const theirs = await colleague.newPage();
  await enterDesk(theirs, { ...whistle.login('auditor'), username, password }, '/desk/account');
  await expect(theirs.locator('.account-cards dd').first()).toHaveText(username);
  await colleague.close();

  await page.getByPlaceholder('按用户名或显示名查找').fill(username);
  await expect(page.locator('tbody tr')).toHaveCount(1);
  await page.getByRole('button', { name: `签发密钥：${username}` }).click();
  const issuing = page.getByRole('dialog', { name: /^签发密钥/ });
  await issuing.getByRole('textbox', { name: '用途' }).fill('对账接口');
  await issuing.getByRole('button', { name: '签发密钥' }).click();
  const authorization = `Bearer ${await toldOnce(page)}`;
  const ask = async () => (await request.get(`${whistle.url}/api/v1/cases`, { headers: { authorization } })).status();
  expect(await ask()).toBe(200);
  await shoot(page, 'access');
  await expectUsableByAll(page);

  await page.getByRole('button', { name: `撤销：${username} 对账接口` }).click();
  await page.getByRole('dialog', { name: /^撤销密钥/ }).getByRole('button', { name: '撤销密钥' }).click();
  await expect(page.getByText('已撤销')).toBeVisible();
  expect(await ask()).toBe(401);

  await page.getByRole('button', { name: '变更记录' }).click();
  const newest = page.locator('tbody tr').first();
  await expect(newest).toContainText('撤销密钥');
  await expect(newest).toContainText(username);
  await expect(newest).toContainText(whistle.login('admin').username);
});

/** The secret of the dialog that shows it, which is closed. */
async function toldOnce(page: Page): Promise<string> {
  const dialog = page.getByRole('dialog').filter({ hasText: '只显示这一次' });
  const secret = await dialog.getByRole('textbox').inputValue();
  await shoot(page, 'secret');
  await dialog.getByRole('button', { name: '我已保存' }).click();
  await expect(dialog).toBeHidden();
  return secret;
}

const PAGES = ['units', 'grids', 'people', 'duty-shifts', 'access', 'integrations', 'policies', 'calendar', 'organisation-log'];
for (const scheme of ['light', 'dark'] as const) {
  for (const lang of ['zh-CN', 'en'] as const) {
    test(`pages of the administrator can be used by everybody, ${scheme}, ${lang}`, async ({ page, whistle }) => {
      test.setTimeout(180_000);
      await page.emulateMedia({ colorScheme: scheme });
      await page.addInitScript((language) => localStorage.setItem('whistle.lang', language), lang);
      await enterDesk(page, whistle.login('admin'), '/desk/account');
      for (const path of PAGES) {
        await page.goto(`/desk/${path}`);
        await expect(page.locator('h1')).toBeVisible();
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0, { timeout: 30_000 });
        await expectPlainWords(page);
        await expectUsableByAll(page);
      }
    });
  }
}

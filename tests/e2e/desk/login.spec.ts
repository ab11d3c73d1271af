import { enterDesk, expect, expectPlainWords, expectUsableByAll, test } from '../whistle';

test('a wrong password is told in words, and a right one leads on', async ({ page, whistle }) => {
  const login = whistle.login('dispatcher');
  await page.goto('/desk/account');
  await expect(page).toHaveURL(/\/desk\/login\?next=/);
  await page.locator('#username').fill(login.username);
  await page.locator('#password').fill('not this one');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('alert')).toHaveText('账号或密码不对');
  await page.locator('#password').fill(login.password);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page).toHaveURL(/\/desk\/account$/);
  await expect(page.getByRole('definition').filter({ hasText: '派遣员' })).toBeVisible();
  // A proxy in between passes the head of the stream on with its first sign of life.
  await expect(page.getByText('实时更新')).toBeVisible({ timeout: 25_000 });
});

test('a session that ended leads to the login and back', async ({ page, context, whistle }) => {
  await enterDesk(page, whistle.login('supervisor'), '/desk/account');
  await context.clearCookies();
  await page.reload();
  await expect(page).toHaveURL(/\/desk\/login\?next=/);
});

test('an outage is told, and the page comes back by itself', async ({ page, context, whistle }) => {
  await enterDesk(page, whistle.login('auditor'), '/desk/account');
  await page.route('**/api/**', (route) => route.abort());
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('网络不通');
  await page.unroute('**/api/**');
  await expect(page).toHaveURL(/\/desk\/account$/, { timeout: 20_000 });
  await context.close();
});

for (const scheme of ['light', 'dark'] as const) {
  for (const lang of ['zh-CN', 'en'] as const) {
    test(`login and account can be used by everybody, ${scheme}, ${lang}`, async ({ page, whistle }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(`/desk/login?lang=${lang}`);
      await expect(page.locator('#username')).toBeVisible();
      await expectUsableByAll(page);
      const login = whistle.login('admin');
      await page.locator('#username').fill(login.username);
      await page.locator('#password').fill(login.password);
      await page.locator('form button[type=submit]').click();
      await expect(page.locator('#main')).toBeVisible();
      // Which page comes first is a matter of the role.
      await page.goto('/desk/account');
      await expect(page.locator('.account-cards dd').first()).toHaveText('admin');
      await expectPlainWords(page);
      await expectUsableByAll(page);
    });
  }
}

import type { Page } from '@playwright/test';
import { monthNow } from '../months';
import { enterDesk, expect, expectPlainWords, expectUsableByAll, test, type Whistle } from '../whistle';
import { form, sentCase, titled } from './cases';

const UNIT = 'd-culture';

/** Words on the wall of a compound, so that somebody can take them down. */
async function worded(whistle: Whistle): Promise<void> {
  const { id } = await whistle.closedCase(titled('上墙'));
  const words = { question: '垃圾没有及时清走(演示)', answer: '已清走，并增加一次巡查(演示)' };
  await whistle.ask(whistle.login('community', 's1-c1'), 'POST', `/api/v1/cases/${id}/echo`, words);
  await whistle.ask(whistle.login('supervisor'), 'POST', `/api/v1/cases/${id}/echo/rule`, { decision: 'approve', reason: '同意(演示)' });
}

async function expectGoodDialog(page: Page): Promise<void> {
  await expect(page.locator('.el-dialog:visible, .el-drawer:visible')).toHaveCount(1);
  await expectPlainWords(page);
  await expectUsableByAll(page);
}

for (const scheme of ['light', 'dark'] as const) {
  for (const lang of ['zh-CN', 'en'] as const) {
    test(`what opens over a page can be used by everybody, ${scheme}, ${lang}`, async ({ page, whistle }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.addInitScript((to) => localStorage.setItem('whistle.lang', to), lang);
      const { id } = await sentCase(whistle, titled('弹窗'), UNIT);
      await worded(whistle);

      // The keys of the work list; Escape leads back to it.
      await enterDesk(page, whistle.login('department', UNIT), '/desk/work');
      await expect(page.locator('tbody tr').first()).toBeVisible();
      await page.keyboard.press('?');
      await expectGoodDialog(page);
      await page.keyboard.press('Escape');
      await expect(page.locator('.el-dialog:visible')).toHaveCount(0);

      // A form with evidence, and what it says when something is missing.
      await page.goto(`/desk/cases/${id}?do=suspend`);
      await expect(form(page)).toBeVisible();
      await form(page).locator('.el-button--primary').click();
      await expect(form(page).getByRole('alert').first()).toBeVisible();
      await expectGoodDialog(page);

      // A reason.
      await page.context().clearCookies();
      await enterDesk(page, whistle.login('supervisor'), `/desk/wall?unit=s1-c1-e1&month=${monthNow()}`);
      await page.locator('.wall-buttons .el-button').last().click();
      await page.locator('.el-dialog:visible .el-button--danger').click();
      await expectGoodDialog(page);

      // A form of the administrator.
      await page.context().clearCookies();
      await enterDesk(page, whistle.login('admin'), '/desk/units');
      await page.locator('tbody .el-button').first().click();
      await expectGoodDialog(page);
    });

    test(`what opens over accounts and keys can be used by everybody, ${scheme}, ${lang}`, async ({ page, whistle }) => {
      test.setTimeout(240_000);
      await page.emulateMedia({ colorScheme: scheme });
      await page.addInitScript((to) => localStorage.setItem('whistle.lang', to), lang);
      const dialog = page.locator('.el-dialog:visible, .el-drawer:visible');
      const go = () => dialog.locator('.el-button--primary, .el-button--danger').last().click();
      const username = `e2e-${scheme}-${lang.toLowerCase()}-${Date.now().toString(36)}`;

      // A form, what it says when something is missing, and the secret that is told once.
      await enterDesk(page, whistle.login('admin'), '/desk/access');
      await page.locator('.account-tools .el-button--primary').click();
      await expectGoodDialog(page);
      await go();
      await expectGoodDialog(page);
      await dialog.getByRole('textbox').first().fill(username);
      await dialog.getByRole('combobox').first().click();
      await page.locator('.el-select-dropdown__item:visible').filter({ hasText: lang === 'en' ? 'Auditor' : '审计' }).click();
      await expectGoodDialog(page);
      await go();
      await expect(dialog.locator('input[readonly], textarea[readonly]').first()).toBeVisible();
      await expectGoodDialog(page);
      await go();
      await expect(dialog).toHaveCount(0);

      // A key for it, the password anew, and its end.
      await page.locator('.account-tools input').first().fill(username);
      await expect(page.locator('tbody tr')).toHaveCount(1);
      for (const act of ['签发密钥|Issue a key', '重置密码|New password', '关闭|Close']) {
        await page.getByRole('button', { name: new RegExp(`^(${act})(：|: )${username}$`) }).click();
        await expectGoodDialog(page);
        await page.keyboard.press('Escape');
        await expect(dialog).toHaveCount(0);
      }
    });
  }
}

test('on a narrow screen the way home has its name, and the menu lies over the page', async ({ page, whistle }) => {
  await page.setViewportSize({ width: 800, height: 900 });
  await enterDesk(page, whistle.login('dispatcher'), '/desk/account');
  await expect(page.getByRole('link', { name: '小区吹哨 部门报到' })).toBeVisible();
  await expectUsableByAll(page);
  await page.getByRole('button', { name: '收起或展开菜单' }).click();
  await expect(page.getByRole('link', { name: '案件查询' })).toBeVisible();
  await expectUsableByAll(page);
});

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

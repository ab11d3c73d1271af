import { enterDesk, expect, expectPlainWords, expectUsableByAll, test } from '../whistle';
import { begin, confirm, form, sentCase, standing, titled } from './cases';

const UNIT = 'd-culture';

test('a department signs for many at once, and for one by a key', async ({ page, whistle }) => {
  const what = titled('批量签收');
  const sent = [await sentCase(whistle, `${what}甲`, UNIT), await sentCase(whistle, `${what}乙`, UNIT), await sentCase(whistle, `${what}丙`, UNIT)];
  const login = whistle.login('department', UNIT);
  await enterDesk(page, login, `/desk/work?q=${encodeURIComponent(what)}`);
  const rows = page.locator('tbody tr');
  await expect(rows).toHaveCount(3);

  await page.keyboard.press('j');
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press('s');
  await expect(page.locator('.bulk-outcome')).toContainText('已签收1件');

  await page.getByRole('checkbox', { name: '选择本页全部' }).check();
  await page.getByRole('button', { name: '批量签收（2）' }).click();
  await expect(page.locator('.bulk-outcome')).toContainText('已签收2件');
  for (const { id } of sent) {
    const { dispatches } = await standing(whistle, login, id);
    expect(dispatches.map(({ state }) => state)).toEqual(['signed']);
  }
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
});

test('a department reports, accepts and feeds back', async ({ page, whistle }) => {
  const { id } = await sentCase(whistle, titled('从签收到反馈'), UNIT);
  const login = whistle.login('department', UNIT);
  await enterDesk(page, login, `/desk/cases/${id}`);
  await begin(page, '签收');
  await confirm(page, '签收');
  await begin(page, '报到');
  await form(page).getByLabel('报到地点').fill('松影一苑东门');
  await confirm(page, '报到');
  await begin(page, '接单');
  await confirm(page, '接单');

  await begin(page, '办理反馈');
  await confirm(page, '办理反馈');
  // Nothing is sent before what is needed is there.
  await expect(form(page).getByRole('alert')).toHaveText('请填写');
  expect((await standing(whistle, login, id)).status).toBe('in_handling');
  await form(page).getByLabel('办理结果').fill('已清运完毕，并加密巡查(演示)');
  await confirm(page, '办理反馈');
  await expect(page.locator('.case-status')).toHaveText('待核查');
  await expect(page.locator('.case-way')).toContainText('反馈办理结果');
  expect((await standing(whistle, login, id)).dispatches[0]?.state).toBe('feedback_submitted');
});

test('what a colleague does arrives by itself', async ({ page, whistle }) => {
  const what = titled('同事代签');
  const { dispatch } = await sentCase(whistle, what, UNIT);
  const login = whistle.login('department', UNIT);
  await enterDesk(page, login, `/desk/work?q=${encodeURIComponent(what)}`);
  const row = page.locator('tbody tr').first();
  await expect(row).toContainText('待签收');
  await expect(page.getByText('实时更新')).toBeVisible({ timeout: 25_000 });
  await whistle.ask(login, 'POST', `/api/v1/dispatches/${dispatch}/sign`);
  await expect(row).toContainText('已签收', { timeout: 25_000 });
});

for (const scheme of ['light', 'dark'] as const) {
  for (const lang of ['zh-CN', 'en'] as const) {
    test(`the pages of a department can be used by everybody, ${scheme}, ${lang}`, async ({ page, whistle }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.addInitScript((to) => localStorage.setItem('whistle.lang', to), lang);
      const { id } = await sentCase(whistle, titled('人人可用'), UNIT);
      await enterDesk(page, whistle.login('department', UNIT), '/desk/work');
      await expect(page.locator('tbody tr').first()).toBeVisible();
      await expectPlainWords(page);
      await expectUsableByAll(page);
      await page.goto(`/desk/cases/${id}`);
      await expect(page.locator('.case-way li').first()).toBeVisible();
      await expectPlainWords(page);
      await expectUsableByAll(page);
      await page.locator('.actions-group button').first().click();
      await expect(form(page)).toBeVisible();
      await expectUsableByAll(page);
    });
  }
}

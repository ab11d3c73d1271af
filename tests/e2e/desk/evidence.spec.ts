import { picture } from '../picture';
import { enterDesk, expect, expectUsableByAll, test } from '../whistle';
import { begin, confirm, form, sentCase, standing, titled } from './cases';

const UNIT = 'd-culture';

test('a report waits for its photographs, and sends again what did not arrive', async ({ page, browser, whistle }) => {
  const { id, dispatch } = await sentCase(whistle, titled('反馈带照片'), UNIT);
  const login = whistle.login('department', UNIT);
  for (const step of ['sign', 'report', 'accept']) await whistle.ask(login, 'POST', `/api/v1/dispatches/${dispatch}/${step}`, {});
  await enterDesk(page, login, `/desk/cases/${id}`);
  await begin(page, '办理反馈');
  await form(page).getByLabel('办理结果').fill('已处理(演示)');
  await page.route('**/api/v1/photos', (route) => route.abort());
  await form(page).getByLabel('拍照或选照片').setInputFiles(await picture(browser, 'lit'));
  await expect(form(page).getByRole('alert')).toContainText('网络不通');
  await confirm(page, '办理反馈');
  await expect(form(page).getByText('照片还没有传完，请稍候')).toBeVisible();
  expect((await standing(whistle, login, id)).status).toBe('in_handling');
  await expectUsableByAll(page);

  await page.unroute('**/api/v1/photos');
  await form(page).getByRole('button', { name: '重新上传' }).click();
  await expect(form(page).getByRole('alert')).toHaveCount(0);
  await confirm(page, '办理反馈');
  await expect(page.locator('.case-status')).toHaveText('待核查');
  await page.locator('.photo-strip a').click();
  await expect(page.getByRole('dialog', { name: '照片' }).locator('img')).toBeVisible();
  await expectUsableByAll(page);
  await page.getByRole('button', { name: '关闭' }).click();
  await expect(page.locator('.case-status')).toBeVisible();
});

import type { Page } from '@playwright/test';
import { enterDesk, expect, expectPlainWords, expectUsableByAll, shoot, test, type Login } from '../whistle';
import { sentCase, supervised, titled } from './cases';

const UNIT = 'd-culture';

/** Pages of the PDF that the browser would print. */
async function printedPages(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** From the case to one of its papers, which comes out of the printer on one sheet, without the desk around it. */
async function printFrom(page: Page, login: Login, id: string, paper: RegExp): Promise<void> {
  await enterDesk(page, login, `/desk/cases/${id}`);
  await page.locator('.case-papers').getByRole('link', { name: paper }).click();
  await expectOneSheet(page);
}

async function expectOneSheet(page: Page): Promise<void> {
  await expect(page.locator('.sheet')).toHaveCount(1);
  await expect(page.locator('.sheet')).not.toContainText('…');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.desk-side')).toBeHidden();
  await expect(page.locator('.print-tools')).toBeHidden();
  expect(await printedPages(page)).toBe(1);
  await page.emulateMedia({ media: 'screen' });
}

test('the supervision has its number, and stands on one sheet', async ({ page, whistle }) => {
  await printFrom(page, whistle.login('supervisor'), await supervised(whistle), /^督办单/);
  await page.getByLabel('顺序号').fill('37');
  await expect(page.locator('.letter-number')).toHaveText(/督〔\d{4}〕37号/);
  await shoot(page, 'print-supervision');
});

test('the whistle form is a sheet for each unit that acts', async ({ page, whistle }) => {
  const { id } = await sentCase(whistle, titled('吹哨单'), UNIT);
  await whistle.ask(whistle.login('dispatcher'), 'POST', `/api/v1/cases/${id}/co-handlers`, { co_handlers: ['d-urban'] });
  await enterDesk(page, whistle.login('dispatcher'), `/desk/print/whistle/${id}`);
  await expect(page.locator('.sheet')).toHaveCount(2);
  await expect(page.locator('.sheet').first()).not.toContainText('…');
  expect(await printedPages(page)).toBe(2);
});

test('the whistle form has what was asked and done on it, and stays on one sheet however much that was', async ({ page, whistle }) => {
  const { id, dispatch } = await sentCase(whistle, titled('吹哨单写满'), UNIT);
  const login = whistle.login('department', UNIT);
  for (const step of ['sign', 'report', 'accept']) await whistle.ask(login, 'POST', `/api/v1/dispatches/${dispatch}/${step}`);
  await whistle.ask(login, 'POST', `/api/v1/dispatches/${dispatch}/measures`, { measure: '已更换灯泡并检修线路(演示)。'.repeat(20) });
  await printFrom(page, login, id, /^吹哨单/);
  await expect(page.locator('.opinion')).toContainText('已更换灯泡并检修线路(演示)');
  await expect(page.locator('.opinion')).toContainText('余略');
  await shoot(page, 'print-whistle');
});

test('a return is printed to be ruled on, and again with its ruling', async ({ page, whistle }) => {
  const { id, dispatch } = await sentCase(whistle, titled('退单审批单'), UNIT);
  const login = whistle.login('department', UNIT);
  const asked = { basis: '职责清单第12条(演示)', reason: '该处由环卫中心管护(演示)', proposed_unit: 'd-sanitation' };
  await whistle.ask(login, 'POST', `/api/v1/dispatches/${dispatch}/request-return`, asked);
  await printFrom(page, login, id, /^退单申请审批单/);
  await expect(page.locator('.sheet')).toContainText('职责清单第12条(演示)');
  await expect(page.locator('.sheet')).toContainText('区环境卫生服务中心');
  await expect(page.locator('.approval-verdict')).toHaveText('□ 同意　　□ 不同意');
  await shoot(page, 'print-return');
  const ruling = { decision: 'refuse', reason: '属文化设施用地(演示)' };
  await whistle.ask(whistle.login('dispatcher'), 'POST', `/api/v1/dispatches/${dispatch}/rule-return`, ruling);
  await page.reload();
  await expect(page.locator('.approval-verdict')).toHaveText('□ 同意　　☑ 不同意');
  await expect(page.locator('.sheet')).toContainText('属文化设施用地(演示)');
  await expectOneSheet(page);
});

test('a request for more time says how much', async ({ page, whistle }) => {
  const { id, dispatch } = await sentCase(whistle, titled('延期审批单'), UNIT);
  const login = whistle.login('department', UNIT);
  await whistle.ask(login, 'POST', `/api/v1/dispatches/${dispatch}/sign`);
  await whistle.ask(login, 'POST', `/api/v1/dispatches/${dispatch}/request-extension`, { length: '3wh', reason: '等待材料(演示)' });
  await printFrom(page, login, id, /^延期申请审批单/);
  await expect(page.locator('.sheet')).toContainText('3个工作小时');
  await expect(page.locator('.sheet')).toContainText('区文化旅游体育局');
  const reason = '材料确需三个工作小时，同意顺延(演示)。'.repeat(15);
  await whistle.ask(whistle.login('dispatcher'), 'POST', `/api/v1/dispatches/${dispatch}/rule-extension`, { decision: 'approve', reason });
  await page.reload();
  await expect(page.locator('.approval-verdict')).toHaveText('☑ 同意　　□ 不同意');
  await expect(page.locator('.sheet')).toContainText('同意顺延(演示)');
  await expect(page.locator('.sheet')).toContainText('顺延后期限');
  await expectOneSheet(page);
  await shoot(page, 'print-extension');
});

test('parking is printed with its ground and the day of its review', async ({ page, whistle }) => {
  const { id } = await sentCase(whistle, titled('挂账审批单'), UNIT);
  const review = new Date(Date.now() + 30 * 86_400_000).toISOString();
  const asked = { ground: 'season', reason: '汛期不能施工，水位下降后恢复(演示)', review_at: review, proof: ['水文通报(演示)'] };
  await whistle.ask(whistle.login('dispatcher'), 'POST', `/api/v1/cases/${id}/suspend`, asked);
  await printFrom(page, whistle.login('supervisor'), id, /^挂账审批单/);
  await expect(page.locator('.sheet')).toContainText('季节气候');
  await expect(page.locator('.approval-verdict')).toHaveText('□ 同意　　□ 不同意');
  await expect(page.locator('.sheet')).toContainText('水文通报(演示)');
  const ruling = { decision: 'approve', reason: '确需停工，到期复核(演示)' };
  await whistle.ask(whistle.login('supervisor'), 'POST', `/api/v1/cases/${id}/rule-suspension`, ruling);
  await page.reload();
  await expect(page.locator('.approval-verdict')).toHaveText('☑ 同意　　□ 不同意');
  await expect(page.locator('.sheet')).toContainText('确需停工，到期复核(演示)');
  await expectOneSheet(page);
  await shoot(page, 'print-suspension');
});

test('whoever reported it is told what was done, and where to rate it', async ({ page, whistle }) => {
  const { id, number } = await whistle.closedCase(titled('告知书'));
  await printFrom(page, whistle.login('community', 's1-c1'), id, /^办结告知书/);
  await expect(page.locator('.notice-result')).toContainText('：垃圾已清走,地面已冲洗');
  await page.getByLabel('办理结果（印在告知书上）').fill('垃圾已清走，地面已冲洗，每日加密巡查一次(演示)。'.repeat(12).slice(0, 300));
  await expect(page.locator('.notice-result')).toContainText('每日加密巡查');
  await expectOneSheet(page);
  await shoot(page, 'print-closing');
  await expect(page.getByRole('img', { name: /^扫码评价/ })).toBeVisible();
  // The code leads to the rating, and asks for what only the resident has.
  await page.goto(`/r/${number}`);
  await expect(page.getByLabel('查询码')).toBeVisible();
});

for (const scheme of ['light', 'dark'] as const) {
  for (const lang of ['zh-CN', 'en'] as const) {
    test(`forms can be read by everybody before they are printed, ${scheme}, ${lang}`, async ({ page, whistle }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.addInitScript((to) => localStorage.setItem('whistle.lang', to), lang);
      const { id, dispatch } = await sentCase(whistle, titled('人人可读'), UNIT);
      await whistle.ask(whistle.login('department', UNIT), 'POST', `/api/v1/dispatches/${dispatch}/sign`);
      await whistle.ask(whistle.login('department', UNIT), 'POST', `/api/v1/dispatches/${dispatch}/request-extension`, {
        length: '3wh',
        reason: '等待材料(演示)',
      });
      const closed = await whistle.closedCase(titled('人人可读'));
      await enterDesk(page, whistle.login('supervisor'), `/desk/print/request/${id}/extension/1`);
      for (const path of [`request/${id}/extension/1`, `closing/${closed.id}`, `supervision/${await supervised(whistle)}`]) {
        await page.goto(`/desk/print/${path}`);
        await expect(page.locator('.sheet')).toBeVisible();
        await test.step(path, async () => {
          await expectPlainWords(page);
          await expectUsableByAll(page);
        });
      }
    });
  }
}

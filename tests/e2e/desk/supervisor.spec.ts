import { enterDesk, expect, expectPlainWords, expectUsableByAll, test } from '../whistle';
import { lastMonth } from '../months';
import { supervised } from './cases';

const period = lastMonth();

test('a number of the overview opens as many cases as it says, and those open', async ({ page, whistle }) => {
  await enterDesk(page, whistle.login('supervisor'), `/desk/overview?period=${period}`);
  const due = page.locator('.overview-counts .figure-link').nth(1);
  const count = Number(await due.innerText());
  expect(count).toBeGreaterThan(0);
  await due.click();
  await expect(page).toHaveURL(/\/desk\/figures\?.*figure=due/);
  await expect(page.locator('.behind-value')).toHaveText(String(count));
  await expect(page.locator('.table-frame tbody tr')).toHaveCount(Math.min(count, 50));
  const first = page.locator('.table-frame tbody a').first();
  await expect(first).toHaveAttribute('href', /\/desk\/cases\/[0-9a-f-]{36}/);
});

test('the three rates say what they divide, and the chart can be read as a table', async ({ page, whistle }) => {
  await enterDesk(page, whistle.login('supervisor'), `/desk/overview?period=${period}`);
  const report = await whistle.ask<{ total: { response_rate: number } }>(
    whistle.login('supervisor'),
    'GET',
    `/api/v1/reports/sla?from=${period}-01&to=${nextMonth(period)}-01`,
  );
  await expect(page.locator('.rate-value').first()).toHaveText(`${(report.total.response_rate * 100).toFixed(1)}%`);
  await expect(page.locator('.rate-of').first()).toHaveText(/^\d+ ÷ \d+$/);
  await page.locator('.chart').getByRole('button', { name: '看数据表' }).click();
  await expect(page.locator('.chart tbody tr')).toHaveCount(12);
});

function nextMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
}

test('looking at the past is clearly said, and left again', async ({ page, whistle }) => {
  await enterDesk(page, whistle.login('auditor'), `/desk/registers?register=parked&as_of=300`);
  await expect(page.getByText('正在回看过去：截至日志第300条')).toBeVisible();
  await expect(page.getByText('这本台账是空的')).toBeVisible();
  await page.getByRole('button', { name: '回到最新' }).click();
  await expect(page).not.toHaveURL(/as_of/);
  await expect(page.locator('.table-frame tbody tr').first()).toBeVisible();
});

test('the slider goes back step by step, and the case is what it was', async ({ page, whistle }) => {
  const id = await supervised(whistle);
  await enterDesk(page, whistle.login('supervisor'), `/desk/cases/${id}/history`);
  const slider = page.getByRole('slider');
  const last = Number(await slider.getAttribute('max'));
  await expect(page.locator('.step')).toHaveCount(last);
  await slider.focus();
  await slider.press('Home');
  await expect(page).toHaveURL(/step=1$/);
  await expect(page.locator('.history-status strong')).toHaveText('已吹哨');
  await expect(page.locator('.history-changes tbody tr').first()).toContainText('（无）');
  await slider.press('ArrowRight');
  await expect(page).toHaveURL(/step=2$/);
  await expect(page.locator('.step-current')).toHaveCount(1);
  await expectPlainWords(page);
});

test('the browser computes every step of a history itself', async ({ page, whistle }) => {
  const id = await supervised(whistle);
  await enterDesk(page, whistle.login('auditor'), `/desk/cases/${id}/history`);
  await expect(page.locator('.step').nth(3)).toBeVisible();
  const steps = await page.locator('.step').count();
  await page.getByRole('button', { name: '由本浏览器核验' }).click();
  await expect(page.locator('.proof-match')).toHaveText(`全部${steps}步都一致`);
  await expect(page.locator('.step-proof-match')).toHaveCount(steps);
  const fingerprint = await page.locator('.proof-fingerprint').innerText();
  await page.getByLabel('比对以前抄下的指纹').fill(fingerprint);
  await expect(page.locator('.proof-same')).toBeVisible();
  await page.getByLabel('比对以前抄下的指纹').fill(fingerprint.replace(/^./, (digit) => (digit === '0' ? '1' : '0')));
  await expect(page.locator('.proof-other')).toBeVisible();
  await expectPlainWords(page);
  await expectUsableByAll(page);
});

test('a single byte that was changed on the way is named', async ({ page, whistle }) => {
  const id = await supervised(whistle);
  await page.route('**/history/leaves*', async (route) => {
    const answer = await route.fetch();
    const leaves = (await answer.json()) as { items: { payload: string }[] };
    const third = leaves.items[2]!;
    const bytes = Buffer.from(third.payload, 'base64');
    bytes[bytes.length - 4] = bytes[bytes.length - 4]! ^ 1;
    third.payload = bytes.toString('base64');
    await route.fulfill({ response: answer, json: leaves });
  });
  await enterDesk(page, whistle.login('supervisor'), `/desk/cases/${id}/history`);
  await page.getByRole('button', { name: '由本浏览器核验' }).click();
  await expect(page.locator('.proof-differ')).toHaveText('1步不一致');
  await expect(page.locator('.proof-findings')).toContainText('字节算出的散列，与随它记下的散列不符');
  await expect(page.locator('.step').nth(2).locator('.step-proof-differs')).toBeVisible();
  await expect(page.locator('.step-proof-differs')).toHaveCount(1);
  await page.locator('.proof-step').first().click();
  await expect(page).toHaveURL(/step=3$/);
  await expectPlainWords(page);
  await expectUsableByAll(page);
});

test('a year without its last day off would have been another one', async ({ page, whistle }) => {
  await enterDesk(page, whistle.login('supervisor'), `/desk/what-if?period=${period}`);
  await expect(page.getByRole('button', { name: '开始推演' })).toBeDisabled();
  const day = page.getByRole('combobox', { name: '日期' });
  await day.fill(`${period}-14`);
  await day.press('Enter');
  await page.getByRole('button', { name: '加上' }).click();
  await page.getByRole('button', { name: '开始推演' }).click();
  await expect(page.locator('.what-if-table tbody tr').first()).toContainText('合计');
});

const PAGES = ['overview', 'figures?figure=response_rate', 'comparison', 'what-if', 'ledger', 'registers', 'packs', 'wall', 'open-dispatches', 'policies', 'calendar'];
for (const scheme of ['light', 'dark'] as const) {
  for (const lang of ['zh-CN', 'en'] as const) {
    test(`pages of the supervisor can be used by everybody, ${scheme}, ${lang}`, async ({ page, whistle }) => {
      test.setTimeout(240_000);
      await page.emulateMedia({ colorScheme: scheme });
      await page.addInitScript((language) => localStorage.setItem('whistle.lang', language), lang);
      await enterDesk(page, whistle.login('supervisor'), '/desk/account');
      for (const path of [...PAGES, `cases/${await supervised(whistle)}/history`, `print/whistle/${await supervised(whistle)}`]) {
        await page.goto(`/desk/${path}`);
        await expect(page.locator('h1')).toBeVisible();
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0, { timeout: 30_000 });
        await test.step(path, async () => {
          await expectPlainWords(page);
          await expectUsableByAll(page);
        });
      }
    });
  }
}

import type { Page } from '@playwright/test';
import { expect, expectPlainWords, expectUsableByAll, shoot, test } from '../whistle';

/** Counts what a resident's finger does. */
async function countTaps(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const kept = Number(sessionStorage.getItem('taps') ?? 0);
    sessionStorage.setItem('taps', String(kept));
    addEventListener('click', (event) => {
      // A click that a label passes on to its field is the same tap.
      if (event.isTrusted && event.detail > 0) sessionStorage.setItem('taps', String(Number(sessionStorage.getItem('taps')) + 1));
    }, true);
  });
  return () => page.evaluate(() => Number(sessionStorage.getItem('taps')));
}

async function receiptOf(page: Page): Promise<{ number: string; code: string }> {
  await expect(page).toHaveURL(/\/raise\/done$/);
  const values = page.locator('.receipt dd');
  return { number: await values.nth(0).innerText(), code: await values.nth(1).innerText() };
}

test('a whistle is raised in six taps at most, from nothing to the receipt', async ({ page, whistle }) => {
  const taps = await countTaps(page);
  await page.goto('/');
  await shoot(page, 'resident-home');
  await page.getByRole('link', { name: '道路路灯' }).tap();
  await shoot(page, 'resident-group');
  await page.getByRole('button', { name: '路灯/楼道灯不亮' }).tap();
  await expect(page.getByRole('button', { name: '松影一苑', exact: true })).toBeVisible();
  await shoot(page, 'resident-place');
  await page.getByRole('button', { name: '松影一苑', exact: true }).tap();
  await page.getByLabel('手机号码').tap();
  await page.keyboard.type('13900000000');
  await shoot(page, 'resident-send');
  await page.getByRole('button', { name: '发送' }).tap();
  const { number, code } = await receiptOf(page);
  expect(await taps()).toBeLessThanOrEqual(6);
  expect(number).toMatch(/^[A-Z]\d{8}-\d{5}$/);
  expect(code.length).toBeGreaterThanOrEqual(6);
  await shoot(page, 'resident-receipt');

  const dispatcher = whistle.login('dispatcher');
  const { items } = await whistle.ask<{ items: { title: string; category: string; grid: string }[] }>(
    dispatcher,
    'GET',
    '/api/v1/cases?category=1102&grid=g01&limit=1',
  );
  expect(items[0]).toMatchObject({ title: '松影一苑 路灯/楼道灯不亮', category: '1102', grid: 'g01' });
});

test('from a code on the wall it takes three taps, and the next time it knows the place', async ({ page }) => {
  const taps = await countTaps(page);
  await page.goto('/?grid=g02');
  await expect(page.getByText('当前位置：松影二苑')).toBeVisible();
  await page.getByRole('button', { name: '垃圾没清' }).tap();
  await page.getByRole('button', { name: '匿名' }).tap();
  await page.getByRole('button', { name: '发送' }).tap();
  await receiptOf(page);
  expect(await taps()).toBeLessThanOrEqual(3);
  await page.getByRole('button', { name: '再反映一个问题' }).tap();
  await page.getByRole('button', { name: '路灯不亮' }).tap();
  await expect(page.locator('.send-facts')).toContainText('松影二苑');
});

test('what is said finds its matter, by words and by initials', async ({ page }) => {
  await page.goto('/');
  const said = page.getByLabel('说说是什么问题');
  await said.fill('楼上晚上装修太吵了');
  await expect(page.locator('.home-hits button').first()).toContainText('装修噪声');
  await said.fill('dtgz');
  await expect(page.locator('.home-hits button').first()).toContainText('电梯故障');
  await said.fill('3号楼电梯又坏了，老人下不了楼');
  await page.locator('.home-hits button').first().tap();
  await page.getByRole('button', { name: '松影一苑', exact: true }).tap();
  await expect(page.getByLabel('情况说明')).toHaveValue('3号楼电梯又坏了，老人下不了楼');
});

test('a place is chosen on the map, without anybody’s map service', async ({ page }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!/^(http:\/\/127\.0\.0\.1|data:|blob:)/.test(request.url())) foreign.push(request.url());
  });
  await page.goto('/');
  await page.getByRole('button', { name: '井盖缺损' }).tap();
  await page.getByRole('button', { name: '在地图上选' }).tap();
  await expect(page.locator('.grid-map path')).toHaveCount(20);
  await expect(page.locator('.grid-name').first()).toBeVisible();
  await shoot(page, 'resident-map');
  await expectUsableByAll(page);
  const field = (await page.locator('.grid-map').boundingBox())!;
  await page.touchscreen.tap(field.x + field.width / 2, field.y + field.height / 2);
  await expect(page).toHaveURL(/\/raise\/send$/);
  await expect(page.locator('.send-facts')).not.toContainText('请选择');
  expect(foreign).toEqual([]);
});

test('a number that is none is told at its field', async ({ page }) => {
  await page.goto('/?grid=g01');
  await expect(page.getByText('当前位置')).toBeVisible();
  await page.getByRole('button', { name: '路灯不亮' }).tap();
  await page.getByRole('button', { name: '发送' }).tap();
  await expect(page.getByText('请填写手机号码，或选择匿名')).toBeVisible();
  await page.getByLabel('手机号码').fill('12');
  await page.getByRole('button', { name: '发送' }).tap();
  await expect(page.getByRole('alert').filter({ hasText: '电话号码不对' })).toBeInViewport();
  await expect(page.locator('.send-end')).toContainText('手机号码：电话号码不对');
  await expect(page.getByLabel('手机号码')).toBeFocused();
  // An empty field is missing, and not wrong.
  await page.getByLabel('手机号码').fill('');
  await expect(page.getByText('电话号码不对')).toHaveCount(0);
  await expect(page.getByText('请填写手机号码，或选择匿名')).toBeVisible();
  await page.getByLabel('手机号码').fill('13900000000');
  await page.getByRole('button', { name: '发送' }).tap();
  await receiptOf(page);
});

test('danger to life is met with telephone numbers, before anything else', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('.danger')).toHaveCount(0);
  await page.getByLabel('说说是什么问题').fill('楼道里电动车着火了');
  const first = page.locator('.danger-numbers a').first();
  await expect(first).toHaveAttribute('href', 'tel:119');
  await expect(page.locator('.danger-numbers a')).toHaveCount(3);
  const above = (await page.locator('.danger').boundingBox())!.y;
  expect(above).toBeLessThan((await page.getByLabel('说说是什么问题').boundingBox())!.y);
  await shoot(page, 'resident-danger');
  await expectUsableByAll(page);
  await page.getByLabel('说说是什么问题').fill('消防通道被堵了');
  await expect(page.locator('.danger')).toHaveCount(0);
});

test('what is written without a line is kept, and sent exactly once when it is back', async ({ page, context, whistle }) => {
  const title = `断网演示 ${Date.now()}`;
  const posts: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/v1/cases')) posts.push(request.headers()['idempotency-key'] ?? '');
  });
  await page.goto('/?grid=g03');
  await expect(page.getByText('当前位置')).toBeVisible();
  await page.getByLabel('说说是什么问题').fill(title);
  await page.getByRole('button', { name: '垃圾没清' }).tap();
  await page.getByRole('button', { name: '匿名' }).tap();
  await context.setOffline(true);
  await expect(page.getByText('网络已断开')).toBeVisible();
  await page.getByRole('button', { name: '发送' }).tap();
  await expect(page.getByText('已存在手机里')).toBeVisible();
  await shoot(page, 'resident-offline');
  await expectUsableByAll(page);

  // The answer to the first attempt after the outage is lost on its way: nobody knows that it arrived.
  let lost = 0;
  await page.route('**/api/v1/cases', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    await route.abort('connectionreset');
  });
  await context.setOffline(false);
  await expect.poll(() => lost).toBe(1);
  await page.reload();
  await receiptOf(page);
  expect(posts.length).toBeGreaterThanOrEqual(3);
  expect(new Set(posts).size).toBe(1);

  const found = await whistle.ask<{ items: { title: string }[] }>(
    whistle.login('dispatcher'),
    'GET',
    `/api/v1/cases?q=${encodeURIComponent(title)}&limit=10`,
  );
  expect(found.items.map((item) => item.title)).toEqual([title]);
});

test('a draft is still there after the page was left', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('说说是什么问题').fill('3号楼门口路灯不亮');
  await page.waitForTimeout(600);
  await page.reload();
  await expect(page.getByLabel('说说是什么问题')).toHaveValue('3号楼门口路灯不亮');
});

test('the receipt can be kept as a picture', async ({ page }) => {
  await page.goto('/?grid=g01');
  await expect(page.getByText('当前位置')).toBeVisible();
  await page.getByRole('button', { name: '垃圾没清' }).tap();
  await page.getByRole('button', { name: '匿名' }).tap();
  await page.getByRole('button', { name: '发送' }).tap();
  const { code } = await receiptOf(page);
  await page.getByRole('button', { name: '保存回执图片' }).tap();
  const picture = page.getByRole('img', { name: new RegExp(code) });
  await expect(picture).toBeVisible();
  const size = await picture.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight > 700]);
  expect(size).toEqual([720, true]);
  await shoot(page, 'resident-receipt-picture');
});

for (const lang of ['zh-CN', 'en'] as const) {
  for (const scheme of ['light', 'dark'] as const) {
    test(`every step can be used by everybody, ${lang}, ${scheme}, in large letters`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(`/?lang=${lang}&text=large`);
      await expect(page.locator('.tiles').nth(1)).toBeVisible();
      await expectPlainWords(page);
      await expectUsableByAll(page);
      await shoot(page, `resident-home-${lang}-${scheme}-large`);
      await page.locator('.tiles a').first().tap();
      await expect(page.locator('.home-hits button').first()).toBeVisible();
      await expectUsableByAll(page);
      await page.locator('.home-hits button').first().tap();
      await expect(page.locator('.place-community').first()).toBeVisible();
      await expectUsableByAll(page);
      await page.locator('.place-community .chip').first().tap();
      await expect(page.locator('.send-go')).toBeVisible();
      await expectPlainWords(page);
      await expectUsableByAll(page);
      await shoot(page, `resident-send-${lang}-${scheme}-large`);
      await page.locator('form .chip').nth(1).tap();
      await page.locator('.send-go').tap();
      await expect(page.locator('.receipt')).toBeVisible();
      await expectPlainWords(page);
      await expectUsableByAll(page);
    });
  }
}

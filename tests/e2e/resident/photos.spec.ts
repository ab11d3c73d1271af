import type { Page } from '@playwright/test';
import { picture } from '../picture';
import { expect, expectUsableByAll, test } from '../whistle';

/** Up to the form, for a matter at a place. */
async function begin(page: Page): Promise<void> {
  await page.goto('/?grid=g01');
  await expect(page.getByText('当前位置')).toBeVisible();
  await page.getByRole('button', { name: '垃圾没清' }).tap();
  await page.getByRole('button', { name: '匿名' }).tap();
}
const add = (page: Page) => page.getByLabel('拍照或选照片');

async function send(page: Page): Promise<{ number: string; code: string }> {
  await page.getByRole('button', { name: '发送' }).tap();
  await expect(page).toHaveURL(/\/raise\/done$/);
  const values = page.locator('.receipt dd');
  const link = (await page.getByRole('link', { name: '查看进度' }).getAttribute('href')) ?? '';
  return { number: /\/r\/(\w+)/.exec(link)?.[1] ?? '', code: await values.nth(1).innerText() };
}

test('a photograph that is too large is made smaller before it is sent', async ({ page, browser }) => {
  const large = await picture(browser, 'grain', [4600, 3450]);
  // More than the service would take.
  expect(large.buffer.length).toBeGreaterThan(10 * 1024 * 1024);
  await page.addInitScript(() => {
    const really = window.fetch;
    window.fetch = async (to, settings) => {
      if (to instanceof Request && to.url.endsWith('/api/v1/photos')) {
        const { type, size } = await to.clone().blob();
        sessionStorage.setItem('sent', JSON.stringify([type, size]));
      }
      return really(to, settings);
    };
  });
  await begin(page);
  await add(page).setInputFiles(large);
  const shown = page.getByRole('img', { name: '第1张照片' });
  await expect(shown).toBeVisible();
  expect(await shown.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])).toEqual([1600, 1200]);
  const sent = page.waitForResponse((response) => response.url().endsWith('/api/v1/photos'));
  await send(page);
  const [type, bytes] = JSON.parse(await page.evaluate(() => sessionStorage.getItem('sent') ?? '[]')) as [string, number];
  expect(type).toBe('image/jpeg');
  expect(bytes).toBeLessThan(1_500_000);
  expect(await (await sent).json()).toMatchObject({ width: 1600, height: 1200 });
});

test('what is no picture is refused in plain words, and the rest is sent', async ({ page, browser }) => {
  const good = await picture(browser, 'dark');
  await begin(page);
  await add(page).setInputFiles([
    { name: '说明.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('这不是照片') },
    good,
  ]);
  await expect(page.getByRole('alert')).toHaveText('有照片无法读取，请换一张');
  await expect(page.locator('.photos figure')).toHaveCount(1);
  await expectUsableByAll(page);
  await send(page);
  await page.getByRole('link', { name: '查看进度' }).tap();
  await expect(page.locator('.photo-strip a')).toHaveCount(1);
});

test('there is room for six, and one that was taken by mistake goes again', async ({ page, browser }) => {
  const one = await picture(browser, 'dark', [320, 240]);
  await begin(page);
  await add(page).setInputFiles(Array.from({ length: 7 }, () => one));
  await expect(page.locator('.photos figure')).toHaveCount(6);
  await expect(add(page)).toHaveCount(0);
  await page.getByRole('button', { name: '删除第1张照片' }).tap();
  await expect(page.locator('.photos figure')).toHaveCount(5);
  await expect(add(page)).toHaveCount(1);
  // Who leaves the page to answer the telephone finds them again.
  await page.waitForTimeout(600);
  await page.reload();
  await expect(page.locator('.photos figure')).toHaveCount(5);
});

test('photographs are for who holds the code, and for nobody else', async ({ page, browser, request, whistle }) => {
  await begin(page);
  await add(page).setInputFiles(await picture(browser, 'dark'));
  const { number, code } = await send(page);
  await page.getByRole('link', { name: '查看进度' }).tap();
  const strip = page.locator('.photo-strip a');
  await expect(strip).toHaveCount(1);
  const address = new URL((await strip.getAttribute('href')) ?? '', whistle.url);
  const bare = `${address.origin}${address.pathname}`;
  const status = async (url: string, token?: string): Promise<number> =>
    (await request.get(url, { headers: token ? { authorization: `Bearer ${token}` } : {} })).status();

  const open = await request.get(address.href);
  expect(open.status()).toBe(200);
  expect(open.headers()['content-type']).toBe('image/jpeg');
  expect(await status(bare)).toBe(404);
  expect(await status(`${bare}?number=${number}&code=${code.slice(1)}${code[0] === '2' ? '3' : '2'}`)).toBe(404);
  expect(await status(bare, whistle.login('department', 'd-culture').token)).toBe(404);
  expect(await status(bare, whistle.login('community', 's2-c1').token)).toBe(404);
  expect(await status(bare, whistle.login('community', 's1-c1').token)).toBe(200);
});

test('a photograph is added later, and looked at large', async ({ page, browser }) => {
  await begin(page);
  await send(page);
  await page.getByRole('link', { name: '查看进度' }).tap();
  await page.getByRole('button', { name: '修改或补充情况' }).tap();
  await expect(page.getByRole('button', { name: '提交修改' })).toBeDisabled();
  await add(page).setInputFiles([await picture(browser, 'dark'), await picture(browser, 'lit')]);
  await expect(page.locator('.photos figure')).toHaveCount(2);
  await expectUsableByAll(page);
  await page.getByRole('button', { name: '提交修改' }).tap();
  const strip = page.locator('.photo-strip a');
  await expect(strip).toHaveCount(2);
  await strip.first().tap();
  const large = page.getByRole('dialog', { name: '照片' });
  await expect(large).toContainText('第1张，共2张');
  await page.getByRole('button', { name: '下一张' }).tap();
  await expect(large).toContainText('第2张，共2张');
  const drawn = () => large.locator('img').evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth);
  await expect.poll(drawn).toBe(1200);
  await expectUsableByAll(page);
  await page.keyboard.press('Escape');
  await expect(large).toBeHidden();
});

import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { endorsedCase, standing } from './desk/cases';
import { lastMonth } from './months';
import { atTheDesk, resident } from './people';
import { picture } from './picture';
import { enterDesk, expect, test, type Whistle } from './whistle';

/** The pictures of the documents: `make screenshots`. They are looked at by people, and tell of the demo district. */
const folder = process.env['WHISTLE_SHOTS'] ?? '';
test.skip(!process.env['WHISTLE_SHOTS'], 'WHISTLE_SHOTS says where the pictures go');
test.describe.configure({ mode: 'serial' });

const BYTES_MAX = 150_000;
const QUALITIES = [0.85, 0.75, 0.6] as const;

/** Keeps what is seen as WebP, which the browser itself can write. */
async function keep(page: Page, name: string): Promise<void> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))));
  const shot = (await page.screenshot()).toString('base64');
  const scratch = await page.context().newPage();
  for (const quality of QUALITIES) {
    const webp = await scratch.evaluate(
      async ([png, asked]) => {
        const image = new Image();
        image.src = `data:image/png;base64,${png}`;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = image.naturalWidth;
        canvas.height = image.naturalHeight;
        canvas.getContext('2d')?.drawImage(image, 0, 0);
        return canvas.toDataURL('image/webp', asked).split(',')[1] ?? '';
      },
      [shot, quality] as const,
    );
    const bytes = Buffer.from(webp, 'base64');
    if (bytes.length > BYTES_MAX) continue;
    await writeFile(resolve(folder, `${name}.webp`), bytes);
    await scratch.close();
    return;
  }
  throw new Error(`${name} is larger than ${BYTES_MAX} bytes`);
}

const loaded = (page: Page) => expect(page.locator('[aria-busy=true]')).toHaveCount(0);

interface Receipt {
  readonly id: string;
  readonly number: string;
  readonly query_code: string;
}

/** A lamp that was mended and checked, with a photograph of before and one of after. */
async function mended(browser: Browser, whistle: Whistle): Promise<Receipt> {
  const send = async (scene: 'dark' | 'lit') => {
    const { buffer } = await picture(browser, scene);
    const answer = await fetch(`${whistle.url}/api/v1/photos`, {
      method: 'POST',
      headers: { 'Content-Type': 'image/jpeg' },
      body: new Uint8Array(buffer),
    });
    return ((await answer.json()) as { id: string }).id;
  };
  const raised = await whistle.ask<Receipt>(undefined, 'POST', '/api/v1/cases', {
    title: '2单元门厅灯不亮',
    description: '门厅的灯坏了一周，老人晚上不敢下楼。',
    category: '1102',
    location: { grid: 'g01', address: '东门' },
    reporter: { name: '示例居民', phone: '13900000000' },
    photos: [await send('dark')],
  });
  const community = whistle.login('community', 's1-c1');
  const power = whistle.login('department', 'u-power');
  const at = `/api/v1/cases/${raised.id}`;
  await whistle.ask(community, 'POST', `${at}/endorse`, { local_attempt: '物业已查看，属公共照明线路' });
  await whistle.ask(whistle.login('dispatcher'), 'POST', `${at}/dispatches`, { lead: 'u-power', instruction: '请当日修复' });
  const { dispatches } = await standing(whistle, power, raised.id);
  const share = `/api/v1/dispatches/${dispatches[0]?.id ?? ''}`;
  await whistle.ask(power, 'POST', `${share}/sign`);
  await whistle.ask(power, 'POST', `${share}/report`, { place: '东门' });
  await whistle.ask(power, 'POST', `${share}/accept`);
  await whistle.ask(power, 'POST', `${share}/measures`, { measure: '更换门厅灯具' });
  await whistle.ask(power, 'POST', `${share}/feedback`, { result: '门厅灯已换新，同楼一并检查', evidence: [`photo/${await send('lit')}`] });
  await whistle.ask(community, 'POST', `${at}/verify`, { passed: true, note: '到场查看，灯已亮' });
  return raised;
}

test('what a resident sees', async ({ browser, whistle }) => {
  const { page, leave } = await resident(browser, whistle);
  await page.goto('/?grid=g01');
  await expect(page.getByText('当前位置')).toBeVisible();
  await keep(page, 'resident-raise');
  const { number, query_code } = await mended(browser, whistle);
  await page.goto(`/r/${number}?code=${query_code}`);
  await expect(page.locator('.photo-strip img')).toHaveCount(2);
  await page.waitForLoadState('networkidle');
  await keep(page, 'resident-progress');
  await page.goto(`/echo?unit=s1-c1-e1&month=${lastMonth()}`);
  await expect(page.locator('.echo-entry').first()).toBeVisible();
  await keep(page, 'resident-echo');
  await leave();
});

test('what a department and a dispatcher see', async ({ browser, whistle }) => {
  const department = await atTheDesk(browser, whistle, whistle.login('department', 'd-urban'), '/desk/work');
  await expect(department.page.locator('tbody tr').first()).toBeVisible();
  await keep(department.page, 'desk-work');
  await department.leave();

  const dispatcher = await atTheDesk(browser, whistle, whistle.login('dispatcher'), '/desk/intake');
  const { id } = await endorsedCase(whistle, '东门垃圾桶满溢');
  await dispatcher.page.goto(`/desk/cases/${id}`);
  await dispatcher.page.locator('.advice-best').scrollIntoViewIfNeeded();
  await loaded(dispatcher.page);
  await keep(dispatcher.page, 'desk-dispatch');
  const whole = await mended(browser, whistle);
  await dispatcher.page.goto(`/desk/cases/${whole.id}`);
  await expect(dispatcher.page.locator('.photo-strip img')).toHaveCount(2);
  await dispatcher.page.waitForTimeout(1_000);
  await keep(dispatcher.page, 'desk-case');
  await dispatcher.page.goto('/desk/map');
  await expect(dispatcher.page.locator('.grid-canvas path')).not.toHaveCount(0);
  await loaded(dispatcher.page);
  await keep(dispatcher.page, 'desk-map');
  await dispatcher.leave();
});

test('what a supervisor and an administrator see', async ({ browser, whistle }) => {
  const { page, leave } = await atTheDesk(browser, whistle, whistle.login('supervisor'), `/desk/overview?period=${lastMonth()}`);
  const { items } = await whistle.ask<{ items: { case_id: string }[] }>(whistle.login('supervisor'), 'GET', '/api/v1/registers/supervised');
  const pages = {
    overview: `/desk/overview?period=${lastMonth()}`,
    comparison: `/desk/comparison?period=${lastMonth()}`,
    history: `/desk/cases/${items[0]?.case_id ?? ''}/history?step=4`,
  };
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(path);
    await expect(page.locator('h1')).toBeVisible();
    await loaded(page);
    await page.waitForTimeout(1_500);
    await keep(page, `desk-${name}`);
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(pages.overview);
  await loaded(page);
  await page.waitForTimeout(1_500);
  await keep(page, 'desk-overview-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.context().clearCookies();
  await enterDesk(page, whistle.login('admin'), '/desk/policies');
  await loaded(page);
  await keep(page, 'desk-policies');
  await leave();
});

import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { Page } from '@playwright/test';
import { enterDesk, expect, expectPlainWords, expectUsableByAll, shoot, test } from '../whistle';

interface Delivery {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A system as somebody else might build it: keeps what comes, and answers 204. */
async function receiver(port: number): Promise<{ came: Delivery[]; close(): Promise<void> }> {
  const came: Delivery[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      came.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return { came, close: () => new Promise((closed) => server.close(() => closed())) };
}

/** The check that `docs/integrations.md` describes. */
function signedWith(secret: string, { headers, body }: Delivery): boolean {
  const parts = String(headers['whistle-signature']).split(',').map((part) => part.split('='));
  const seconds = parts.find(([name]) => name === 't')?.[1] ?? '';
  const wanted = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  const fresh = Math.abs(Date.now() / 1000 - Number(seconds)) < 300;
  return fresh && parts.some(([name, value]) => name === 'v1' && value === wanted);
}

const port = () => Number(process.env['WHISTLE_E2E_RECEIVER']);

async function connected(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: '接入系统' }).click();
  const form = page.getByRole('dialog', { name: '接入系统' });
  await form.getByRole('textbox', { name: '名称' }).fill(name);
  await form.getByRole('textbox', { name: '接收地址' }).fill(`http://127.0.0.1:${port()}/hook`);
  await form.getByRole('button', { name: '接入系统' }).click();
  const told = page.getByRole('dialog').filter({ hasText: '只显示这一次' });
  const secret = await told.getByRole('textbox').inputValue();
  await told.getByRole('button', { name: '我已保存' }).click();
  await expect(told).toBeHidden();
  return secret;
}

test('a system is connected, tried, told of a whistle and disconnected', async ({ page, whistle }) => {
  test.skip(!port(), 'the service that runs already may call nobody');
  test.setTimeout(120_000);
  const system = await receiver(port());
  const name = `对接${Date.now() % 100_000}`;
  await enterDesk(page, whistle.login('admin'), '/desk/integrations');
  const secret = await connected(page, name);
  const row = page.locator('tbody tr').filter({ hasText: name });
  await expect(row).toContainText('正常');

  await row.getByRole('button', { name: `测试：${name}` }).click();
  await expect(page.getByRole('status').filter({ hasText: '对方已接收' })).toBeVisible();
  expect(system.came).toHaveLength(1);
  expect(JSON.parse(system.came[0]!.body)).toMatchObject({ test: true, events: [] });

  const raised = await whistle.ask<{ id: string; number: string }>(undefined, 'POST', '/api/v1/cases', {
    title: '楼道灯不亮',
    category: '0102',
    location: { grid: 'g01' },
    anonymous: true,
  });
  const told = () => system.came.map(({ body }) => JSON.parse(body)).flatMap(({ events }) => events as { case_id: string; type: string; number: string }[]);
  await expect.poll(() => told().some(({ case_id }) => case_id === raised.id), { timeout: 30_000 }).toBe(true);
  expect(told().find(({ case_id }) => case_id === raised.id)).toMatchObject({ type: 'WhistleRaised', number: raised.number });
  expect(system.came.every((delivery) => signedWith(secret, delivery))).toBe(true);
  expect(system.came.some(({ body }) => body.includes('楼道灯'))).toBe(false);
  await system.close();

  await expectPlainWords(page);
  await shoot(page, 'integrations');
  await expectUsableByAll(page);
  await row.getByRole('button', { name: `断开：${name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: '断开' }).click();
  await expect(row).toContainText('已断开');
});

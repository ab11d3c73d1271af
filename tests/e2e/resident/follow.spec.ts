import { expect, expectPlainWords, expectUsableByAll, shoot, test } from '../whistle';

const raise = { category: '0102', location: { grid: 'g01' }, anonymous: true };
type Receipt = { id: string; number: string; query_code: string };

test('progress is told in plain words, with the promised time', async ({ page, whistle }) => {
  const raised = await whistle.ask<Receipt>(undefined, 'POST', '/api/v1/cases', { ...raise, title: '楼下垃圾三天没清' });
  const community = whistle.login('community', 's1-c1');
  await whistle.ask(community, 'POST', `/api/v1/cases/${raised.id}/endorse`, { local_attempt: '已联系物业，物业无力清运' });
  await whistle.ask(whistle.login('dispatcher'), 'POST', `/api/v1/cases/${raised.id}/dispatches`, {
    lead: 'd-sanitation',
    instruction: '请尽快清运',
  });
  await page.goto(`/r/${raised.number}?code=${raised.query_code}`);
  await expect(page.getByText('已派单，等承办单位到岗')).toBeVisible();
  await expect(page.getByText('承诺办结时间')).toBeVisible();
  await expect(page.locator('.progress-promise')).toContainText(/\d{4}年\d+月\d+日 周. \d\d:\d\d\s*剩余/);
  await expect(page.locator('.timeline li')).toHaveText([/已交给区环境卫生服务中心办理/, /已正式立案/, /松影社区居委会核实后支持/, /已收到/]);
  await expectPlainWords(page);
  await expectUsableByAll(page);
  await shoot(page, 'resident-progress');
  await page.getByRole('button', { name: 'English' }).tap();
  await expect(page.getByText('Passed on, waiting for those in charge')).toBeVisible();
  await expectPlainWords(page);
  await expectUsableByAll(page);
});

test('a wrong code opens nothing, and the right one can be typed', async ({ page, whistle }) => {
  const raised = await whistle.ask<Receipt>(undefined, 'POST', '/api/v1/cases', { ...raise, title: '楼道堆物' });
  await page.goto('/mine');
  await page.getByLabel('编号').fill(raised.number.toLowerCase());
  await page.getByLabel('查询码').fill('WRONG234');
  await page.getByRole('button', { name: '查看进度' }).tap();
  await expect(page.getByText('编号或查询码不对')).toBeVisible();
  await expectUsableByAll(page);
  await page.getByLabel('查询码').fill(raised.query_code);
  await page.getByRole('button', { name: '查看进度' }).tap();
  await expect(page.getByRole('heading', { name: '楼道堆物' })).toBeVisible();
  await page.goto('/mine');
  await expect(page.getByRole('link', { name: /楼道堆物/ })).toContainText('正在核实');
  await shoot(page, 'resident-mine');
  await expectUsableByAll(page);
});

test('a short number leads to the whole one, and leaves the story of this device alone', async ({ page, whistle }) => {
  const raised = await whistle.ask<Receipt>(undefined, 'POST', '/api/v1/cases', { ...raise, title: '路灯不亮' });
  const whole = `/r/${raised.number}?code=${raised.query_code}`;
  const story = '请打13900000000，路灯三天不亮了';
  const shown = async () => {
    await page.getByRole('button', { name: '修改或补充情况' }).tap();
    return page.getByLabel('情况说明');
  };
  await page.goto(whole);
  await (await shown()).fill(story);
  await page.getByRole('button', { name: '提交修改' }).tap();
  await expect(page.getByText('您修改或补充了情况')).toBeVisible();
  await page.goto(`/r/${raised.number.slice(6, -1).replace(/^(.{9})/, '$1-')}?code=${raised.query_code}`);
  await expect(page).toHaveURL(new RegExp(`/r/${raised.number}\\?code=${raised.query_code}$`));
  await expect(await shown()).toHaveValue(story);
  await page.goto(whole);
  await expect(await shown()).toHaveValue(story);
});

test('a report is amended and taken back by its code', async ({ page, whistle }) => {
  const raised = await whistle.ask<Receipt>(undefined, 'POST', '/api/v1/cases', { ...raise, title: '花坛有垃圾' });
  await page.goto(`/r/${raised.number}?code=${raised.query_code}`);
  await page.getByRole('button', { name: '修改或补充情况' }).tap();
  await page.getByLabel('情况说明').fill('在3号楼东侧花坛里');
  await page.getByRole('button', { name: '提交修改' }).tap();
  await expect(page.getByText('您修改或补充了情况')).toBeVisible();
  await page.getByRole('button', { name: '撤回' }).tap();
  await page.getByRole('button', { name: '反映有误' }).tap();
  await expectUsableByAll(page);
  await page.getByRole('button', { name: '确认撤回' }).tap();
  await expect(page.locator('.progress-stand')).toHaveText('已撤回');
  await expect(page.getByRole('button', { name: '修改或补充情况' })).toHaveCount(0);
});

test('from a link with stars one tap rates', async ({ page, whistle }) => {
  const closed = await whistle.closedCase('单元门口垃圾');
  await page.goto(`/r/${closed.number}?code=${closed.query_code}&stars=5`);
  await expect(page.getByRole('radio', { name: /5星/ })).toBeChecked();
  await expectUsableByAll(page);
  await shoot(page, 'resident-rate');
  await page.getByRole('button', { name: '解决了' }).tap();
  await expect(page.getByText('感谢您的评价！')).toBeVisible();
  await expect(page.locator('.rate')).toHaveCount(0);
  const rated = await whistle.ask<{ rating: { solved: boolean; satisfaction: number } }>(
    whistle.login('supervisor'),
    'GET',
    `/api/v1/cases/${closed.id}`,
  );
  expect(rated.rating).toMatchObject({ solved: true, satisfaction: 5 });
  // The link is opened again from the chat: there is nothing left to rate.
  await page.reload();
  await expect(page.locator('.timeline')).toContainText('感谢您的评价');
  await expect(page.locator('.rate')).toHaveCount(0);
});

test('without stars they are asked for, and a link that lies about them is not believed', async ({ page, whistle }) => {
  const closed = await whistle.closedCase('车棚垃圾');
  await page.goto(`/r/${closed.number}?code=${closed.query_code}&stars=9`);
  await page.getByRole('button', { name: '没解决' }).tap();
  await expect(page.getByText('请先选几颗星')).toBeVisible();
  await page.locator('.rate fieldset label').nth(1).tap();
  await page.getByRole('button', { name: '没解决' }).tap();
  // What follows is told, and what does not; the way on takes the old number along.
  await expect(page.getByText('已记下：您认为问题没有解决')).toBeVisible();
  await page.getByRole('button', { name: '再次反映这个问题' }).tap();
  await page.getByRole('button', { name: '松影一苑', exact: true }).tap();
  await expect(page.getByLabel('情况说明')).toHaveValue(/原编号[A-Z]\d{8}-\d{5}没有解决/);
});

test('a resident with an account sees what is theirs', async ({ page, whistle }) => {
  const login = whistle.login('resident');
  await page.goto('/login');
  await page.getByLabel('账号').fill(login.username);
  await page.getByLabel('密码').fill(login.password);
  await page.getByRole('button', { name: '登录' }).tap();
  const own = page.locator('.mine-list a').first();
  await expect(own).toBeVisible();
  await expectUsableByAll(page);
  await own.tap();
  await expect(page.locator('.timeline li').last()).toContainText('您反映的问题已收到');
  await expectPlainWords(page);
  await expectUsableByAll(page);
  await page.goto('/?grid=g01');
  await expect(page.getByText('当前位置')).toBeVisible();
  await page.getByRole('button', { name: '路灯不亮' }).tap();
  await expect(page.getByRole('button', { name: `以账号“${login.username}”反映` })).toBeVisible();
  await page.getByRole('button', { name: '发送' }).tap();
  await expect(page.locator('.receipt')).toBeVisible();
});

test('the echo wall answers for everything that was asked in a month', async ({ page, whistle }) => {
  const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);
  const wall = await whistle.ask<{ total: number; unit_name: string; entries: { count: number }[]; confidential: number; omitted: number }>(
    undefined,
    'GET',
    `/api/v1/public/echo-wall?unit=s1-c1-e1&month=${month}`,
  );
  await page.goto(`/echo?unit=s1-c1-e1&month=${month}`);
  await expect(page.locator('.echo-sum h2')).toContainText(`共反映${wall.total}件`);
  await expect(page.locator('.echo-entry')).toHaveCount(wall.entries.length);
  const counts = await page.locator('.echo-sum b').allInnerTexts();
  const shown = counts.map(Number).reduce((sum, count) => sum + count, 0);
  expect(shown + wall.confidential + wall.omitted).toBe(wall.total);
  await shoot(page, 'resident-echo');
  await expectPlainWords(page);
  await expectUsableByAll(page);
  await page.getByRole('button', { name: '上个月' }).tap();
  await expect(page).toHaveURL(/month=/);
  await page.getByLabel('小区').selectOption('s1-c1-e2');
  await expect(page).toHaveURL(/unit=s1-c1-e2/);
  await page.goto('/echo?unit=s1-c1-e1&month=2020-01');
  await expect(page.getByText('这个月没有人反映问题')).toBeVisible();
});

test('an address that leads nowhere says so', async ({ page }) => {
  await page.goto('/nothing/here');
  await expect(page.getByRole('heading', { name: '没有这个页面' })).toBeVisible();
  await expectUsableByAll(page);
});

import { enterDesk, expect, expectPlainWords, expectUsableByAll, shoot, test } from '../whistle';
import { begin, choose, confirm, endorsedCase, form, sentCase, standing, titled, withoutNews } from './cases';

test('a dispatcher sends by the suggestion', async ({ page, whistle }) => {
  const what = titled('按建议派单');
  const { id } = await endorsedCase(whistle, what);
  const login = whistle.login('dispatcher');
  const { line_owner } = await whistle.ask<{ line_owner: string }>(login, 'GET', `/api/v1/cases/${id}/routing`);
  await enterDesk(page, login, `/desk/intake?q=${encodeURIComponent(what)}`);
  await page.getByRole('link', { name: what }).click();
  const advice = page.locator('.advice-best');
  await expect(advice).toContainText('政策规定');
  await advice.getByRole('button', { name: '按建议派单' }).click();
  await form(page).getByLabel('派单要求').fill('请当日清运(演示)');
  await confirm(page, '派单');
  await expect(page.locator('.case-status')).toHaveText('已派单');
  const { dispatches } = await standing(whistle, login, id);
  expect(dispatches.find(({ role }) => role === 'lead')?.department).toBe(line_owner);
  await expect(page.locator('.dispatch').first()).toContainText('请当日清运');
});

test('a conflict is told kindly, with what changed', async ({ page, whistle }) => {
  const { id } = await endorsedCase(whistle, titled('两人同派'));
  await withoutNews(page);
  await enterDesk(page, whistle.login('dispatcher'), `/desk/cases/${id}`);
  await page.locator('.advice-best').getByRole('button', { name: '按建议派单' }).click();
  await form(page).getByLabel('派单要求').fill('第二个派单的人写的');
  await whistle.ask(whistle.login('dispatcher'), 'POST', `/api/v1/cases/${id}/dispatches`, { lead: 'd-urban' });
  await confirm(page, '派单');
  const notice = form(page).getByRole('alert');
  await expect(notice).toContainText('有人刚刚更新了本案');
  await expect(notice).toContainText('案件：已审核 → 已派单');
  await expect(notice).toContainText('这一步已不需要');
  await notice.getByRole('button', { name: '返回案件' }).click();
  await expect(page.locator('.case-status')).toHaveText('已派单');
  expect((await standing(whistle, whistle.login('dispatcher'), id)).dispatches).toHaveLength(1);
});

test('what was written outlives a conflict, and is sent once it was looked at', async ({ page, whistle }) => {
  const { id, dispatch } = await sentCase(whistle, titled('先签后督'), 'd-culture');
  await withoutNews(page);
  await enterDesk(page, whistle.login('dispatcher'), `/desk/cases/${id}`);
  await begin(page, '督办');
  await form(page).getByLabel('督办事由').fill('群众催问(演示)');
  await whistle.ask(whistle.login('department', 'd-culture'), 'POST', `/api/v1/dispatches/${dispatch}/sign`);
  await confirm(page, '督办');
  await expect(form(page).getByRole('alert')).toContainText('待签收 → 已签收');
  await form(page).getByRole('button', { name: '知道了，继续' }).click();
  await expect(form(page).getByLabel('督办事由')).toHaveValue('群众催问(演示)');
  await confirm(page, '督办');
  await expect(page.locator('.case-way')).toContainText('群众催问(演示)');
});

test('a duplicate is compared and merged', async ({ page, whistle }) => {
  const what = titled('重复反映垃圾');
  const first = await sentCase(whistle, what, 'd-sanitation');
  const second = await endorsedCase(whistle, what);
  await enterDesk(page, whistle.login('dispatcher'), `/desk/cases/${second.id}`);
  const twin = page.locator('.nearby li').filter({ hasText: what });
  await twin.getByRole('button', { name: '对比' }).click();
  await expect(twin.locator('.compare')).toContainText('已派单');
  await twin.getByRole('button', { name: '并入该案' }).click();
  await form(page).getByLabel('为何是同一件事').fill('同一堆垃圾(演示)');
  await confirm(page, '并案');
  await expect(page.locator('.case-status')).toHaveText('并案');
  const into = await whistle.ask<{ absorbed: string[] }>(whistle.login('dispatcher'), 'GET', `/api/v1/cases/${first.id}`);
  expect(into.absorbed).toContain(second.id);
});

test('what was done and found is read in the words of those who wrote it', async ({ page, whistle }) => {
  const { id, dispatch } = await sentCase(whistle, titled('看看怎么办的'), 'd-culture');
  const officer = whistle.login('department', 'd-culture');
  const does = (step: string, body: unknown = {}) => whistle.ask(officer, 'POST', `/api/v1/dispatches/${dispatch}/${step}`, body);
  await does('sign');
  await does('report', { place: '现场(演示)' });
  await does('accept');
  await does('measures', { measure: '已张贴告示(演示)' });
  await does('feedback', { result: '垃圾已清运(演示)', evidence: ['照片(演示)'] });
  await whistle.ask(whistle.login('grid_worker', 's1-c1'), 'POST', `/api/v1/cases/${id}/verify`, { passed: false, note: '门口还有(演示)' });
  await does('request-extension', { length: '2wh', reason: '车辆检修(演示)' });
  await enterDesk(page, whistle.login('dispatcher'), `/desk/cases/${id}`);
  const card = page.locator('.dispatch');
  await expect(card.locator('.dispatch-work li')).toHaveText([/措施.*已张贴告示\(演示\)/, /反馈.*垃圾已清运\(演示\)/]);
  await expect(card.locator('.dispatch-request')).toContainText('申请延期，待审批：车辆检修(演示)');
  await expect(page.locator('.case-checks li')).toContainText(['核查 · 不通过']);
  await expect(page.locator('.case-checks')).toContainText('门口还有(演示)');
  await expect(page.locator('.case-way')).toContainText('垃圾已清运(演示)');
});

test('rulings are found by category', async ({ page, whistle }) => {
  const { id, dispatch } = await sentCase(whistle, titled('不归我管'), 'd-culture');
  const officer = whistle.login('department', 'd-culture');
  await whistle.ask(officer, 'POST', `/api/v1/dispatches/${dispatch}/sign`);
  const why = `以职责清单为准${id.slice(0, 8)}`;
  await whistle.ask(officer, 'POST', `/api/v1/dispatches/${dispatch}/request-return`, { basis: '职责清单(演示)', reason: '不属本单位职责', proposed_unit: 'd-urban' });
  await whistle.ask(whistle.login('dispatcher'), 'POST', `/api/v1/dispatches/${dispatch}/rule-return`, { decision: 'approve', reason: why });
  await enterDesk(page, whistle.login('dispatcher'), '/desk/rulings');
  await page.getByRole('link', { name: '查判例' }).click();
  await expect(page.locator('.table-frame tbody tr').first()).toContainText(why);
  await page.goto('/desk/precedents?category=0403');
  await expect(page.locator('.table-frame')).not.toContainText(why);
});

test('what is told on the telephone is registered, and who told it can follow it', async ({ page, whistle }) => {
  const what = titled('电话里说灯不亮');
  await enterDesk(page, whistle.login('hotline'), '/desk/register');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await expect(page.getByRole('alert')).toHaveText(['请填写称呼或电话，或选择匿名', '请选择事项', '请填写标题', '请选择网格']);
  await page.getByLabel('电话', { exact: true }).fill('13900000000');
  await page.getByLabel('标题').fill(what);
  await page.getByLabel('详细情况').fill('三天了，老人上下楼不便(演示)');
  await choose(page, '事项', '路灯');
  await choose(page, '网格', '松影一苑');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  const receipt = page.locator('.receipt-card');
  await expect(receipt).toContainText(what);
  const [number, code] = await receipt.locator('dd').allInnerTexts();
  const progress = `/api/v1/public/cases/${(number ?? '').replace(/\s/g, '')}?code=${code}`;
  expect(await whistle.ask<{ title: string }>(undefined, 'GET', progress)).toMatchObject({ title: what });
  await receipt.getByRole('link', { name: '打开案件' }).click();
  await expect(page.locator('.case-story')).toContainText('热线电话');
});

test('the one on duty is chosen among the people of the unit', async ({ page, whistle }) => {
  const login = whistle.login('dispatcher');
  const { items } = await whistle.ask<{ items: { code: string; name: string }[] }>(login, 'GET', '/api/v1/people?unit=d-culture');
  await enterDesk(page, login, '/desk/roster');
  await choose(page, '单位', '文化旅游');
  const choices = page.getByLabel('值班人员').locator('option');
  await expect(choices).toHaveCount(items.length + 1);
  await expect(choices.nth(1)).toContainText(items[0]?.name ?? '无人');

  // Whoever is in charge may come from anywhere: those of the unit and of the district are offered, others found by a word.
  const leader = page.getByRole('combobox', { name: '带班领导' });
  await leader.click();
  const offered = page.locator('.el-select-dropdown__item:visible');
  await expect(offered.first()).toContainText(items[0]?.name ?? '无人');
  await shoot(page, 'dispatcher-leader');
  await leader.fill('流云街道');
  await expect(offered.first()).toContainText('流云街道');
  await shoot(page, 'dispatcher-leader-found');
  const chosen = (await offered.first().innerText()).trim();
  await offered.first().click();
  await expect(page.locator('.shift-form .el-select')).toContainText(chosen);
});

test('a grid on the map shows its open cases', async ({ page, whistle }) => {
  const what = titled('地图上看');
  await endorsedCase(whistle, what);
  await enterDesk(page, whistle.login('dispatcher'), '/desk/map');
  await expect(page.locator('.grid-canvas path')).not.toHaveCount(0);
  await page.locator('.map-grids button').filter({ hasText: '松影一苑' }).click();
  await expect(page.locator('.map-cases')).toContainText(what);
});

const PAGES: readonly (readonly [string, string, string])[] = [
  ['dispatcher', '/desk/intake', '.table-frame, .loader-note'],
  ['dispatcher', '/desk/rulings', '.table-frame tbody tr'],
  ['dispatcher', '/desk/registers', '.table-frame tbody tr'],
  ['dispatcher', '/desk/precedents', '.table-frame'],
  ['dispatcher', '/desk/register', '.register'],
  ['dispatcher', '/desk/late', '.table-frame'],
  ['dispatcher', '/desk/roster', '.roster-card'],
  ['dispatcher', '/desk/map', '.grid-canvas path'],
  ['dispatcher', '/desk/cases', '.table-frame tbody tr'],
  ['community', '/desk/review', '.table-frame'],
  ['community', '/desk/checks', '.table-frame'],
  ['community', '/desk/callbacks', '.table-frame'],
  ['hotline', '/desk/hotline', '.table-frame'],
];
for (const scheme of ['light', 'dark'] as const) {
  for (const lang of ['zh-CN', 'en'] as const) {
    test(`the pages of those who screen, send and check can be used by everybody, ${scheme}, ${lang}`, async ({ page, whistle }) => {
      test.setTimeout(180_000);
      await page.emulateMedia({ colorScheme: scheme });
      await page.addInitScript((to) => localStorage.setItem('whistle.lang', to), lang);
      const { id } = await endorsedCase(whistle, titled('人人可用'));
      const all = [...PAGES, ['dispatcher', `/desk/cases/${id}`, '.advice-best'] as const];
      let role = '';
      for (const [as, path, there] of all) {
        if (as !== role) {
          await page.context().clearCookies();
          await enterDesk(page, whistle.login(as), path);
          role = as;
        } else await page.goto(path);
        await expect(page.locator(there).first()).toBeVisible();
        await expect(page.locator('.loader[aria-busy=true]')).toHaveCount(0);
        await test.step(path, async () => {
          await expectPlainWords(page);
          await expectUsableByAll(page);
        });
      }
    });
  }
}

import type { Locator, Page } from '@playwright/test';
import { begin, confirm, form } from './desk/cases';
import { atTheDesk, resident, type Person } from './people';
import { picture, type Picture } from './picture';
import { expect, expectPlainWords, expectUsableByAll, shoot, test } from './whistle';

/** From the whistle to the rating, through the pages alone: nobody here knows that there is an API. */

const STORY = '2单元门厅的灯坏了一周，老人晚上不敢下楼';
const MEASURE = '更换门厅灯具，检查同楼线路(演示)';
const RESULT = '2单元门厅灯已换新，同楼其余门厅一并检查(演示)';
/** Whose street lamps are, by the policy of the demo district. */
const LIGHTING = { code: 'u-power', name: '云栖供电公司' } as const;
/** The pages promise that changes arrive by themselves; a proxy may hold the stream back for a while. */
const BY_ITSELF = { timeout: 60_000 };

/** The service sends a picture, and the browser can draw it. */
async function expectDrawn(image: Locator): Promise<void> {
  await image.scrollIntoViewIfNeeded();
  await expect.poll(() => image.evaluate((drawn: HTMLImageElement) => drawn.complete && drawn.naturalWidth)).toBeGreaterThan(100);
}

async function raise(page: Page, title: string, photo: Picture): Promise<{ number: string; code: string }> {
  await page.goto('/?grid=g01');
  await expect(page.getByText('当前位置：松影一苑')).toBeVisible();
  await page.getByRole('button', { name: '路灯不亮' }).tap();
  await page.getByLabel('情况说明').fill(`${title}。${STORY}`);
  await page.getByLabel('具体位置').fill('3号楼2单元');
  await page.getByLabel('拍照或选照片').setInputFiles(photo);
  await expectDrawn(page.getByRole('img', { name: '第1张照片' }));
  await page.getByLabel('手机号码').fill('13900000000');
  await shoot(page, 'journey-send');
  await page.getByRole('button', { name: '发送' }).tap();
  await expect(page).toHaveURL(/\/raise\/done$/);
  const values = page.locator('.receipt dd');
  return { number: (await values.nth(0).innerText()).replace(/\s/g, ''), code: await values.nth(1).innerText() };
}

/** Opens a case from the list on which it has appeared. */
async function openFromList(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('link', { name: title })).toBeVisible(BY_ITSELF);
  await page.getByRole('link', { name: title }).click();
  await expect(page.locator('.case-status')).toBeVisible();
}

async function act(page: Page, title: string, fill: () => Promise<void> = async () => undefined): Promise<void> {
  await begin(page, title);
  await fill();
  await confirm(page, title);
  await expect(form(page)).toHaveCount(0);
}

/** The policy suggests who could help; a lamp is changed by one. */
async function sendNobodyElse(page: Page): Promise<void> {
  const helpers = form(page).locator('.action-field').filter({ hasText: '协办单位' });
  const chosen = helpers.locator('.el-tag');
  for (let left = await chosen.count(); left > 0; left -= 1) {
    await helpers.getByRole('combobox').press('Backspace');
    await expect(chosen).toHaveCount(left - 1);
  }
  await page.keyboard.press('Escape');
}

test('a broken lamp, from the whistle to the rating, by everybody who has a part in it', async ({ browser, whistle }) => {
  test.setTimeout(420_000);
  const title = `门厅灯不亮${Date.now().toString(36)}`;
  const before = await picture(browser, 'dark');
  const after = await picture(browser, 'lit');
  const everybody: Person[] = [];
  const come = async (who: Promise<Person>): Promise<Page> => {
    everybody.push(await who);
    return (await who).page;
  };

  // Everybody is at their place before anything happens.
  const phone = await come(resident(browser, whistle));
  const community = await come(atTheDesk(browser, whistle, whistle.login('community', 's1-c1'), '/desk/review'));
  const dispatcher = await come(atTheDesk(browser, whistle, whistle.login('dispatcher'), '/desk/intake'));
  const department = await come(atTheDesk(browser, whistle, whistle.login('department', LIGHTING.code), '/desk/work'));
  for (const page of [community, dispatcher, department]) await expect(page.getByText('实时更新')).toBeVisible(BY_ITSELF);

  const { number, code } = await raise(phone, title, before);
  await phone.getByRole('link', { name: '查看进度' }).tap();
  await expect(phone.locator('.progress-stand')).toHaveText('正在核实');
  const own = phone.locator('.photo-strip a');
  await expect(own).toHaveCount(1);
  await expectDrawn(own.locator('img'));
  await own.tap();
  await expectDrawn(phone.getByRole('dialog', { name: '照片' }).locator('img'));
  await expectUsableByAll(phone);
  await phone.getByRole('button', { name: '关闭' }).tap();

  await openFromList(community, title);
  await expect(community.locator('.case-description')).toContainText(STORY);
  await expectDrawn(community.locator('.photo-strip img').first());
  await act(community, '审核通过', () => form(community).getByLabel('小区先行处置情况').fill('已请物业查看，线路属公共照明(演示)'));
  await expect(community.locator('.case-status')).toHaveText('已审核');

  // Emergencies that wait come first; this is none.
  await dispatcher.getByRole('button', { name: /^待派单/ }).click();
  await openFromList(dispatcher, title);
  await expectDrawn(dispatcher.locator('.photo-strip img').first());
  const best = dispatcher.locator('.advice-best');
  await expect(best).toContainText(LIGHTING.name);
  await best.getByRole('button', { name: '按建议派单' }).click();
  await sendNobodyElse(dispatcher);
  await form(dispatcher).getByLabel('派单要求').fill('请当日修复(演示)');
  await confirm(dispatcher, '派单');
  await expect(dispatcher.locator('.case-status')).toHaveText('已派单');
  // The community reads the case, and need not ask again.
  await expect(community.locator('.case-status')).toHaveText('已派单', BY_ITSELF);

  await openFromList(department, title);
  await expect(department.locator('.dispatch').first()).toContainText('请当日修复');
  await expectDrawn(department.locator('.photo-strip img').first());
  await act(department, '签收');
  await act(department, '报到', async () => {
    await form(department).getByLabel('报到地点').fill('3号楼2单元门口');
    await form(department).getByLabel('报到人员').fill('照明维护班(演示)');
  });
  await expect(dispatcher.locator('.case-status')).toHaveText('处置中', BY_ITSELF);
  await act(department, '接单');
  await act(department, '登记处置措施', () => form(department).getByLabel('处置措施').fill(MEASURE));
  await begin(department, '办理反馈');
  await form(department).getByLabel('办理结果').fill(RESULT);
  await form(department).getByLabel('拍照或选照片').setInputFiles(after);
  await expectDrawn(form(department).getByRole('img', { name: '第1张照片' }));
  await expect(form(department).getByText('照片正在上传…')).toHaveCount(0);
  await expectUsableByAll(department);
  await shoot(department, 'journey-feedback');
  await confirm(department, '办理反馈');
  await expect(department.locator('.case-status')).toHaveText('待核查');
  await expect(department.locator('.photo-strip a')).toHaveCount(2);
  await expect(department.locator('.photo-strip')).toContainText('办理结果');

  // What is not checked yet is not the resident's to see.
  await phone.reload();
  await expect(phone.locator('.progress-stand')).toHaveText('已办理，正在核查');
  await expect(phone.locator('.photo-strip a')).toHaveCount(1);

  await expect(community.locator('.case-status')).toHaveText('待核查', BY_ITSELF);
  await expect(community.locator('.photo-strip a')).toHaveCount(2);
  await act(community, '核查', async () => {
    await form(community).getByText('通过', { exact: true }).click();
    await form(community).getByLabel('现场情况').fill('到场查看，灯已亮(演示)');
  });
  await expect(community.locator('.case-status')).toHaveText('待回访');
  await phone.reload();
  await expect(phone.locator('.photo-strip a')).toHaveCount(2);
  await expectDrawn(phone.locator('.photo-strip img').nth(1));
  await expect(phone.locator('.photo-strip')).toContainText('办理结果');

  await act(community, '登记回访', async () => {
    await form(community).getByText('已接通', { exact: true }).click();
    await form(community).getByText('已解决', { exact: true }).click();
    await form(community).getByText('非常满意', { exact: true }).click();
  });
  await act(community, '结案', () => form(community).getByLabel('结案说明').fill('居民确认已修复(演示)'));
  await expect(community.locator('.case-status')).toHaveText('已结案');
  await expect(department.locator('.case-status')).toHaveText('已结案', BY_ITSELF);

  // The link of the message: the stars are chosen in it, and one tap is left.
  await phone.goto(`/r/${number}?code=${code}&stars=5`);
  await expect(phone.getByRole('radio', { name: /^5星/ })).toBeChecked();
  await phone.getByRole('button', { name: '解决了', exact: true }).tap();
  await expect(phone.getByText('感谢您的评价！')).toBeVisible();
  await expect(phone.locator('.progress-stand')).toHaveText('已办结');
  await expect(phone.locator('.photo-strip a')).toHaveCount(2);
  const way = (await phone.locator('.timeline-what').allInnerTexts()).reverse().join('\n');
  expect(way).toMatch(
    new RegExp(
      [
        '您反映的问题已收到',
        '核实后支持您的诉求',
        `已交给${LIGHTING.name}办理`,
        '承办单位已到岗',
        '承办单位反馈已处理',
        '现场核查：确已处理好',
        '已电话回访',
        '已办结',
        '感谢您的评价',
      ].join('[^]*'),
    ),
  );
  await expectPlainWords(phone);
  await expect(department.locator('.case-way')).toContainText('居民评价：已解决 · 非常满意', BY_ITSELF);

  const supervisor = await come(atTheDesk(browser, whistle, whistle.login('supervisor'), `/desk/cases?q=${number}`));
  await openFromList(supervisor, title);
  await expect(supervisor.locator('.photo-strip a')).toHaveCount(2);
  await supervisor.getByRole('link', { name: /^案件经过/ }).click();
  await expect(supervisor).toHaveURL(/\/history$/);
  // Sent twice: to who acts, and to the territory, which is told.
  const steps = ['吹哨', '审核通过', '立案', '派单', '派单', '签收', '报到', '接单', '处置措施', '办理反馈', '核查通过', '回访成功', '结案', '居民评价'];
  await expect(supervisor.locator('.step h2')).toHaveText(steps);
  await expect(supervisor.locator('.history-timeline')).toContainText(MEASURE);
  await expect(supervisor.locator('.history-timeline')).toContainText(RESULT);
  await expectPlainWords(supervisor);

  for (const who of everybody) await who.leave();
});

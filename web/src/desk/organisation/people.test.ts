import { createApp, type App, type Component } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { i18n } from '@/shared/wording/speech';
import DutyPage from '../admin/people/DutyPage.vue';
import ShiftForm from '../dispatcher/ShiftForm.vue';

// Drawing the fields of the desk takes a busy machine a while.
vi.setConfig({ testTimeout: 30_000 });

const person = (code: string, unit: string) => ({ code, name: `${code}某`, posts: [{ unit, title: '科长' }], looks_after: [] });
/** Of a street, the district above it and another office; of the last more than can be offered or told at once. */
const PEOPLE = [
  person('li', 's1'),
  person('wang', 'district'),
  ...Array.from({ length: 450 }, (_, n) => person(`p${String(n + 1000)}`, 'd-culture')),
].sort((a, b) => a.code.localeCompare(b.code));
const UNITS = [{ code: 'district', name: '区', kind: 'district' }, { code: 's1', name: '一街道', kind: 'street', parent: 'district' }, { code: 'd-culture', name: '文旅局', kind: 'department', parent: 'district' }];

let down: boolean;
/** Whose people were asked for. */
let asked: string[];
let app: App | undefined;
let place: HTMLElement;
beforeEach(() => {
  down = false;
  asked = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === '/api/v1/duty-shifts') return Response.json({ items: [], chain: [] });
    if (pathname === '/api/v1/units') return Response.json({ items: UNITS });
    if (pathname !== '/api/v1/people') return Response.json({ items: [] });
    if (down) return Response.json({ code: 'timeout' }, { status: 503 });
    const [unit, cursor] = [searchParams.get('unit'), searchParams.get('cursor')];
    asked.push([unit ?? 'everybody', cursor].filter(Boolean).join(' after '));
    const left = PEOPLE.filter(({ code, posts }) => (!unit || posts.some((post) => post.unit === unit)) && (!cursor || code > cursor));
    const items = left.slice(0, 200);
    return Response.json({ items, next_cursor: left.length > 200 ? items[199]!.code : null });
  });
});
afterEach(() => {
  app?.unmount();
  place?.remove();
  vi.unstubAllGlobals();
});

const until = (so: () => void) => vi.waitFor(so, { timeout: 15_000 });
function show(page: Component, given: Record<string, unknown> = {}): void {
  place = document.body.appendChild(document.createElement('div'));
  app = createApp(page, given);
  app.use(i18n).mount(place);
}
const button = (word: string) => [...place.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === word)!;
const alerts = () => [...place.querySelectorAll('[role=alert]')].map(({ textContent }) => textContent ?? '');

/** The list of a field is drawn beside the page. */
const list = () => [...document.querySelectorAll('.el-select-dropdown')].at(-1)!;
const offered = () => [...list().querySelectorAll('.el-select-dropdown__item')].map(({ textContent }) => textContent);
async function open(label: string): Promise<HTMLInputElement> {
  await until(() => expect(Boolean(document.querySelector(`input[aria-label="${label}"]`))).toBe(true));
  const field = document.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`)!;
  field.closest<HTMLElement>('.el-select__wrapper')!.click();
  return field;
}
function type(field: HTMLInputElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event('input'));
}

describe('who can be put on duty', () => {
  it('is of the unit, and nobody else is asked for with the form', async () => {
    show(ShiftForm, { unit: 's1' });
    await until(() => expect(place.querySelectorAll('select').length).toBeGreaterThan(0));
    expect([...place.querySelectorAll('select option')].map(({ textContent }) => textContent)).toEqual(['请选择', 'li某 · 科长']);
    await new Promise((done) => setTimeout(done, 50));
    expect(asked).toEqual(['s1']);
  });

  it('is not said to be nobody when the list did not come, and is asked for again', async () => {
    down = true;
    show(ShiftForm, { unit: 's1' });
    await until(() => expect(alerts()).toHaveLength(1));
    expect(place.textContent).not.toContain('该单位没有登记人员');
    down = false;
    button('重试').click();
    await until(() => expect(place.querySelectorAll('select').length).toBeGreaterThan(0));
    expect(alerts()).toEqual([]);
  });

  it('is nobody where nobody is registered', async () => {
    show(ShiftForm, { unit: 'another' });
    await until(() => expect(place.textContent).toContain('该单位没有登记人员'));
  });
});

describe('who can be in charge', () => {
  it('is offered when the field is opened: those of the unit, then those above it', async () => {
    show(ShiftForm, { unit: 's1' });
    await open('带班领导');
    await until(() => expect(offered()).toEqual(['li某 · 科长', 'wang某 · 区 科长']));
    expect(asked).toEqual(['s1', 's1', 'district']);
    expect(list().textContent).toContain('还有其他人员');
  });

  it('is found by a word among everybody, so far as is needed, and each part is read once', async () => {
    show(ShiftForm, { unit: 's1' });
    const field = await open('带班领导');
    await until(() => expect(offered()).toHaveLength(2));
    type(field, 'p10');
    await until(() => expect(offered()).toHaveLength(50));
    expect(asked.slice(3)).toEqual(['everybody']);
    type(field, 'p1440');
    await until(() => expect(offered()).toEqual(['p1440某 · 文旅局 科长']));
    expect(asked.slice(3)).toEqual(['everybody', 'everybody after p1198', 'everybody after p1398']);
    type(field, '无此人');
    await until(() => expect(list().textContent).toContain('没有符合条件的人员'));
    expect(asked).toHaveLength(6);
  });

  it('is not said to be nobody when the list did not come, and the form of the administrator waits for nobody', async () => {
    show(DutyPage);
    await until(() => expect(Boolean(button('安排值班'))).toBe(true));
    expect(button('安排值班').disabled).toBe(false);
    button('安排值班').click();
    down = true;
    await open('带班领导');
    await until(() => expect(list().querySelector('[role=alert]')?.textContent).toBeTruthy());
    expect(list().textContent).not.toContain('没有符合条件的人员');
    down = false;
    list().querySelector<HTMLElement>('[role=alert] button')!.click();
    await until(() => expect(offered()).toHaveLength(50));
    expect(asked).toEqual(['everybody']);
  });
});

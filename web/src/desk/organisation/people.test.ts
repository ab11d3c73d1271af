import { createApp, effectScope, ref, type App, type Component } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { i18n } from '@/shared/wording/speech';
import DutyPage from '../admin/people/DutyPage.vue';
import ShiftForm from '../dispatcher/ShiftForm.vue';
import { useShiftPeople } from './people';

// Drawing the fields of the desk takes a busy machine a while.
vi.setConfig({ testTimeout: 30_000 });

const person = (code: string, unit: string) => ({ code, name: `${code}某`, posts: [{ unit, title: '科长' }] });
const PEOPLE = [person('li', 'd-culture'), person('wang', 's1')];

let down: boolean;
let app: App | undefined;
let place: HTMLElement;
beforeEach(() => {
  down = false;
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === '/api/v1/duty-shifts') return Response.json({ items: [], chain: [] });
    if (pathname !== '/api/v1/people') return Response.json({ items: [] });
    if (down) return Response.json({ code: 'timeout' }, { status: 503 });
    const unit = searchParams.get('unit');
    return Response.json({ items: PEOPLE.filter(({ posts }) => !unit || posts.some((post) => post.unit === unit)) });
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

describe('who can be put on duty', () => {
  it('is of the unit, and who is in charge of any', async () => {
    const load = effectScope().run(() => useShiftPeople(ref('d-culture')))!;
    await until(() => expect(load.state.value.kind).toBe('there'));
    expect(load.state.value).toMatchObject({ kind: 'there', value: { people: [{ code: 'li' }], leaders: [{ code: 'li' }, { code: 'wang' }] } });
  });

  it('is not said to be nobody when the list did not come, and is asked for again', async () => {
    down = true;
    show(ShiftForm, { unit: 'd-culture' });
    await until(() => expect(alerts()).toHaveLength(1));
    expect(place.textContent).not.toContain('该单位没有登记人员');
    down = false;
    button('重试').click();
    await until(() => expect(place.querySelectorAll('select').length).toBeGreaterThan(0));
    expect(alerts()).toEqual([]);
    expect([...place.querySelectorAll('select option')].map(({ textContent }) => textContent)).toEqual(['请选择', 'li某 · 科长']);
  });

  it('is nobody where nobody is registered', async () => {
    show(ShiftForm, { unit: 'another' });
    await until(() => expect(place.textContent).toContain('该单位没有登记人员'));
  });

  it('keeps the form of the administrator closed until it is known', async () => {
    down = true;
    show(DutyPage);
    await until(() => expect(alerts()).toHaveLength(1));
    expect(button('安排值班').disabled).toBe(true);
    down = false;
    button('再试一次').click();
    await until(() => expect(alerts()).toEqual([]));
    await until(() => expect(button('安排值班').disabled).toBe(false));
  });
});

import { createApp, h, ref, type App } from 'vue';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { i18n } from '@/shared/wording/speech';
import FormDialog from '../admin/parts/FormDialog.vue';
import { momentOf } from './moment';

vi.setConfig({ testTimeout: 30_000 });

describe('what people type for a day or an instant', () => {
  it.each([
    ['2027-01-01', '2027-01-01'],
    ['2027年1月1日', '2027-01-01'],
    [' 2027/1/1 ', '2027-01-01'],
    ['２０２７．１．１', '2027-01-01'],
  ])('%s is a day', (text, day) => expect(momentOf(text, 'day')).toBe(day));

  it.each([
    ['2027年1月1日', '2027-01-01T00:00:00+08:00'],
    ['2027-1-1 8:30', '2027-01-01T08:30:00+08:00'],
    ['2027年1月1日8点30分', '2027-01-01T08:30:00+08:00'],
    ['2027-01-01T08:30:15', '2027-01-01T08:30:15+08:00'],
    ['2027年1月1日 8：30', '2027-01-01T08:30:00+08:00'],
  ])('%s is an instant', (text, instant) => expect(momentOf(text, 'instant')).toBe(instant));

  it.each(['明天', '2027-02-31', '2027-13-01', '01/02/2027', '2027-01-01 25:00', '2027'])('%s is none', (text) => {
    expect(momentOf(text, 'instant')).toBeUndefined();
  });
  it('a day has no time', () => expect(momentOf('2027-01-01 08:30', 'day')).toBeUndefined());
});

describe('a form with an instant', () => {
  let app: App | undefined;
  let place: HTMLElement;
  afterEach(() => {
    app?.unmount();
    place.remove();
  });
  const settled = () => new Promise((done) => setTimeout(done, 30));
  const field = () => place.querySelector<HTMLInputElement>('.moment input')!;
  const send = async () => {
    [...place.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === '登记')!.click();
    await settled();
  };
  async function type(text: string): Promise<void> {
    field().value = text;
    field().dispatchEvent(new Event('input', { bubbles: true }));
    field().dispatchEvent(new FocusEvent('blur'));
    field().dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    await settled();
  }
  async function show(): Promise<ReturnType<typeof vi.fn>> {
    const act = vi.fn(async () => undefined);
    const open = ref(true);
    place = document.body.appendChild(document.createElement('div'));
    app = createApp({
      render: () =>
        h(FormDialog, {
          open: open.value, 'onUpdate:open': (now: boolean) => (open.value = now), title: '人员登记', confirm: '登记', act,
          fields: [{ key: 'valid_from', label: ['从何时起', 'Valid from'] as const, kind: 'instant' as const }],
        }),
    });
    app.use(i18n).mount(place);
    await vi.waitFor(() => expect(Boolean(place.querySelector('.moment input'))).toBe(true), { timeout: 10_000 });
    return act;
  }

  it('is not sent with one that cannot be read, and says so at the field', async () => {
    const act = await show();
    await type('明年元旦');
    expect(place.querySelector('.moment [role=alert]')?.textContent).toContain('看不懂“明年元旦”');
    expect(field().getAttribute('aria-invalid')).toBe('true');
    await send();
    expect(act).not.toHaveBeenCalled();
    await type('2027年1月1日');
    expect(place.querySelector('.moment [role=alert]')).toBeNull();
    await send();
    expect(act).toHaveBeenCalledWith(expect.any(String), { valid_from: '2027-01-01T00:00:00+08:00' });
  });

  it('is sent without one when that is what somebody wants', async () => {
    const act = await show();
    await type('明年元旦');
    place.querySelector<HTMLElement>('.moment [role=alert] button')!.click();
    await settled();
    await send();
    expect(act).toHaveBeenCalledTimes(1);
  });
});

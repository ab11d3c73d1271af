import { createApp, nextTick, type App } from 'vue';
import { afterEach, expect, it, vi } from 'vitest';
import type { Photo } from '@/shared/photos/upload';
import { i18n } from '@/shared/wording/speech';
import ChangePanel from './ChangePanel.vue';
import type { Deeds } from './deeds';
import type { Matter } from './matter';

vi.mock('@/shared/photos/shrink', () => ({ shrink: async (file: File) => new Blob([file], { type: 'image/jpeg' }) }));

let app: App | undefined;
afterEach(() => app?.unmount());
const settled = () => new Promise((done) => setTimeout(done, 5));

function panel(deeds: Deeds): HTMLElement {
  const place = document.createElement('div');
  app = createApp(ChangePanel, { matter: { status: 'raised', description: '路灯不亮' } as Matter, deeds });
  app.use(i18n).mount(place);
  return place;
}
const button = (page: HTMLElement, word: string) => [...page.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === word)!;

it('what was chosen stays as it is while it is sent', async () => {
  const held: { photo: Photo; arrive(): void }[] = [];
  const sendPhoto = (photo: Photo) =>
    new Promise<string>((answer) => {
      held.push({ photo, arrive: () => answer(`id-${held.length}`) });
    });
  const amend = vi.fn<Deeds['amend']>(async () => undefined);
  const page = panel({ sendPhoto, amend, rate: async () => undefined, withdraw: async () => undefined });
  button(page, '修改或补充情况').click();
  await nextTick();
  // What was said is there to go on from, below the sentence that says that it will be replaced.
  expect(page.querySelector('textarea')!.value).toBe('路灯不亮');
  expect(page.querySelector('label small')!.textContent).toContain('会代替原来的说明');
  const field = page.querySelector<HTMLInputElement>('input[type=file]')!;
  Object.defineProperty(field, 'files', { value: [new File(['a'], 'a.jpg'), new File(['b'], 'b.jpg')] });
  field.dispatchEvent(new Event('change'));
  await settled();
  const remove = () => page.querySelector<HTMLButtonElement>('.photos figure button')!;
  expect([page.querySelectorAll('.photos figure').length, field.disabled, remove().disabled]).toEqual([2, false, false]);

  page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
  await settled();
  expect(held).toHaveLength(1);
  expect([field.disabled, remove().disabled]).toEqual([true, true]);
  held[0]!.arrive();
  await settled();
  expect(page.querySelectorAll('.photos figure')).toHaveLength(2);
  held[1]!.arrive();
  await settled();
  expect(amend).toHaveBeenCalledWith(expect.any(String), { photos: ['id-1', 'id-2'] });
});

import { createApp, h, ref, type App } from 'vue';
import { afterEach, expect, it, vi } from 'vitest';
import { i18n } from '@/shared/wording/speech';
import type { EvidenceGiven } from '../actions/body';
import EvidenceField from './EvidenceField.vue';

vi.mock('@/shared/photos/shrink', () => ({ shrink: async (file: File) => new Blob([file], { type: 'image/jpeg' }) }));

let app: App | undefined;
afterEach(() => {
  app?.unmount();
  vi.unstubAllGlobals();
});
const settled = () => new Promise((done) => setTimeout(done, 5));

it('a picture of the staff goes by their account, and the form waits for the one that is chosen now', async () => {
  const asked: { request: Request; arrive(id: string): void }[] = [];
  vi.stubGlobal('fetch', (request: Request) =>
    new Promise<Response>((answer) => {
      asked.push({ request, arrive: (id) => answer(Response.json({ id }, { status: 201 })) });
    }),
  );
  const given = ref<EvidenceGiven>({ text: '', photos: [], sending: false });
  const place = document.createElement('div');
  app = createApp({
    render: () =>
      h(EvidenceField, { id: 'e', described: 'd', wrong: false, modelValue: given.value, 'onUpdate:modelValue': (now: EvidenceGiven) => (given.value = now) }),
  });
  app.use(i18n).mount(place);
  async function choose(name: string): Promise<void> {
    const field = place.querySelector<HTMLInputElement>('input[type=file]')!;
    Object.defineProperty(field, 'files', { value: [new File([name], `${name}.jpg`)], configurable: true });
    field.dispatchEvent(new Event('change'));
    await settled();
  }

  await choose('a');
  expect(asked[0]!.request.credentials).toBe('same-origin');
  expect(given.value.sending).toBe(true);
  place.querySelector<HTMLButtonElement>('.photos figure button')!.click();
  await settled();
  expect(given.value).toEqual({ text: '', photos: [], sending: false });
  await choose('b');
  expect(given.value.sending).toBe(true);
  asked[0]!.arrive('id-a');
  await settled();
  expect(given.value).toEqual({ text: '', photos: [], sending: true });
  asked[1]!.arrive('id-b');
  await settled();
  expect(given.value).toEqual({ text: '', photos: ['id-b'], sending: false });
});

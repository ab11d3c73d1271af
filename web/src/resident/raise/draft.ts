import { reactive, watch } from 'vue';
import { newIdempotencyKey } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { forget, recall, remember } from '../kept/database';
import type { Photo } from '@/shared/photos/upload';
import type { Point } from '../place/places';

export type Whistle = components['schemas']['Whistle'];

export interface Contact {
  anonymous: boolean;
  name: string;
  phone: string;
}

/** A whistle that is being written. One at a time. */
export interface Draft {
  /** What the resident says, in one piece. */
  text: string;
  category: string | undefined;
  grid: string | undefined;
  point: Point | undefined;
  address: string;
  contact: Contact;
  confidential: boolean;
  photos: readonly Photo[];
}

export const TEXT_LENGTH_MAX = 4000;
const TITLE_LENGTH_MAX = 60;
const SAVE_AFTER_MILLISECONDS = 300;

export function emptyDraft(): Draft {
  return {
    text: '',
    category: undefined,
    grid: undefined,
    point: undefined,
    address: '',
    contact: { anonymous: false, name: '', phone: '' },
    confidential: false,
    photos: [],
  };
}

/** The draft of this device, the same on every page. */
export const draft: Draft = reactive(emptyDraft());

let restored: Promise<void> | undefined;

/** Takes up what was written before the page was left. */
export function restoreDraft(): Promise<void> {
  restored ??= (async () => {
    const [kept, contact, grid] = await Promise.all([
      recall<Draft>('draft'),
      recall<Contact>('contact'),
      recall<string>('grid'),
    ]);
    // What was written in the meantime is newer than what was kept.
    if (draft.text === '' && draft.category === undefined) {
      Object.assign(draft, emptyDraft(), { grid: draft.grid ?? grid }, kept ?? {}, draft.grid ? { grid: draft.grid } : {});
    }
    if (contact && draft.contact.phone === '' && !draft.contact.anonymous) draft.contact = { ...contact };
    keepDraft();
  })();
  return restored;
}

function keepDraft(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(draft, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void remember('draft', plain()), SAVE_AFTER_MILLISECONDS);
  });
}

/** IndexedDB clones what it keeps, and cannot clone what is reactive. */
function plain(): Draft {
  const point: Point | undefined = draft.point ? [...draft.point] : undefined;
  return { ...draft, point, contact: { ...draft.contact }, photos: draft.photos.map((photo) => ({ ...photo })) };
}

/** A new one, with the place and the contact of the last. */
export async function clearDraft(rememberContact: boolean): Promise<void> {
  const { grid, contact } = draft;
  if (grid) await remember('grid', grid);
  if (rememberContact) await remember('contact', { ...contact });
  else await forget('contact');
  Object.assign(draft, emptyDraft(), { grid, contact: rememberContact ? { ...contact } : emptyDraft().contact });
  await forget('draft');
}

/** The first sentence of what was said; without one, the place and the matter. */
export function titleOf(text: string, place: string, matter: string): string {
  const sentence = text.trim().split(/[。!?!?\n]/u)[0]?.trim() ?? '';
  if (sentence === '') return Array.from(`${place} ${matter}`.trim()).slice(0, 100).join('');
  const characters = Array.from(sentence);
  return characters.length <= TITLE_LENGTH_MAX ? sentence : `${characters.slice(0, TITLE_LENGTH_MAX - 1).join('')}…`;
}

/** What is sent. */
export function whistleOf(from: Draft, place: string, matter: string, known: boolean): Whistle {
  const text = from.text.trim();
  const title = titleOf(text, place, matter);
  const { anonymous, name, phone } = from.contact;
  const reporter = { ...(name.trim() ? { name: name.trim() } : {}), ...(phone.trim() ? { phone: phone.trim() } : {}) };
  return {
    title,
    category: from.category ?? '',
    location: {
      ...(from.grid ? { grid: from.grid } : {}),
      ...(from.address.trim() ? { address: from.address.trim() } : {}),
      ...(from.point ? { lon: from.point[0], lat: from.point[1], crs: 'CGCS2000' } : {}),
    },
    ...(text !== '' && text !== title ? { description: text } : {}),
    ...(anonymous ? { anonymous: true } : {}),
    ...(!anonymous && (phone.trim() || name.trim()) && !known ? { reporter } : {}),
    ...(from.confidential && !anonymous ? { confidential: true } : {}),
  };
}

/** What is still missing, by the name of its field. */
export function missingIn(from: Draft, known: boolean): 'category' | 'grid' | 'contact' | undefined {
  if (!from.category) return 'category';
  if (!from.grid) return 'grid';
  const { anonymous, phone } = from.contact;
  return anonymous || known || phone.trim() ? undefined : 'contact';
}

/** A whistle on its way: what is sent is not changed any more, and has the key that makes it one. */
export interface Parcel {
  readonly key: string;
  readonly whistle: Whistle;
  readonly photos: readonly Photo[];
  /** Sent with the session of the resident. */
  readonly known: boolean;
  readonly rememberContact: boolean;
}

export function parcelOf(from: Draft, place: string, matter: string, known: boolean, rememberContact: boolean): Parcel {
  const photos = from.photos.map((photo) => ({ ...photo }));
  return { key: newIdempotencyKey(), whistle: whistleOf(from, place, matter, known), photos, known, rememberContact };
}

import { answerOf, api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

export type OrganisationEvent = components['schemas']['HistoryEntry'];

/** Parts of a history that are read at most: two hundred times two hundred events. */
const PARTS_MAX = 200;

/** The whole log of the organisation, oldest first. */
export async function wholeHistory(signal: AbortSignal): Promise<readonly OrganisationEvent[]> {
  const events: OrganisationEvent[] = [];
  let cursor: string | null | undefined;
  for (let part = 0; part < PARTS_MAX; part += 1) {
    const query = { limit: 200, ...(cursor ? { cursor } : {}) };
    const answer = await answerOf(api.GET('/api/v1/organisation/history', { params: { query }, signal }));
    events.push(...answer.items);
    cursor = answer.next_cursor;
    if (!cursor) break;
  }
  return events;
}

export interface Post {
  readonly id: string;
  readonly person: string;
  readonly unit: string;
  readonly role: string;
  readonly title: string;
  readonly grid?: string;
  readonly responsible: boolean;
  readonly from: string;
}

export interface Register {
  /** Codes of those who are here, with when they came. */
  readonly people: ReadonlyMap<string, string>;
  readonly posts: readonly Post[];
  readonly leaders: readonly { readonly person: string; readonly unit: string }[];
}

type Data = Readonly<Record<string, unknown>>;
const text = (data: Data, key: string) => (typeof data[key] === 'string' ? (data[key] as string) : '');

/** Whether what ends then is over. What ends in the future is still there. */
function over(data: Data, now: number): boolean {
  const end = text(data, 'valid_to');
  return end !== '' && Date.parse(end) <= now;
}

function postOf(data: Data): Post {
  const grid = text(data, 'grid');
  return {
    id: text(data, 'post'),
    person: text(data, 'person'),
    unit: text(data, 'unit'),
    role: text(data, 'role'),
    title: text(data, 'title'),
    ...(grid ? { grid } : {}),
    responsible: data['responsible'] === true,
    from: text(data, 'valid_from'),
  };
}

/** Who is here, in which posts, and which leaders look after which units: what the log says, folded. */
export function registerOf(events: readonly { readonly type: string; readonly data: unknown }[], now: number = Date.now()): Register {
  const people = new Map<string, string>();
  const posts = new Map<string, Post>();
  const leaders = new Map<string, { person: string; unit: string }>();
  const steps: Readonly<Record<string, (data: Data) => void>> = {
    PersonRegistered: (data) => !over(data, now) && people.set(text(data, 'person'), text(data, 'valid_from')),
    PersonLeft: (data) => {
      if (!over(data, now)) return;
      const person = text(data, 'person');
      people.delete(person);
      for (const [id, post] of posts) if (post.person === person) posts.delete(id);
      for (const [key, link] of leaders) if (link.person === person) leaders.delete(key);
    },
    PostGiven: (data) => !over(data, now) && posts.set(text(data, 'post'), postOf(data)),
    PostEnded: (data) => over(data, now) && posts.delete(text(data, 'post')),
    LeaderLinked: (data) => {
      if (over(data, now)) return;
      const link = { person: text(data, 'person'), unit: text(data, 'unit') };
      leaders.set(`${link.person} ${link.unit}`, link);
    },
    LeaderUnlinked: (data) => over(data, now) && leaders.delete(`${text(data, 'person')} ${text(data, 'unit')}`),
  };
  for (const { type, data } of events) steps[type]?.(data as Data);
  return { people, posts: [...posts.values()], leaders: [...leaders.values()] };
}

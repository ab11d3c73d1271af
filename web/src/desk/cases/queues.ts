import type { Pair } from '@/shared/wording/speech';

/** What a tab of a queue asks the list of cases for. */
export interface QueueTab {
  readonly key: string;
  readonly title: Pair;
  /** Several statuses are separated by commas. */
  readonly query: { readonly status: string; readonly kind?: string; readonly lamp?: string };
  /** What is in it must not wait: it is opened first where there is anything, and its number looks like an alarm. */
  readonly alarming?: boolean;
}

export interface Queue {
  readonly title: Pair;
  readonly note: Pair;
  readonly none: Pair;
  /** The action that a row leads to; without one the case is opened. */
  readonly step?: string;
  /** Nobody was sent yet: the column of who leads would be empty. */
  readonly unsent?: boolean;
  readonly tabs: readonly QueueTab[];
}

/** Where a clock may run out. */
const RUNNING = 'dispatched,in_handling,verification,callback,dissatisfied';

const raised: QueueTab = { key: 'raised', title: ['待审核', 'To be reviewed'], query: { status: 'raised' } };

/** 待办: what waits for somebody of a role, as one question each. */
export const queues = {
  intake: {
    title: ['受理派单', 'Screening and dispatching'],
    note: ['打开案件可查看派单建议和附近相似案件。', 'A case shows who should act, and what is like it nearby.'],
    none: ['没有待派的案件', 'Nothing waits to be sent'],
    unsent: true,
    tabs: [
      { key: 'urgent', title: ['应急待派', 'Emergencies'], query: { status: 'raised,endorsed,filed', kind: 'emergency' }, alarming: true },
      { key: 'sendable', title: ['待派单', 'To be sent'], query: { status: 'endorsed,filed' } },
      raised,
    ],
  },
  hotline: {
    title: ['受理把关', 'Screening'],
    note: ['不属于受理范围的，说明理由并告知居民。', 'What does not belong here is refused with a reason, or diverted.'],
    none: ['没有待把关的案件', 'Nothing waits to be screened'],
    unsent: true,
    tabs: [raised, { key: 'endorsed', title: ['已审核', 'Endorsed'], query: { status: 'endorsed' } }],
  },
  review: {
    title: ['待我审核', 'To be reviewed'],
    note: ['能就地化解的先化解，需要部门的再吹哨。', 'Handle locally what can be, and whistle for the rest.'],
    none: ['没有待审核的吹哨', 'No whistle waits for review'],
    unsent: true,
    tabs: [raised, { key: 'endorsed', title: ['已审核待派', 'Endorsed'], query: { status: 'endorsed' } }],
  },
  checks: {
    title: ['待核查', 'To be checked'],
    note: ['到现场看一看：真的办好了吗？', 'Go and look: is it really done?'],
    none: ['没有待核查的案件', 'Nothing waits to be checked'],
    step: 'verify',
    tabs: [{ key: 'verification', title: ['待核查', 'To be checked'], query: { status: 'verification' } }],
  },
  callbacks: {
    title: ['待回访', 'To be called back'],
    note: ['问两件事：解决了吗？满意吗？', 'Two questions: is it solved, and is the resident content?'],
    none: ['没有待回访的案件', 'Nobody waits to be called'],
    step: 'callback',
    tabs: [
      { key: 'all', title: ['全部', 'All'], query: { status: 'callback,handled_locally' } },
      { key: 'callback', title: ['部门办理', 'Handled by departments'], query: { status: 'callback' } },
      { key: 'local', title: ['就地化解', 'Handled locally'], query: { status: 'handled_locally' } },
    ],
  },
  late: {
    title: ['超期与临期', 'Late, and soon to be'],
    note: ['先看提级，再看超期，后看临期。', 'Elevated first, then overdue, then due soon.'],
    none: ['没有这样的案件', 'There is none'],
    tabs: [
      { key: 'purple', title: ['提级', 'Elevated'], query: { status: RUNNING, lamp: 'purple' } },
      { key: 'red', title: ['超期', 'Overdue'], query: { status: RUNNING, lamp: 'red' } },
      { key: 'yellow', title: ['临期', 'Due soon'], query: { status: RUNNING, lamp: 'yellow' } },
    ],
  },
} as const satisfies Record<string, Queue>;

/** Up to how many cases of a tab are counted; beyond it there are “more than”. */
export const COUNTED_MAX = 100;

/** How many cases wait in a tab, and since when the first of them. */
export interface TabCount {
  readonly count: number;
  readonly more: boolean;
  readonly since: string | undefined;
}

export function countOf(page: { readonly items: readonly { readonly raised_at: string }[]; readonly next_cursor?: string | null | undefined }): TabCount {
  // The list is asked for with the oldest first.
  return { count: page.items.length, more: Boolean(page.next_cursor), since: page.items[0]?.raised_at };
}

/** 23, or 100+. */
export const countWords = ({ count, more }: TabCount): string => `${count}${more ? '+' : ''}`;

/** The tab that a queue opens with: what must not wait, where there is any of it, else the first that is no alarm. */
export function firstTab(tabs: readonly QueueTab[], counts: Readonly<Record<string, TabCount>>): QueueTab | undefined {
  return tabs.find(({ key, alarming }) => alarming && (counts[key]?.count ?? 0) > 0) ?? tabs.find(({ alarming }) => !alarming);
}

export type QueueName = keyof typeof queues;

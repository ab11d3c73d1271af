import { suspensionGroundWord } from '@/shared/wording/kinds';
import type { NameOf } from '../cases/names';
import { limitWords } from '../supervisor/history/limits';
import { OFFICIAL, officialInstant } from './official';
import type { CaseView } from './useCase';

export type RequestKind = 'return' | 'extension' | 'suspension';
/** A line of a form: what it is called, and what stands there. */
export type Fact = readonly [string, string];

/** What was decided: in boxes that are ticked, and in words; by which unit, where that is known. */
export interface Ruling {
  readonly verdict: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** What the forms for a request share: who asks for what, and what was decided; nothing where nobody has decided yet. */
export interface RequestForm {
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly reason: string;
  readonly askedAt: string;
  readonly askedBy: string;
  readonly ruling: Ruling | undefined;
  readonly outcome: readonly Fact[];
  readonly note: string;
}

const when = (instant: string | null | undefined): string => (instant ? officialInstant(instant) : '');
const verdict = (approved: boolean): string => (approved ? '☑ 同意　　□ 不同意' : '□ 同意　　☑ 不同意');

const unitOf = (code: string | null | undefined, names: NameOf): string => (code ? names.unit(code) : '');
/** A paper by its name; a photograph has none. */
const paperWords = (paper: string): string => (paper.startsWith('photo/') ? '照片' : paper);

function matter(view: CaseView, names: NameOf): readonly Fact[] {
  const { grid, address } = view.location;
  return [
    ['反映问题', view.title],
    ['事项', names.category(view.category)],
    ['地点', [grid ? names.grid(grid) : '', address].filter(Boolean).join(' ')],
  ];
}

function share(view: CaseView, id: string | null | undefined): readonly Fact[] {
  const dispatch = view.dispatches.find((each) => each.id === id);
  if (!dispatch) return [];
  return [
    ['派单时间', when(dispatch.issued_at)],
    ['办结期限', when(dispatch.due_at)],
  ];
}

function returnForm(view: CaseView, request: string, names: NameOf): RequestForm | undefined {
  const dispute = view.disputes.find((each) => each.request === request);
  if (!dispute) return undefined;
  const { ruling } = dispute;
  return {
    title: '退单申请审批单',
    facts: [
      ['申请单位', names.unit(dispute.department)],
      ...matter(view, names),
      ...share(view, dispute.dispatch),
      ['职责依据', dispute.basis],
      ['建议承办', dispute.proposed_unit ? names.unit(dispute.proposed_unit) : '（未提出）'],
    ],
    reason: dispute.reason,
    askedAt: when(dispute.requested_at),
    askedBy: names.unit(dispute.department),
    ruling: ruling ? { verdict: verdict(ruling.approved), reason: ruling.reason, by: '', at: when(ruling.at) } : undefined,
    outcome: [['承办单位', ruling ? names.unit(ruling.unit) : '']],
    note: `应于${when(dispute.ruling_due_at)}前裁定。裁定期间办理时限不停；裁定理由留作判例。`,
  };
}

/** Requests for more time are told apart by their place: they are only ever added. */
function extensionForm(view: CaseView, place: string, names: NameOf): RequestForm | undefined {
  const petition = view.petitions.filter(({ kind }) => kind === 'extension')[Number(place) - 1];
  if (!petition) return undefined;
  const { approved, decided_at, ruled_by, ruling_reason } = petition;
  return {
    title: '延期申请审批单',
    facts: [
      ['申请单位', unitOf(petition.unit, names)],
      ...matter(view, names),
      ...share(view, petition.dispatch),
      ['申请延长', limitWords(petition.subject, OFFICIAL)],
    ],
    reason: petition.reason,
    askedAt: when(petition.requested_at),
    askedBy: unitOf(petition.unit, names),
    ruling:
      approved == null
        ? undefined
        : { verdict: verdict(approved), reason: ruling_reason ?? '', by: unitOf(ruled_by, names), at: when(decided_at) },
    outcome: [['顺延后期限', when(petition.due_at)]],
    note: '须在到期前申请。批准后从原期限起顺延并告知居民；申请与审批不得为同一人。',
  };
}

function suspensionForm(view: CaseView, names: NameOf): RequestForm | undefined {
  const { suspension } = view;
  if (!suspension) return undefined;
  const { state, ruled_at, ruled_by, ruling_reason } = suspension;
  return {
    title: '挂账（暂缓办理）审批单',
    facts: [
      ['申请单位', unitOf(suspension.unit, names)],
      ...matter(view, names),
      ['吹哨时间', when(view.raised_at)],
      ['挂账原因', suspensionGroundWord(suspension.ground, {}, OFFICIAL)],
      ['证明材料', suspension.proof.map(paperWords).join('；')],
      ['复核时间', when(suspension.review_at)],
    ],
    reason: suspension.reason,
    askedAt: when(suspension.requested_at),
    askedBy: unitOf(suspension.unit, names),
    ruling:
      state === 'requested'
        ? undefined
        : { verdict: verdict(state !== 'refused'), reason: ruling_reason ?? '', by: unitOf(ruled_by, names), at: when(ruled_at) },
    outcome: [['挂账起止', suspension.since ? `${when(suspension.since)} 至 ${when(suspension.lifted_at) || '（挂账中）'}` : '']],
    note: '须附书面证明。挂账期间时限停止，最长90天须复核一次；障碍消除后解除挂账，按剩余时间继续办理。',
  };
}

/** The form for a request of a case; nothing where the case has none such. */
export function requestOf(view: CaseView, kind: RequestKind, wanted: string, names: NameOf): RequestForm | undefined {
  if (kind === 'return') return returnForm(view, wanted, names);
  return kind === 'extension' ? extensionForm(view, wanted, names) : suspensionForm(view, names);
}

/** What of a text has room on a form; whoever wants the rest finds it in the case. */
export function clipped(text: string, length: number): string {
  const letters = [...text.trim()];
  return letters.length <= length ? letters.join('') : `${letters.slice(0, length).join('')}（余略，见案件）`;
}

/** What was done, by whom: the last result of every unit that handled it, or what the community did itself. */
export function resultWords(view: CaseView, names: NameOf): string {
  const handled = view.dispatches.flatMap(({ department, role, recalled, work }) => {
    const last = work?.results[work.results.length - 1];
    return last && role !== 'notified' && recalled == null ? [{ unit: department, text: last.text, at: last.at }] : [];
  });
  const local = view.local_result;
  // What departments did later stands for what the community had tried before.
  const told = handled.length > 0 || !local ? handled : [{ unit: local.unit ?? view.location.territorial_unit, text: local.text }];
  return told.map(({ unit, text }) => `${names.unit(unit)}：${ended(text)}`).join('');
}

const ended = (text: string): string => (/[。！？；.!?;]$/.test(text.trim()) ? text.trim() : `${text.trim()}。`);

/** What a unit was asked to do and has said that it did, for its slip of the whistle form: the last word counts. */
export function dutyWords(work: CaseView['dispatches'][number]['work']): { readonly asked: string; readonly done: string } {
  const last = (said: readonly { readonly text: string }[]) => said[said.length - 1]?.text ?? '';
  return { asked: work?.instruction ?? '', done: last(work?.results ?? []) || last(work?.measures ?? []) };
}

/** How it was looked at before it was closed: the last check on the spot, and what the resident answered last. */
function checkSteps(view: CaseView, names: NameOf): readonly (readonly [string, string])[] {
  const lastOf = (kind: string) => view.checks.filter((check) => check.kind === kind && check.outcome !== 'unanswered').slice(-1);
  return [
    ...lastOf('verification').map(({ at, unit, outcome }) => {
      const by = unit ? names.unit(unit) : '';
      return [at, outcome === 'passed' ? `${by}现场核查通过` : outcome === 'failed' ? `${by}现场核查未通过` : `${by}未能现场核查`] as const;
    }),
    ...lastOf('callback').map(({ at, outcome }) => [at, outcome === 'solved' ? '回访您：已解决' : '回访您：未解决'] as const),
  ];
}

/** What became of a case, oldest first, in the steps that its resident would ask about. */
export function closingSteps(view: CaseView, names: NameOf): readonly Fact[] {
  const handling = view.dispatches
    .filter(({ role, recalled }) => role !== 'notified' && recalled == null)
    .flatMap(({ department, issued_at, reported_at, fed_back_at }) => {
      const unit = names.unit(department);
      return [
        [issued_at, `交由${unit}办理`],
        [reported_at, `${unit}到岗`],
        [fed_back_at, `${unit}办理完毕`],
      ] as const;
    });
  const all = [[view.raised_at, '收到您反映的问题'] as const, ...handling, ...checkSteps(view, names), [view.closed_at, view.forced ? '经审批结案' : '办结'] as const];
  return all
    .flatMap(([at, what]) => (at ? [[at, what] as const] : []))
    .sort(([a], [b]) => new Date(a).getTime() - new Date(b).getTime())
    .map(([at, what]) => [when(at), what]);
}

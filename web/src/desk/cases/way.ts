import { exitWord, measureWord, petitionWord, sourceWord, suspensionGroundWord } from '@/shared/wording/kinds';
import type { components } from '@/shared/api/schema';
import { caseEventWord } from '@/shared/wording/case-events';
import { satisfactionWord } from '@/shared/wording/figures';
import { checkKindWord, checkOutcomeWord, dispatchRoleWord, statusWord } from '@/shared/wording/states';
import { teach } from '@/shared/wording/speech';
import type { CaseView, DispatchView } from './actions/action';
import type { NameOf } from './names';

const words = teach('way', {
  raised: ['吹哨', 'Whistle blown'],
  through: ['来源：{source}', 'Through: {source}'],
  sent: ['派单给{unit}', 'Sent to {unit}'],
  signed: ['{unit}签收', '{unit} signed for it'],
  signed_automatically: ['{unit}逾时未签收，系统自动签收', 'Nobody of {unit} signed in time: signed for by the service'],
  called: ['值班升级，联系{unit}', 'Duty escalated to {unit}'],
  reported: ['{unit}报到', '{unit} reported for duty'],
  contacted: ['{unit}联系诉求人', '{unit} contacted the resident'],
  accepted: ['{unit}接单', '{unit} accepted'],
  fed_back: ['{unit}反馈办理结果', '{unit} fed back'],
  measure: ['{unit}登记处置措施', '{unit} recorded a measure'],
  late: ['{unit}说明逾期原因', '{unit} explained why it is late'],
  late_said: ['{reason} 下一步：{plan}', '{reason} Next: {plan}'],
  check: ['{kind}：{outcome}', '{kind}: {outcome}'],
  by: ['{who}：{note}', '{who}: {note}'],
  return: ['{unit}申请退单', '{unit} asked to return it'],
  proposed: ['建议由{unit}承办。', 'Says it is for {unit}.'],
  return_approved: ['同意退单，由{unit}承办', 'Return approved: it is for {unit}'],
  return_refused: ['不同意退单，仍由{unit}承办', 'Return refused: it stays with {unit}'],
  asked: ['{unit}提出{what}', '{unit} asked for: {what}'],
  approved: ['同意{what}', 'Approved: {what}'],
  refused: ['不同意{what}', 'Refused: {what}'],
  parking_asked: ['申请挂账（{ground}）', 'Parking asked for ({ground})'],
  parked: ['开始挂账', 'Parked'],
  unparked: ['解除挂账', 'Parking lifted'],
  supervised: ['{measure}：{unit}', '{measure}: {unit}'],
  supervision_answered: ['{unit}回复督办', '{unit} answered the supervision'],
  supervision_lifted: ['解除督办：{unit}', 'Supervision lifted: {unit}'],
  joint: ['联合行动：{place}', 'Joint action: {place}'],
  joint_over: ['联合行动结束', 'Joint action over'],
  absent: ['缺席：{units}', 'Absent: {units}'],
  stage: ['节点完成：{title}', 'Stage reached: {title}'],
  struck_off: ['销号：{title}', 'Struck off: {title}'],
  dissatisfied: ['不满意件出口：{exit}', 'Dissatisfaction settled: {exit}'],
  closed: ['结案', 'Closed'],
  forced: ['强制结案', 'Closed by force'],
  wall: ['回音壁发布', 'Published on the wall'],
  imported: ['从历史系统导入', 'Imported from another system'],
});

export type Tone = 'plain' | 'good' | 'caution' | 'danger';
export interface Step {
  readonly at: string;
  readonly title: string;
  readonly text?: string | undefined;
  readonly tone: Tone;
}

function step(at: string | null | undefined, title: string, text?: string | null, tone: Tone = 'plain'): Step[] {
  return at ? [{ at, title, tone, ...(text ? { text } : {}) }] : [];
}

function ofDispatch(dispatch: DispatchView, nameOf: NameOf): Step[] {
  const unit = nameOf.unit(dispatch.department);
  const signed = dispatch.signed_automatically ? words('signed_automatically', { unit }) : words('signed', { unit });
  return [
    ...step(dispatch.issued_at, words('sent', { unit }), dispatchRoleWord(dispatch.role)),
    ...step(dispatch.signed_at, signed, undefined, dispatch.signed_automatically ? 'danger' : 'plain'),
    ...step(dispatch.called?.at, words('called', { unit: nameOf.unit(dispatch.called?.unit) }), undefined, 'danger'),
    ...step(dispatch.reported_at, words('reported', { unit })),
    ...step(dispatch.contacted_at, words('contacted', { unit })),
    ...step(dispatch.accepted_at, words('accepted', { unit })),
    ...ofDoing(dispatch, unit),
  ];
}

/** What the unit wrote down of its work. */
function ofDoing({ work, fed_back_at }: DispatchView, unit: string): Step[] {
  const fedBack = (at: string | null | undefined, text?: string) => step(at, words('fed_back', { unit }), text, 'good');
  if (!work) return fedBack(fed_back_at);
  return [
    ...work.measures.flatMap(({ at, text }) => step(at, words('measure', { unit }), text)),
    ...work.explanations.flatMap(({ at, reason, next_plan }) =>
      step(at, words('late', { unit }), words('late_said', { reason, plan: next_plan }), 'caution'),
    ),
    // Of imported history the instant is known and not the words.
    ...(work.results.length > 0 ? work.results.flatMap(({ at, text }) => fedBack(at, text)) : fedBack(fed_back_at)),
  ];
}

const CHECK_TONES: Readonly<Record<string, Tone>> = { passed: 'good', solved: 'good', failed: 'danger', unsolved: 'danger' };

function ofChecks({ checks }: CaseView, nameOf: NameOf): Step[] {
  return checks.flatMap(({ at, kind, outcome, satisfaction, note, unit }) => {
    const said = [checkOutcomeWord(outcome), satisfaction ? satisfactionWord(String(satisfaction)) : ''].filter(Boolean).join(' · ');
    const text = note && unit ? words('by', { who: nameOf.unit(unit), note }) : note;
    return step(at, words('check', { kind: checkKindWord(kind), outcome: said }), text, CHECK_TONES[outcome] ?? 'plain');
  });
}

function ofDisputes(view: CaseView, nameOf: NameOf): Step[] {
  return view.disputes.flatMap(({ requested_at, department, reason, proposed_unit, ruling }) => {
    const proposed = proposed_unit ? words('proposed', { unit: nameOf.unit(proposed_unit) }) : '';
    const decided = ruling?.approved ? 'return_approved' : 'return_refused';
    return [
      ...step(requested_at, words('return', { unit: nameOf.unit(department) }), `${reason} ${proposed}`, 'caution'),
      ...step(ruling?.at, words(decided, { unit: nameOf.unit(ruling?.unit) }), ruling?.reason),
    ];
  });
}

function ofPetitions(view: CaseView, nameOf: NameOf): Step[] {
  return view.petitions.flatMap(({ requested_at, decided_at, kind, unit, reason, approved }) => {
    const what = petitionWord(kind);
    return [
      ...step(requested_at, words('asked', { unit: nameOf.unit(unit), what }), reason, 'caution'),
      ...step(decided_at, words(approved ? 'approved' : 'refused', { what })),
    ];
  });
}

function ofParking({ suspension }: CaseView): Step[] {
  if (!suspension) return [];
  const ground = suspensionGroundWord(suspension.ground);
  return [
    ...step(suspension.requested_at, words('parking_asked', { ground }), suspension.reason, 'caution'),
    ...step(suspension.since, words('parked')),
    ...step(suspension.lifted_at, words('unparked')),
  ];
}

function ofSupervisions(view: CaseView, nameOf: NameOf): Step[] {
  return view.supervisions.flatMap(({ issued_at, answered_at, lifted_at, measure, department, reason }) => {
    const unit = nameOf.unit(department);
    return [
      ...step(issued_at, words('supervised', { measure: measureWord(measure), unit }), reason, 'danger'),
      ...step(answered_at, words('supervision_answered', { unit })),
      ...step(lifted_at, words('supervision_lifted', { unit })),
    ];
  });
}

function ofWork(view: CaseView, nameOf: NameOf): Step[] {
  return [
    ...view.joint_actions.flatMap(({ meets_at, held_at, place, absent }) => [
      ...step(meets_at, words('joint', { place })),
      ...step(held_at, words('joint_over'), absent.length ? words('absent', { units: absent.map(nameOf.unit).join('、') }) : ''),
    ]),
    ...(view.plan?.milestones ?? []).flatMap(({ reached_at, title }) => step(reached_at, words('stage', { title }), '', 'good')),
    ...view.items.flatMap(({ struck_off_at, title }) => step(struck_off_at, words('struck_off', { title }), '', 'good')),
  ];
}

function ofEnd(view: CaseView): Step[] {
  const { ending, closed_at, forced } = view;
  const exits = view.dissatisfactions.flatMap((exit) => (exit ? [exitWord(exit)] : []));
  const settled = exits.length > 0 ? words('dissatisfied', { exit: exits.join('、') }) : undefined;
  return [
    ...step(ending?.at, statusWord(ending?.kind), ending?.reason),
    ...step(closed_at, words(forced ? 'forced' : 'closed'), settled, forced ? 'danger' : 'good'),
    ...step(view.echo?.published?.at, words('wall')),
  ];
}

export type ToldStep = components['schemas']['PublicStep'];
/** Steps that the resident is told of and that the view of the case has no instant of. */
const TOLD: Readonly<Record<string, Tone>> = {
  WhistleAmended: 'plain',
  WhistleEndorsed: 'plain',
  WhistleDeclined: 'danger',
  HandledLocally: 'good',
  EscalatedToLevel: 'plain',
  CaseFiled: 'plain',
  CaseReclassified: 'plain',
  DuplicateAbsorbed: 'plain',
  OrphanDeclared: 'caution',
  ItemsListed: 'plain',
  PlanAgreed: 'plain',
  ReworkOrdered: 'caution',
  CaseReopened: 'caution',
  LookBackDone: 'plain',
};

function ofTold(told: readonly ToldStep[]): Step[] {
  return told.flatMap(({ step: what, at, unit, text }) => {
    const tone = TOLD[what];
    if (!tone) return [];
    const said = unit && text ? words('by', { who: unit, note: text }) : (unit ?? text);
    return step(at, caseEventWord(what), said, tone);
  });
}

/**
 * The way of a case so far, oldest first, told from what everybody who may see the case may know; with what its resident
 * is told, where that is at hand, also how it was reviewed and filed.
 */
export function wayOf(view: CaseView, nameOf: NameOf, told: readonly ToldStep[] = []): readonly Step[] {
  const steps = [
    ...step(view.raised_at, words('raised'), words('through', { source: sourceWord(view.source) })),
    ...ofTold(told),
    ...step(view.imported?.imported_at, words('imported')),
    ...view.dispatches.flatMap((dispatch) => ofDispatch(dispatch, nameOf)),
    ...ofDisputes(view, nameOf),
    ...ofPetitions(view, nameOf),
    ...ofParking(view),
    ...ofSupervisions(view, nameOf),
    ...ofWork(view, nameOf),
    ...ofChecks(view, nameOf),
    ...ofEnd(view),
  ];
  // Sorting is stable: of what happened at one instant, the order of the story above holds.
  return [...steps].sort((a, b) => new Date(a.at).getTime() - new Date(b.at).getTime());
}

import { suspensionGroundWord, exclusionWord } from '@/shared/wording/kinds';
import { action, type Action, type Choice, type Place } from './action';
import { choicesOf, chosen, evidence, line, onlyOf, reason, story, toldResident } from './fields';
import {
  atWork,
  emergency,
  itemsIn,
  mine,
  openDispute,
  openMilestones,
  openPetition,
  openSupervisions,
  parked,
  sent,
  stands,
  standsEvenParked,
} from './standing';

const stageChoices = ({ view }: Place): Choice[] =>
  openMilestones(view).map(({ milestone, title }) => ({ value: milestone, text: `${milestone}. ${title}` }));
const itemChoices = (state: string) => (place: Place): Choice[] =>
  itemsIn(place.view, state)
    .filter(({ unit }) => !unit || unit === place.unit)
    .map(({ id, title }) => ({ value: id, text: title }));
const supervisionChoices = ({ view, unit }: Place): Choice[] =>
  openSupervisions(view)
    .filter(({ department }) => department === unit)
    .map(({ id, reason: why }) => ({ value: id, text: why }));

/** Longer than the clock allows: no more time is asked for once it ran out. */
const inTime = ({ dispatch }: Place): boolean => !dispatch?.due_at || new Date(dispatch.due_at).getTime() >= Date.now();
const late = ({ dispatch }: Place): boolean => dispatch?.clocks?.some(({ lamp }) => lamp === 'red' || lamp === 'purple') ?? false;
/** A notified unit only signs, and does so at any time. */
const toSign = ({ dispatch, unit }: Place): boolean => dispatch?.department === unit && dispatch?.state === 'issued';

/** 部门办理. */
export const handlingActions: readonly Action[] = [
  action({
    code: 'sign',
    group: 'handling',
    path: '/api/v1/dispatches/{id}/sign',
    title: ['签收', 'Sign for it'],
    note: ['时限从派单起算，与签收早晚无关。', 'The clocks run from the dispatch, whenever it is signed for.'],
    roles: ['department'],
    when: toSign,
    weight: 'next',
  }),
  action({
    code: 'report',
    group: 'handling',
    path: '/api/v1/dispatches/{id}/report',
    title: ['报到', 'Report for duty'],
    roles: ['department'],
    when: mine('signed'),
    weight: 'next',
    fields: [
      line('place', ['报到地点', 'Where'], { hint: ['线上报到可不填。', 'Leave it empty when reporting online.'] }),
      line('person', ['报到人员', 'Who']),
      {
        name: 'time',
        label: ['到场时间', 'Arrived at'],
        kind: { of: 'instant' },
        hint: ['不填为现在；是否及时以登记时刻为准。', 'Now, where nothing is said. What counts is when it is recorded.'],
      },
    ],
  }),
  action({
    code: 'accept',
    group: 'handling',
    path: '/api/v1/dispatches/{id}/accept',
    title: ['接单', 'Accept'],
    note: ['接单后不能再退单。', 'It cannot be returned any more after this.'],
    roles: ['department'],
    when: (place) => mine('reported')(place) && !openDispute(place),
    weight: 'next',
  }),
  action({
    code: 'contact',
    group: 'handling',
    path: '/api/v1/dispatches/{id}/contact',
    title: ['联系诉求人', 'Contact the resident'],
    roles: ['department'],
    when: ({ dispatch, unit }) =>
      dispatch?.department === unit &&
      dispatch?.role !== 'notified' &&
      ['issued', 'signed', 'reported', 'accepted', 'feedback_submitted', 'rework'].includes(dispatch?.state ?? ''),
    fields: [story('note', ['联系情况', 'What was said'], { needed: true })],
  }),
  action({
    code: 'measure',
    group: 'handling',
    path: '/api/v1/dispatches/{id}/measures',
    title: ['登记处置措施', 'Record a measure'],
    roles: ['department'],
    when: ({ dispatch, unit }) =>
      dispatch?.department === unit && dispatch?.role !== 'notified' && ['accepted', 'rework'].includes(dispatch?.state ?? ''),
    fields: [story('measure', ['处置措施', 'What was done'], { needed: true }), evidence()],
  }),
  action({
    code: 'feedback',
    group: 'handling',
    path: '/api/v1/dispatches/{id}/feedback',
    title: ['办理反馈', 'Feed back'],
    note: ['反馈后交属地核查，再回访居民。', 'The result is then checked in the field, and the resident is asked.'],
    roles: ['department'],
    when: mine('accepted', 'rework'),
    weight: 'next',
    fields: [story('result', ['办理结果', 'What came of it'], { needed: true, hint: toldResident }), evidence()],
  }),
  action({
    code: 'request_return',
    group: 'handling',
    path: '/api/v1/dispatches/{id}/request-return',
    title: ['申请退单', 'Ask to return it'],
    note: ['接单前、一个工作日内，每单位每案一次；裁定期间时限不停。', 'Before accepting, within a working day, once; the clock goes on meanwhile.'],
    roles: ['department'],
    when: (place) =>
      mine('issued', 'signed', 'reported')(place) &&
      !emergency(place.view) &&
      !place.view.determined &&
      !place.view.disputes.some(({ department }) => department === place.unit),
    fields: [
      story('basis', ['依据', 'Basis'], {
        needed: true,
        hint: ['职责清单条目或权属界线事实。', 'The item of the duty list, or the fact of the boundary.'],
      }),
      { name: 'proposed_unit', label: ['建议承办单位', 'Whose duty it is instead'], kind: { of: 'unit' } },
      reason(['退单理由', 'Why']),
    ],
  }),
  action({
    code: 'request_extension',
    group: 'handling',
    path: '/api/v1/dispatches/{id}/request-extension',
    title: ['申请延期', 'Ask for more time'],
    note: ['须在到期前申请；批准后从原期限起顺延，并告知居民。', 'Before the deadline only; it is counted from there, and the resident is told.'],
    roles: ['department'],
    when: (place) =>
      mine('signed', 'reported', 'accepted', 'rework')(place) &&
      !emergency(place.view) &&
      inTime(place) &&
      !openPetition(place.view, 'extension', place.dispatch?.id),
    fields: [{ name: 'length', label: ['延长', 'How much longer'], kind: { of: 'length' }, needed: true }, reason(['延期原因', 'Why'])],
  }),
  action({
    code: 'explain_overdue',
    group: 'handling',
    path: '/api/v1/dispatches/{id}/explain-overdue',
    title: ['逾期说明', 'Explain the lateness'],
    roles: ['department'],
    when: (place) => mine('issued', 'signed', 'reported', 'accepted', 'feedback_submitted', 'rework')(place) && late(place),
    fields: [
      reason(['逾期原因', 'Why it is late']),
      story('measures_taken', ['已采取的措施', 'Measures taken'], { needed: true }),
      story('next_plan', ['下一步计划', 'What comes next'], { needed: true }),
    ],
  }),
  action({
    code: 'answer_supervision',
    group: 'handling',
    path: '/api/v1/cases/{id}/answer-supervision',
    title: ['回复督办', 'Answer the supervision'],
    roles: ['community', 'department'],
    when: (place) => supervisionChoices(place).length > 0,
    weight: 'next',
    fields: [onlyOf('supervision', ['督办事项', 'Supervision'], supervisionChoices), story('reply', ['回复', 'Answer'], { needed: true })],
  }),
  action({
    code: 'suspend',
    group: 'handling',
    path: '/api/v1/cases/{id}/suspend',
    title: ['申请挂账', 'Ask for parking'],
    note: ['由他人审批；批准后时限停止，须按期复核。', 'Somebody else decides. The clocks then stop, and it is reviewed in time.'],
    roles: ['community', 'dispatcher', 'department'],
    when: (place) =>
      stands('filed', 'dispatched', 'in_handling')(place) &&
      !emergency(place.view) &&
      place.view.suspension?.state !== 'requested' &&
      (place.role !== 'department' || sent(place)),
    fields: [
      chosen('ground', ['挂账原因', 'Ground'], () => choicesOf(suspensionGroundWord), { needed: true }),
      reason(['障碍与解除条件', 'The obstacle, and what would lift it']),
      { name: 'review_at', label: ['复核时间', 'Look again at'], kind: { of: 'instant' }, needed: true, hint: ['最迟90天内。', 'Within 90 days.'] },
      evidence('proof', { needed: true }),
    ],
  }),
  action({
    code: 'plan',
    group: 'handling',
    path: '/api/v1/cases/{id}/plan',
    title: ['商定计划', 'Agree on a plan'],
    roles: ['dispatcher', 'department'],
    when: (place) =>
      standsEvenParked('filed', 'dispatched', 'in_handling')(place) &&
      (place.role === 'dispatcher' ? !place.view.plan?.milestones.some(({ reached_at }) => reached_at) : sent(place) && !place.view.plan),
    fields: [
      { name: 'milestones', label: ['节点', 'Stages'], kind: { of: 'list_of_milestones' }, needed: true },
      story('note', ['说明', 'Note']),
    ],
  }),
  action({
    code: 'milestone',
    group: 'handling',
    path: '/api/v1/cases/{id}/milestones',
    title: ['登记节点完成', 'A stage is reached'],
    roles: ['department'],
    when: (place) => atWork(place) && !parked(place.view) && sent(place) && openMilestones(place.view).length > 0,
    fields: [onlyOf('milestone', ['节点', 'Stage'], stageChoices), story('note', ['完成情况', 'What was reached']), evidence()],
  }),
  action({
    code: 'progress',
    group: 'handling',
    path: '/api/v1/cases/{id}/progress',
    title: ['报告进展', 'Report progress'],
    roles: ['department'],
    when: (place) => atWork(place) && sent(place) && Boolean(place.view.plan),
    fields: [story('progress', ['进展', 'What was done'], { needed: true })],
  }),
  action({
    code: 'claim_rectified',
    group: 'handling',
    path: '/api/v1/cases/{id}/claim-rectified',
    title: ['申报整改完成', 'Claim as put right'],
    roles: ['department'],
    when: (place) => atWork(place) && !parked(place.view) && sent(place) && itemChoices('open')(place).length > 0,
    fields: [
      onlyOf('item', ['清单事项', 'Item'], itemChoices('open')),
      story('result', ['整改情况', 'What was done'], { needed: true }),
      evidence('evidence', { needed: true }),
    ],
  }),
  action({
    code: 'request_exclusion',
    group: 'ending',
    path: '/api/v1/cases/{id}/request-exclusion',
    title: ['申请剔除', 'Ask for exclusion'],
    note: ['只影响考核，案件仍然可见。', 'The case only leaves the scores; it stays in sight.'],
    roles: ['community', 'dispatcher', 'department'],
    when: (place) =>
      stands('dispatched', 'in_handling', 'verification', 'callback', 'dissatisfied', 'closed')(place) &&
      !place.view.excluded &&
      !openPetition(place.view, 'exclusion'),
    fields: [chosen('ground', ['剔除理由', 'Ground'], () => choicesOf(exclusionWord), { needed: true }), reason(['说明', 'In words'])],
  }),
  action({
    code: 'appeal_score',
    group: 'ending',
    path: '/api/v1/cases/{id}/appeal-score',
    title: ['考核申诉', 'Appeal the score'],
    roles: ['department'],
    when: (place) =>
      stands('dispatched', 'in_handling', 'verification', 'callback', 'dissatisfied', 'closed')(place) &&
      !openPetition(place.view, 'score_appeal'),
    fields: [reason(['申诉理由', 'Why']), evidence()],
  }),
];

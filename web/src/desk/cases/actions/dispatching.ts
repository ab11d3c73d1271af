import { instantWords } from '@/shared/time/dates';
import { kindWord } from '@/shared/wording/kinds';
import { action, type Action, type Choice, type Place } from './action';
import { choicesOf, chosen, line, onlyOf, reason, story } from './fields';
import { atWork, openDispute, openJointActions, parked, present, readyToSend, stands, working, workingDispatches } from './standing';

const jointChoices = (place: Place): Choice[] =>
  openJointActions(place.view).map(({ id, place: where, meets_at }) => ({ value: id, text: `${instantWords(meets_at)} ${where}` }));
const atWorkNow = (place: Place) => atWork(place) && !parked(place.view);
const movable = (place: Place) => atWorkNow(place) && Boolean(place.dispatch && working(place.dispatch)) && !openDispute(place);

/** 派单与调度. */
export const dispatchingActions: readonly Action[] = [
  action({
    code: 'dispatch',
    group: 'dispatching',
    path: '/api/v1/cases/{id}/dispatches',
    title: ['派单', 'Dispatch'],
    note: ['派单后各单位的时限立即起算。', 'The clocks of all units start at once.'],
    roles: ['dispatcher'],
    when: readyToSend,
    weight: 'next',
    fields: [
      { name: 'lead', label: ['主办单位', 'Lead'], kind: { of: 'unit' }, needed: true },
      { name: 'co_handlers', label: ['协办单位', 'Co-handlers'], kind: { of: 'units' } },
      { name: 'notify', label: ['知会单位', 'Notified'], kind: { of: 'units' } },
      story('instruction', ['派单要求', 'What is asked']),
    ],
  }),
  action({
    code: 'co_handlers',
    group: 'dispatching',
    path: '/api/v1/cases/{id}/co-handlers',
    title: ['增派协办', 'Send further units'],
    roles: ['dispatcher'],
    when: atWorkNow,
    fields: [
      {
        name: 'co_handlers',
        label: ['协办单位', 'Co-handlers'],
        kind: { of: 'units' },
        needed: (given) => !Array.isArray(given['notify']) || given['notify'].length === 0,
      },
      { name: 'notify', label: ['知会单位', 'Notified'], kind: { of: 'units' } },
      story('instruction', ['派单要求', 'What is asked']),
    ],
  }),
  action({
    code: 'transfer',
    group: 'dispatching',
    path: '/api/v1/dispatches/{id}/transfer',
    title: ['改派', 'Transfer'],
    note: ['期限不变，由新单位接着算。', 'The deadline stays as it is for the unit that takes over.'],
    roles: ['dispatcher'],
    when: movable,
    fields: [{ name: 'to', label: ['改派给', 'To'], kind: { of: 'unit' }, needed: true }, reason(['改派原因', 'Why'])],
  }),
  action({
    code: 'release',
    group: 'dispatching',
    path: '/api/v1/dispatches/{id}/release',
    title: ['解除协办', 'Release'],
    roles: ['dispatcher'],
    when: (place) => movable(place) && place.dispatch?.role === 'co_handler',
    fields: [reason()],
  }),
  action({
    code: 'reclassify',
    group: 'dispatching',
    path: '/api/v1/cases/{id}/reclassify',
    title: ['重新归类', 'Reclassify'],
    note: ['各时限按新事项从起点重算。', 'Running clocks are counted anew from where they started.'],
    roles: ['dispatcher'],
    when: stands('filed', 'dispatched', 'in_handling'),
    fields: [
      { name: 'category', label: ['事项', 'Category'], kind: { of: 'category' }, needed: true, initial: ({ view }) => view.category },
      chosen('kind', ['哨型', 'Kind'], () => choicesOf(kindWord), { initial: ({ view }) => view.kind }),
      reason(),
    ],
  }),
  action({
    code: 'orphan',
    group: 'dispatching',
    path: '/api/v1/cases/{id}/orphan',
    title: ['认定无头事项', 'Declare an orphan matter'],
    note: ['由兜底单位先行牵头，直到明确责任单位。', 'The unit for orphan matters leads until somebody’s duty is found.'],
    roles: ['dispatcher'],
    when: (place) =>
      (readyToSend(place) || atWorkNow(place)) &&
      !place.view.orphan_owner &&
      place.view.disputes.every(({ ruling }) => ruling),
    fields: [reason()],
  }),
  action({
    code: 'joint_action',
    group: 'dispatching',
    path: '/api/v1/cases/{id}/joint-actions',
    title: ['安排联合行动', 'Call a joint action'],
    roles: ['community', 'dispatcher'],
    when: atWorkNow,
    fields: [
      { name: 'meets_at', label: ['集合时间', 'When'], kind: { of: 'instant' }, needed: true },
      line('place', ['集合地点', 'Where'], { needed: true }),
      story('purpose', ['行动目的', 'Purpose'], { needed: true }),
      {
        name: 'units',
        label: ['参加单位', 'Units'],
        kind: { of: 'units', among: ({ view }) => workingDispatches(view).map(({ department }) => department) },
        hint: ['不选则为全部被派单位。', 'Everybody who was sent, where none is chosen.'],
      },
    ],
  }),
  action({
    code: 'sign_in',
    group: 'handling',
    path: '/api/v1/cases/{id}/sign-in',
    title: ['联合行动签到', 'Sign in to the joint action'],
    roles: ['department'],
    when: ({ view, unit }) =>
      !parked(view) &&
      openJointActions(view).some(({ units, signed_in }) => unit && units.includes(unit) && !signed_in.includes(unit)),
    fields: [onlyOf('action', ['联合行动', 'Joint action'], jointChoices), line('person', ['到场人员', 'Who came'])],
  }),
  action({
    code: 'hold_joint_action',
    group: 'dispatching',
    path: '/api/v1/cases/{id}/hold-joint-action',
    title: ['结束联合行动', 'End the joint action'],
    note: ['没有签到的单位记为缺席。', 'Units that did not sign in are noted as absent.'],
    roles: ['community', 'dispatcher'],
    when: ({ view }) => !parked(view) && openJointActions(view).length > 0,
    fields: [
      onlyOf('action', ['联合行动', 'Joint action'], jointChoices),
      story('result', ['行动结果', 'What came of it'], { needed: true }),
    ],
  }),
];

/** Units that hold a part of the case. */
export const unitsSent = ({ view }: Place): string[] => view.dispatches.filter(present).map(({ department }) => department);

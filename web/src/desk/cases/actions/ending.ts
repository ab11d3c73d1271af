import { exitWord, measureWord } from '@/shared/wording/kinds';
import type { NameOf } from '../names';
import { action, type Action, type Choice, type Place } from './action';
import { choicesOf, chosen, evidence, onlyOf, reason, story, toldResident } from './fields';
import {
  answered,
  emergency,
  ended,
  openPetition,
  openSupervisions,
  parked,
  reopenable,
  stands,
  workingDispatches,
} from './standing';

const CALLBACK_ATTEMPTS_MIN = 3;
const found = ({ passed }: Readonly<Record<string, unknown>>) => passed;
/** 不能既当运动员又当裁判员: the unit that handled it does not judge it. */
const outside = ({ view, unit }: Place) => !workingDispatches(view).some(({ department }) => department === unit);
const reworkable = ({ view }: Place) =>
  workingDispatches(view).filter(({ state }) => state === 'feedback_submitted' || state === 'verified');
const supervisionChoices = (nameOf: NameOf) => ({ view }: Place): Choice[] =>
  openSupervisions(view).map(({ id, measure, department, reason: why }) => ({
    value: id,
    text: `${measureWord(measure)} · ${nameOf.unit(department)}`,
    note: why,
  }));

/** 核查、回访、结案、督办. Choices that name units need their names. */
export function endingActions(nameOf: NameOf): readonly Action[] {
  return [
    action({
      code: 'verify',
      group: 'ending',
      path: '/api/v1/cases/{id}/verify',
      title: ['核查', 'Check the result'],
      roles: ['grid_worker', 'community'],
      when: (place) => stands('verification')(place) && outside(place),
      weight: 'next',
      fields: [
        {
          name: 'passed',
          label: ['核查结果', 'Finding'],
          kind: { of: 'yes_no', yes: ['通过', 'Found good'], no: ['不通过，返工', 'Found wanting'] },
          needed: true,
        },
        {
          name: 'rework',
          label: ['返工单位', 'Sent back to'],
          kind: {
            of: 'several',
            choices: (place) => reworkable(place).map(({ id, department }) => ({ value: id, text: nameOf.unit(department) })),
          },
          shown: (given) => found(given) === false,
          hint: ['不选则为主办单位。', 'The lead, where none is chosen.'],
        },
        story('note', ['现场情况', 'What was seen'], { needed: (given) => found(given) === false }),
        evidence(),
      ],
    }),
    action({
      code: 'verify_impossible',
      group: 'ending',
      path: '/api/v1/cases/{id}/verify',
      title: ['无法核查', 'It cannot be judged'],
      roles: ['grid_worker', 'community'],
      when: (place) => stands('verification')(place) && outside(place),
      fixed: { impossible: true },
      fields: [story('note', ['原因', 'Why'], { needed: true })],
    }),
    action({
      code: 'callback',
      group: 'ending',
      path: '/api/v1/cases/{id}/callback',
      title: ['登记回访', 'Record a callback'],
      roles: ['community', 'hotline'],
      when: (place) => stands('callback', 'handled_locally')(place) && !answered(place.view),
      weight: 'next',
      fields: [
        {
          name: 'reached',
          label: ['是否接通', 'Reached?'],
          kind: { of: 'yes_no', yes: ['已接通', 'Reached'], no: ['未接通', 'Not reached'] },
          needed: true,
        },
        {
          name: 'solved',
          label: ['问题解决了吗', 'Solved?'],
          kind: { of: 'yes_no', yes: ['已解决', 'Solved'], no: ['未解决', 'Not solved'] },
          shown: ({ reached }) => reached === true,
          needed: true,
        },
        {
          name: 'satisfaction',
          label: ['满意程度', 'Satisfaction'],
          kind: { of: 'satisfaction' },
          shown: ({ reached }) => reached === true,
          needed: true,
        },
        story('comment', ['居民原话或回访经过', 'In their words, or what was tried']),
      ],
    }),
    action({
      code: 'close',
      group: 'ending',
      path: '/api/v1/cases/{id}/close',
      title: ['结案', 'Close'],
      roles: ['community', 'dispatcher', 'supervisor'],
      when: (place) =>
        stands('callback', 'handled_locally')(place) &&
        (answered(place.view) || place.view.callback.unanswered >= CALLBACK_ATTEMPTS_MIN),
      weight: 'next',
      fields: [story('reason', ['结案说明', 'Closing words'], { hint: toldResident })],
    }),
    action({
      code: 'settle',
      group: 'ending',
      path: '/api/v1/cases/{id}/settle',
      title: ['不满意件销号', 'Settle the dissatisfaction'],
      note: ['四个出口择一：重办、研判、延期、移交。', 'One of four exits: redo, analysis, extension, transfer.'],
      roles: ['dispatcher', 'supervisor'],
      when: stands('dissatisfied'),
      weight: 'next',
      fields: [
        chosen(
          'exit',
          ['出口', 'Exit'],
          ({ role, view }) =>
            choicesOf(
              exitWord,
              exitWord.codes.filter(
                (code) => (role === 'supervisor' || code !== 'analysis') && !(emergency(view) && code === 'extension'),
              ),
            ),
          { needed: true },
        ),
        {
          name: 'length',
          label: ['延长', 'How much longer'],
          kind: { of: 'length' },
          shown: ({ exit }) => exit === 'extension',
          needed: true,
        },
        { name: 'to', label: ['移交给', 'To'], kind: { of: 'unit' }, shown: ({ exit }) => exit === 'transfer', needed: true },
        reason(['理由', 'Reason'], toldResident),
      ],
    }),
    action({
      code: 'look_back',
      group: 'ending',
      path: '/api/v1/cases/{id}/look-back',
      title: ['回头看', 'Look back'],
      roles: ['grid_worker', 'community', 'supervisor'],
      when: (place) => reopenable(place) && outside(place),
      fields: [
        {
          name: 'relapsed',
          label: ['是否反弹', 'Is the problem back?'],
          kind: { of: 'yes_no', yes: ['已反弹，重新办理', 'It is back: reopen'], no: ['未反弹', 'Still good'] },
          needed: true,
        },
        story('note', ['现场情况', 'What was seen'], { needed: ({ relapsed }) => relapsed === true }),
        evidence(),
      ],
    }),
    action({
      code: 'reopen',
      group: 'ending',
      path: '/api/v1/cases/{id}/reopen',
      title: ['重新办理', 'Reopen'],
      roles: ['community', 'dispatcher', 'supervisor'],
      when: (place) => reopenable(place),
      weight: 'grave',
      fields: [reason()],
    }),
    action({
      code: 'request_forced_closing',
      group: 'ending',
      path: '/api/v1/cases/{id}/request-forced-closing',
      title: ['申请强制结案', 'Ask for forced closing'],
      note: ['须由他人审批，结案后单独统计。', 'Somebody else decides, and it is counted apart.'],
      roles: ['community', 'dispatcher'],
      when: (place) =>
        stands('filed', 'dispatched', 'in_handling', 'verification', 'callback', 'dissatisfied')(place) &&
        !openPetition(place.view, 'forced_closing'),
      weight: 'grave',
      fields: [reason()],
    }),
    action({
      code: 'supervise',
      group: 'supervising',
      path: '/api/v1/cases/{id}/supervise',
      title: ['督办', 'Supervise'],
      roles: ['dispatcher', 'supervisor'],
      when: (place) => !ended(place) && place.view.status !== 'closed',
      fields: [
        chosen('measure', ['方式', 'Measure'], ({ role }) => choicesOf(measureWord, role === 'supervisor' ? measureWord.codes : ['reminder']), {
          needed: true,
          initial: () => 'reminder',
        }),
        {
          name: 'department',
          label: ['督办对象', 'Unit'],
          kind: { of: 'unit', among: ({ view }) => workingDispatches(view).map(({ department }) => department) },
          shown: () => true,
          hint: ['不选则为主办单位。', 'The lead, where none is chosen.'],
        },
        reason(['督办事由', 'Why']),
      ],
    }),
    action({
      code: 'lift_supervision',
      group: 'supervising',
      path: '/api/v1/cases/{id}/lift-supervision',
      title: ['解除督办', 'Lift the supervision'],
      roles: ['dispatcher', 'supervisor'],
      when: ({ view }) => openSupervisions(view).length > 0 && !parked(view),
      fields: [onlyOf('supervision', ['督办', 'Supervision'], supervisionChoices(nameOf)), reason()],
    }),
    action({
      code: 'echo',
      group: 'supervising',
      path: '/api/v1/cases/{id}/echo',
      title: ['回音壁拟稿', 'Word it for the wall'],
      note: ['不得含有姓名、电话、门牌、车牌；须由他人审核。', 'No names, numbers, doors or plates; somebody else approves it.'],
      roles: ['community', 'supervisor'],
      when: (place) => !ended(place) && !place.view.confidential && !place.view.echo?.pending,
      fields: [
        story('question', ['居民问的是什么', 'What residents asked'], { needed: true }),
        story('answer', ['结果如何', 'What came of it'], { needed: true }),
      ],
    }),
    action({
      code: 'retract_echo',
      group: 'supervising',
      path: '/api/v1/cases/{id}/echo/retract',
      title: ['撤下回音壁文字', 'Take it off the wall'],
      roles: ['community', 'supervisor'],
      when: ({ view }) => Boolean(view.echo?.published),
      fields: [reason()],
    }),
  ];
}


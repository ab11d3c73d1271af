import { authorityWord, kindWord, notAcceptedWord } from '@/shared/wording/kinds';
import { levelWord } from '@/shared/wording/people';
import { action, type Action, type Place } from './action';
import { choicesOf, chosen, evidence, reason, story, toldResident } from './fields';
import { emergency, itemsIn, readyToFile, stands } from './standing';

const LEVELS = ['building', 'compound', 'community', 'street', 'district'];
const higher = ({ view }: Place) => LEVELS.slice(Math.max(1, LEVELS.indexOf(view.level) + 1));
const intake = stands('raised', 'endorsed', 'filed');

/** 审核与受理把关. */
export const reviewActions: readonly Action[] = [
  action({
    code: 'endorse',
    group: 'review',
    path: '/api/v1/cases/{id}/endorse',
    title: ['审核通过', 'Endorse'],
    note: ['通过后交指挥中心立案派单。', 'The case then goes to the dispatcher.'],
    roles: ['community'],
    when: stands('raised'),
    weight: 'next',
    fields: [
      story('local_attempt', ['小区先行处置情况', 'What the neighbourhood tried'], {
        hint: ['先自行想过哪些办法；应急事项可不填。', 'What was tried first; an emergency needs nothing here.'],
      }),
      story('note', ['审核意见', 'Note']),
    ],
  }),
  action({
    code: 'handle_locally',
    group: 'review',
    path: '/api/v1/cases/{id}/handle-locally',
    title: ['就地化解', 'Handle locally'],
    note: ['不吹哨到部门，由本级办结后回访居民。', 'No department is sent; the resident is asked afterwards.'],
    roles: ['community'],
    when: (place) => stands('raised', 'endorsed')(place) && place.view.items.length === itemsIn(place.view, 'struck_off').length,
    fields: [
      story('result', ['化解情况', 'What was done'], { needed: true, hint: toldResident }),
      chosen('level', ['化解层级', 'Level'], () => choicesOf(levelWord), { initial: ({ view }) => view.level }),
      evidence(),
    ],
  }),
  action({
    code: 'escalate',
    group: 'review',
    path: '/api/v1/cases/{id}/escalate',
    title: ['逐级上报', 'Pass up'],
    roles: ['community'],
    when: (place) => stands('raised', 'endorsed')(place) && higher(place).length > 0,
    fields: [
      chosen('to', ['上报到', 'To'], (place) => choicesOf(levelWord, higher(place)), {
        needed: true,
      }),
      reason(['上报原因', 'Why']),
    ],
  }),
  action({
    code: 'decline',
    group: 'review',
    path: '/api/v1/cases/{id}/decline',
    title: ['不予支持', 'Decline'],
    roles: ['community'],
    when: stands('raised'),
    weight: 'grave',
    fields: [reason(['不予支持的理由', 'Why'], toldResident)],
  }),
  action({
    code: 'file',
    group: 'review',
    path: '/api/v1/cases/{id}/file',
    title: ['立案', 'File'],
    note: ['确定事项、哨型和适用的政策版本。', 'Settles category, kind and the policy that applies.'],
    roles: ['dispatcher'],
    when: readyToFile,
    fields: [
      { name: 'category', label: ['事项', 'Category'], kind: { of: 'category' }, initial: ({ view }) => view.category },
      chosen('kind', ['哨型', 'Kind'], () => choicesOf(kindWord), { initial: ({ view }) => view.kind }),
    ],
  }),
  action({
    code: 'file_emergency',
    group: 'review',
    path: '/api/v1/cases/{id}/file',
    title: ['按应急立案', 'File as an emergency'],
    note: ['先处置、后争议：不等社区审核，立即立案。', 'Act first, argue later: it is filed without waiting for the endorsement.'],
    roles: ['dispatcher'],
    when: (place) => stands('raised')(place) && !emergency(place.view),
    fixed: { kind: 'emergency' },
    fields: [
      { name: 'category', label: ['事项', 'Category'], kind: { of: 'category' }, initial: ({ view }) => view.category },
    ],
  }),
  action({
    code: 'not_accept',
    group: 'review',
    path: '/api/v1/cases/{id}/not-accept',
    title: ['不予受理', 'Do not accept'],
    roles: ['hotline', 'dispatcher'],
    when: intake,
    weight: 'grave',
    fields: [
      chosen('ground', ['情形', 'Ground'], () => choicesOf(notAcceptedWord), { needed: true }),
      reason(['说明', 'In words'], toldResident),
    ],
  }),
  action({
    code: 'divert',
    group: 'review',
    path: '/api/v1/cases/{id}/divert',
    title: ['转引', 'Divert'],
    roles: ['hotline', 'dispatcher'],
    when: intake,
    weight: 'grave',
    fields: [
      chosen('to', ['转引到', 'To'], () => choicesOf(authorityWord), { needed: true }),
      reason(['说明', 'In words'], toldResident),
    ],
  }),
  action({
    code: 'merge',
    group: 'review',
    path: '/api/v1/cases/{id}/merge',
    title: ['并案', 'Merge'],
    note: ['本案并入另一案，诉求人一并带过去。', 'This case becomes part of another; everybody who complained goes along.'],
    roles: ['community', 'dispatcher'],
    when: intake,
    weight: 'grave',
    fields: [
      { name: 'into', label: ['并入案件', 'Into'], kind: { of: 'other_case' }, needed: true },
      reason(['为何是同一件事', 'Why it is the same matter']),
    ],
  }),
  action({
    code: 'link',
    group: 'review',
    path: '/api/v1/cases/{id}/link',
    title: ['关联', 'Link'],
    roles: ['community', 'dispatcher'],
    when: () => true,
    fields: [
      { name: 'other', label: ['相关案件', 'Other case'], kind: { of: 'other_case' }, needed: true },
      reason(['如何相关', 'How they belong together']),
    ],
  }),
];

import { spoken } from '@/shared/wording/speech';
import { action, type Action, type Choice, type Place } from './action';
import { decision, onlyOf, reason, story, toldResident } from './fields';
import { openDispute, openPetition, parked } from './standing';

const appealChoices = ({ view }: Place): Choice[] =>
  view.petitions
    .filter(({ kind, approved, id }) => kind === 'score_appeal' && approved == null && id)
    .map(({ id, reason: why }) => ({ value: id ?? '', text: why }));

/** 审批与裁定: never by whoever asked, and only by the level that the policy names. The service knows both. */
export const rulingActions: readonly Action[] = [
  action({
    code: 'rule_return',
    group: 'ruling',
    path: '/api/v1/dispatches/{id}/rule-return',
    title: ['裁定退单', 'Rule on the return'],
    note: ['理由留作判例。本案第二次退单由上一级审定，为最终决定。', 'The reason is kept as a precedent. A second return is determined by the senior level, finally.'],
    roles: ['dispatcher', 'supervisor'],
    when: (place) => !parked(place.view) && Boolean(openDispute(place)),
    weight: 'next',
    fields: [
      decision,
      {
        name: 'unit',
        label: ['承办单位', 'Whose duty it is'],
        kind: { of: 'unit' },
        shown: ({ decision: made }) => made === 'approve',
        hint: ['不选则为对方建议的单位。', 'The proposed unit, where none is chosen.'],
        initial: (place) => openDispute(place)?.proposed_unit,
      },
      reason(['裁定理由', 'Reason']),
    ],
  }),
  action({
    code: 'rule_extension',
    group: 'ruling',
    path: '/api/v1/dispatches/{id}/rule-extension',
    title: ['审批延期', 'Rule on the extension'],
    roles: ['dispatcher', 'supervisor'],
    when: ({ view, dispatch }) => !parked(view) && Boolean(dispatch && openPetition(view, 'extension', dispatch.id)),
    weight: 'next',
    fields: [decision, reason(['审批意见', 'Reason'], toldResident)],
  }),
  action({
    code: 'rule_suspension',
    group: 'ruling',
    path: '/api/v1/cases/{id}/rule-suspension',
    title: ['审批挂账', 'Rule on parking'],
    roles: ['supervisor'],
    when: ({ view }) => view.suspension?.state === 'requested',
    weight: 'next',
    fields: [decision, reason(['审批意见', 'Reason'])],
  }),
  action({
    code: 'review_suspension',
    group: 'ruling',
    path: '/api/v1/cases/{id}/review-suspension',
    title: ['挂账复核', 'Review the parking'],
    roles: ['supervisor', 'dispatcher'],
    when: ({ view }) => parked(view),
    fields: [
      story('finding', ['复核情况', 'What was found'], { needed: true }),
      { name: 'review_at', label: ['下次复核', 'Look again at'], kind: { of: 'instant' }, needed: true, hint: ['最迟90天内。', 'Within 90 days.'] },
    ],
  }),
  action({
    code: 'resume',
    group: 'ruling',
    path: '/api/v1/cases/{id}/resume',
    title: ['解除挂账', 'Lift the parking'],
    note: ['时限按剩余时间继续。', 'The clocks go on with the time that was left.'],
    roles: ['supervisor', 'dispatcher'],
    when: ({ view }) => parked(view),
    weight: 'next',
    fields: [reason(['解除原因', 'Why'])],
  }),
  action({
    code: 'rule_forced_closing',
    group: 'ruling',
    path: '/api/v1/cases/{id}/rule-forced-closing',
    title: ['审批强制结案', 'Rule on forced closing'],
    note: ['强制结案单独统计，不计为办结。', 'Closing by force is counted apart.'],
    roles: ['supervisor'],
    when: ({ view }) => !parked(view) && Boolean(openPetition(view, 'forced_closing')),
    weight: 'next',
    fields: [decision, reason(['审批意见', 'Reason'])],
  }),
  action({
    code: 'rule_exclusion',
    group: 'ruling',
    path: '/api/v1/cases/{id}/rule-exclusion',
    title: ['审批剔除', 'Rule on the exclusion'],
    roles: ['supervisor'],
    when: ({ view }) => !parked(view) && Boolean(openPetition(view, 'exclusion')),
    weight: 'next',
    fields: [decision, reason(['审批意见', 'Reason'])],
  }),
  action({
    code: 'rule_score_appeal',
    group: 'ruling',
    path: '/api/v1/cases/{id}/rule-score-appeal',
    title: ['处理考核申诉', 'Decide the appeal'],
    roles: ['supervisor'],
    when: (place) => !parked(place.view) && appealChoices(place).length > 0,
    weight: 'next',
    fields: [onlyOf('appeal', ['申诉', 'Appeal'], appealChoices), decision, reason(['处理意见', 'Reason'])],
  }),
  action({
    code: 'rule_echo',
    group: 'ruling',
    path: '/api/v1/cases/{id}/echo/rule',
    title: ['审核回音壁文字', 'Rule on the wording'],
    roles: ['community', 'supervisor'],
    when: ({ view }) => Boolean(view.echo?.pending),
    fields: [
      {
        ...decision,
        kind: {
          of: 'choice',
          choices: ({ view }) => [
            {
              value: 'approve',
              text: spoken(['发布', 'Publish']),
              note: `${view.echo?.pending?.question ?? ''} / ${view.echo?.pending?.answer ?? ''}`,
            },
            { value: 'refuse', text: spoken(['退稿', 'Refuse']) },
          ],
        },
      },
      reason(['意见', 'Reason']),
    ],
  }),
];

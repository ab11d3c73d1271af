import { currentLanguage, teachCodes } from './speech';

/** 回音壁上的结果. */
export const echoOutcomeWord = teachCodes('echo_outcome', {
  resolved: ['已解决', 'Resolved'],
  done: ['已办理', 'Done'],
  explained: ['已说明', 'Explained'],
  closed_by_force: ['强制结案', 'Closed by force'],
  checking: ['核查回访中', 'Being checked'],
  dissatisfied: ['居民不满意', 'Residents dissatisfied'],
  in_hand: ['正在办理', 'In hand'],
  planned: ['已列计划', 'Planned'],
  parked_engineering: ['工程周期长，暂缓', 'Waiting: engineering'],
  parked_season: ['受季节影响，暂缓', 'Waiting: season'],
  parked_funds: ['资金未落实，暂缓', 'Waiting: funds'],
  parked_ownership: ['权属不清，暂缓', 'Waiting: ownership'],
  parked_policy: ['受政策限制，暂缓', 'Waiting: policy'],
  received: ['已收到', 'Received'],
  declined: ['不予支持', 'Declined'],
  not_accepted: ['不予受理', 'Not accepted'],
  diverted: ['已转引', 'Diverted'],
  merged: ['已并案', 'Merged'],
  withdrawn: ['已撤回', 'Withdrawn'],
});

/** How the answers that follow from a case alone say that it is late. */
const LATE_SAID = '已超过承诺时限';

/** Whether it still has to be told that an entry is late: not where its answer says so, to those who can read it. */
export function lateToTell({ late, answer }: { readonly late: boolean; readonly answer: string }): boolean {
  return late && (currentLanguage() === 'en' || !answer.includes(LATE_SAID));
}

import { teachCodes } from './speech';

/** 案件状态. */
export const statusWord = teachCodes('status', {
  unreported: ['未上报', 'Not reported'],
  raised: ['已吹哨', 'Whistle blown'],
  declined: ['不予支持', 'Declined'],
  endorsed: ['已审核', 'Endorsed'],
  handled_locally: ['就地化解', 'Handled locally'],
  filed: ['已立案', 'Filed'],
  dispatched: ['已派单', 'Dispatched'],
  in_handling: ['处置中', 'In handling'],
  verification: ['待核查', 'Awaiting check'],
  callback: ['待回访', 'Awaiting callback'],
  dissatisfied: ['不满意', 'Dissatisfied'],
  closed: ['已结案', 'Closed'],
  not_accepted: ['不予受理', 'Not accepted'],
  diverted: ['转引', 'Diverted'],
  merged: ['并案', 'Merged'],
  withdrawn: ['已撤回', 'Withdrawn'],
});

/** 派单状态. */
export const dispatchStateWord = teachCodes('dispatch_state', {
  issued: ['待签收', 'To be signed for'],
  signed: ['已签收', 'Signed for'],
  reported: ['已报到', 'Reported for duty'],
  accepted: ['已接单', 'Accepted'],
  feedback_submitted: ['已反馈', 'Fed back'],
  rework: ['返工', 'Rework'],
  verified: ['核查通过', 'Found good'],
  recalled: ['已收回', 'Recalled'],
  discharged: ['已办结', 'Discharged'],
});

/** 主办、协办、知会. */
export const dispatchRoleWord = teachCodes('dispatch_role', {
  lead: ['主办', 'Lead'],
  co_handler: ['协办', 'Co-handler'],
  notified: ['知会', 'Notified'],
});

/** 收回派单的原因. */
export const recallWord = teachCodes('recall', {
  returned: ['退单', 'Returned'],
  transferred: ['改派', 'Transferred'],
  released: ['不再需要协办', 'Released'],
  orphaned: ['无头事项', 'Orphan matter'],
});

/** 时钟. */
export const clockWord = teachCodes('clock', {
  sign_in: ['签收', 'Sign for'],
  report: ['报到', 'Report for duty'],
  contact: ['联系诉求人', 'Contact the resident'],
  close: ['办结', 'Finish'],
  case_close: ['案件办结', 'Close the case'],
  milestone: ['节点', 'Milestone'],
  progress: ['报告进展', 'Report progress'],
  supervision: ['督办回复', 'Answer the supervision'],
});

/** 挂账的状态. */
export const suspensionStateWord = teachCodes('suspension_state', {
  requested: ['待审批', 'Awaiting a decision'],
  in_force: ['挂账中', 'Parked'],
  refused: ['未批准', 'Refused'],
  lifted: ['已解除', 'Lifted'],
});

/** 清单事项的状态. */
export const itemStateWord = teachCodes('item_state', {
  open: ['未销号', 'Open'],
  claimed: ['待复查', 'Awaiting reinspection'],
  struck_off: ['已销号', 'Struck off'],
});

/** 审批结论. */
export const decisionWord = teachCodes('decision', {
  approve: ['同意', 'Approve'],
  refuse: ['不同意', 'Refuse'],
});

/** 核查、回访、回头看、评价. */
export const checkKindWord = teachCodes('check_kind', {
  verification: ['核查', 'Check'],
  callback: ['回访', 'Callback'],
  look_back: ['回头看', 'Look back'],
  rating: ['居民评价', 'Rating'],
});

/** 核查、回访的结论. */
export const checkOutcomeWord = teachCodes('check_outcome', {
  passed: ['通过', 'Found good'],
  failed: ['不通过', 'Found wanting'],
  impossible: ['无法核查', 'Could not be judged'],
  solved: ['已解决', 'Solved'],
  unsolved: ['未解决', 'Not solved'],
  unanswered: ['未接通', 'Not reached'],
});

/** 承办单位的申请. */
export const dispatchRequestWord = teachCodes('dispatch_request', {
  return: ['退单', 'Returning it'],
  extension: ['延期', 'More time'],
});

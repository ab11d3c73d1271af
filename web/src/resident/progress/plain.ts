import { teachCodes } from '@/shared/wording/speech';

/** What happened, as one tells it to whoever reported it. `{unit}` is the unit concerned. */
export const stepWord = teachCodes(
  'step',
  {
    WhistleRaised: ['您反映的问题已收到', 'Your report was received'],
    WhistleAmended: ['您修改或补充了情况', 'You changed or added to your report'],
    WhistleWithdrawn: ['您撤回了这件事', 'You took your report back'],
    WhistleEndorsed: ['{unit}核实后支持您的诉求', '{unit} looked into it and stands behind it'],
    WhistleDeclined: ['{unit}核实后未予支持', '{unit} looked into it and did not support it'],
    HandledLocally: ['{unit}已就地处理', '{unit} dealt with it on the spot'],
    EscalatedToLevel: ['已上报到上一级协调', 'It was passed up to a higher level'],
    CaseFiled: ['已正式立案', 'It was formally filed'],
    CaseReclassified: ['问题类别已更正', 'Its category was put right'],
    CaseNotAccepted: ['不属于本平台受理范围', 'It is no matter for this service'],
    CaseDiverted: ['已请您转向更合适的部门', 'You were referred to another authority'],
    CaseMerged: ['已与同一问题合并办理', 'It goes on together with the same matter'],
    DuplicateAbsorbed: ['又有居民反映了同一问题，合并办理', 'Others reported the same, and it goes on together'],
    CaseImported: ['记录从原系统转入，由{unit}办理', 'The record came from an earlier system; {unit} deals with it'],
    DispatchIssued: ['已交给{unit}办理', 'It was given to {unit}'],
    DepartmentReported: ['承办单位已到岗', 'Those in charge have reported for duty'],
    ResidentContacted: ['{unit}联系了您', '{unit} got in touch with you'],
    OrphanDeclared: ['暂无明确责任单位，先由{unit}负责', 'Nobody’s duty was clear: {unit} takes care of it'],
    ReturnApproved: ['改由{unit}办理', '{unit} takes it over'],
    LeadDetermined: ['经审定，由{unit}负责到底', 'It was finally settled that {unit} is in charge'],
    FeedbackSubmitted: ['承办单位反馈已处理', 'Those in charge say that it is done'],
    VerificationPassed: ['现场核查：确已处理好', 'Checked on site: it is done'],
    VerificationFailed: ['现场核查：没有处理好，退回重做', 'Checked on site: not good enough, sent back'],
    VerificationImpossible: ['暂时无法现场核查', 'It could not be checked on site'],
    CallbackUnanswered: ['给您打电话回访，没有接通', 'We called you and could not reach you'],
    CallbackAnswered: ['已电话回访，听取了您的意见', 'We called you and heard what you think'],
    DissatisfactionRecorded: ['已记录您的不满意，会给您答复', 'It was noted that you are not content'],
    DissatisfactionSettled: ['针对您的不满意作出了处理', 'Your discontent was dealt with'],
    ReworkOrdered: ['退回重新办理', 'It was sent back to be done again'],
    ExtensionApproved: ['办理时间有延长', 'It was given more time'],
    DeadlineRecomputed: ['因放假安排公布，承诺时间有调整', 'The promised time moved with the public holidays'],
    CaseSuspended: ['暂时无法推进，先挂起', 'It cannot go on for now'],
    SuspensionReviewed: ['复查了挂起的原因，仍需等待', 'Why it waits was looked at again: it still does'],
    SuspensionLifted: ['恢复办理', 'It goes on again'],
    PlanAgreed: ['已定下分步计划', 'A plan with stages was agreed'],
    MilestoneReached: ['完成了计划中的一步', 'A stage of the plan was reached'],
    ProgressReported: ['有新的进展', 'There is progress'],
    ItemsListed: ['列出了问题清单，逐项解决', 'The problems were listed, to be solved one by one'],
    ItemStruckOff: ['清单中的一项已解决', 'A problem of the list was solved'],
    ItemRestored: ['清单中的一项又出现了问题', 'A problem of the list is back'],
    CaseClosed: ['已办结', 'It was closed'],
    CaseForceClosed: ['经审批结案', 'It was closed by decision'],
    LookBackDone: ['{unit}回访了办理效果', '{unit} came back to see whether it holds'],
    CaseReopened: ['重新办理', 'It was taken up again'],
    CaseRated: ['感谢您的评价', 'Thank you for your rating'],
  },
  ['有新的情况', 'Something new'],
);

/** Where it stands, as one tells it to whoever reported it. */
export const standWord = teachCodes(
  'stand',
  {
    raised: ['正在核实', 'Being looked into'],
    declined: ['未予支持', 'Not supported'],
    endorsed: ['已核实，待交办', 'Looked into, about to be passed on'],
    handled_locally: ['已就地处理，将回访您', 'Dealt with on the spot, we will ask you'],
    filed: ['已立案，正在派单', 'Filed, about to be passed on'],
    dispatched: ['已派单，等承办单位到岗', 'Passed on, waiting for those in charge'],
    in_handling: ['正在办理', 'Being dealt with'],
    verification: ['已办理，正在核查', 'Done, being checked'],
    callback: ['已核查，将回访您', 'Checked, we will ask you'],
    dissatisfied: ['您不满意，正在处理', 'You are not content, it is being seen to'],
    closed: ['已办结', 'Closed'],
    not_accepted: ['不予受理', 'Not accepted'],
    diverted: ['已转引', 'Referred elsewhere'],
    merged: ['合并办理', 'Joined with the same matter'],
    withdrawn: ['已撤回', 'Taken back'],
  },
  ['办理中', 'Under way'],
);

/** Statuses in which nothing more is promised. */
const OVER: ReadonlySet<string> = new Set(['closed', 'declined', 'not_accepted', 'diverted', 'merged', 'withdrawn']);
const WITHDRAWABLE: ReadonlySet<string> = new Set(['raised', 'endorsed', 'filed']);
const AMENDABLE: ReadonlySet<string> = new Set(['raised', 'endorsed', 'filed', 'dispatched', 'in_handling']);

export const isOver = (status: string) => OVER.has(status);
export const canWithdraw = (status: string) => WITHDRAWABLE.has(status);
export const canAmend = (status: string) => AMENDABLE.has(status);

/** How far along the way: received, in hand, checked, over. */
export function stageOf(status: string): 0 | 1 | 2 | 3 {
  if (isOver(status)) return 3;
  if (['verification', 'callback', 'dissatisfied', 'handled_locally'].includes(status)) return 2;
  return ['dispatched', 'in_handling'].includes(status) ? 1 : 0;
}

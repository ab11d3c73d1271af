import { teachCodes } from './speech';

/** 专项台账. */
export const registerWord = teachCodes('register', {
  parked: ['挂账台账', 'Parked'],
  awaiting_decision: ['待审批', 'Awaiting a decision'],
  echo_wording: ['待审回音壁', 'Wordings for the wall'],
  disputed: ['退单争议', 'Disputed'],
  orphan: ['无头事项', 'Orphan matters'],
  dissatisfied: ['不满意件', 'Dissatisfied'],
  supervised: ['督办件', 'Supervised'],
  planned: ['计划办理', 'Planned work'],
  open_items: ['未销号清单', 'Open items'],
  signed_automatically: ['自动签收', 'Signed automatically'],
  force_closed: ['强制结案', 'Closed by force'],
  excluded: ['已剔除', 'Excluded'],
  look_back: ['回头看', 'Look-back'],
  red_card: ['红牌', 'Red cards'],
});

/** 报告包. */
export const packKindWord = teachCodes('pack_kind', {
  weekly: ['周碰头', 'Weekly'],
  monthly: ['月专题汇报', 'Monthly'],
  quarterly: ['季专题研判', 'Quarterly'],
});

/** 日期类型. */
export const dayWord = teachCodes('day', {
  off: ['放假', 'Day off'],
  work: ['上班', 'Working day'],
  workday: ['工作日', 'Working day'],
  weekend: ['周末', 'Weekend'],
  make_up: ['调休上班', 'Make-up working day'],
  festival: ['节假日', 'Holiday'],
  statutory: ['法定节假日', 'Statutory holiday'],
  local_off: ['本地放假', 'Local day off'],
  local_work: ['本地上班', 'Local working day'],
});

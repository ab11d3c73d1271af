import { teachCodes } from './speech';

/** 率. */
export const rateWord = teachCodes('rate', {
  on_time_rate_naive: ['按期办结率（仅已办结）', 'On-time rate (closed only)'],
  on_time_rate: ['按期办结率', 'On-time rate'],
  on_time_of_due_rate: ['按期结案率', 'On-time rate of all due'],
  completion_rate: ['办结率', 'Completion rate'],
  sign_rate: ['签收及时率', 'Signed in time'],
  response_rate: ['响应率', 'Response rate'],
  resolution_rate: ['解决率', 'Resolution rate'],
  satisfaction_rate: ['满意率', 'Satisfaction rate'],
  callback_reach_rate: ['回访成功率', 'Callback reach'],
  return_rate: ['退单率', 'Return rate'],
  return_accuracy: ['退单准确率', 'Return accuracy'],
  dispatch_accuracy: ['派单准确率', 'Dispatch accuracy'],
  rework_rate: ['返工率', 'Rework rate'],
  repeat_rate: ['重复诉求率', 'Repeat rate'],
  relapse_rate: ['复发率', 'Relapse rate'],
  proactive_rate: ['主动发现率', 'Found proactively'],
  whistle_rate: ['吹哨率', 'Whistle rate'],
  resolved_at_building_rate: ['楼栋化解率', 'Resolved at building'],
  resolved_at_compound_rate: ['小区化解率', 'Resolved at compound'],
  resolved_at_community_rate: ['社区化解率', 'Resolved at community'],
  resolved_at_street_rate: ['街道化解率', 'Resolved at street'],
  resolved_at_district_rate: ['区县化解率', 'Resolved at district'],
  parked_rate: ['挂账率', 'Parked rate'],
  excluded_rate: ['剔除率', 'Excluded rate'],
  forced_rate: ['强制结案率', 'Forced closing rate'],
  whistle_accuracy: ['吹哨准确率', 'Whistle accuracy'],
  local_attempt_rate: ['就地先行率', 'Local attempt rate'],
});

/** 统计数. */
export const countWord = teachCodes('count', {
  issued: ['派单数', 'Issued'],
  due: ['应结案', 'Due'],
  closed: ['已办结', 'Closed'],
  closed_on_time: ['按期办结', 'Closed on time'],
  open_overdue: ['超期未结', 'Open, overdue'],
  open_in_time: ['期内未结', 'Open, in time'],
  open_unjudged: ['未结未判定', 'Open, not judged'],
  suspended: ['挂账', 'Parked'],
  excluded: ['剔除', 'Excluded'],
  forced: ['强制结案', 'Closed by force'],
  sign_due: ['应签收', 'To be signed for'],
  signed_in_time: ['按时签收', 'Signed in time'],
  response_due: ['应响应', 'To be responded to'],
  responded_in_time: ['按时响应', 'Responded in time'],
  refused_reports: ['拒不报到', 'Refused to report'],
  refusal_unjudged: ['报到未判定', 'Report not judged'],
  returns_asked: ['退单申请', 'Returns asked for'],
  returns_approved: ['批准退单', 'Returns approved'],
  reworks: ['返工次数', 'Reworks'],
  feedbacks: ['反馈次数', 'Feedbacks'],
  callback_due: ['应回访', 'Callbacks due'],
  callback_answered: ['回访成功', 'Callbacks answered'],
  solved: ['已解决', 'Solved'],
  satisfaction_1: ['非常不满意', 'Very dissatisfied'],
  satisfaction_2: ['不满意', 'Dissatisfied'],
  satisfaction_3: ['基本满意', 'Fairly satisfied'],
  satisfaction_4: ['满意', 'Satisfied'],
  satisfaction_5: ['非常满意', 'Very satisfied'],
  looked_back: ['已回头看', 'Looked back'],
  relapsed: ['复发', 'Relapsed'],
  false_closures: ['虚假办结', 'False closures'],
  red_cards: ['红牌', 'Red cards'],
  repeats: ['重复诉求', 'Repeats'],
  raised_here: ['本系统受理的诉求', 'Raised here'],
  resolved_building: ['楼栋办结', 'Resolved at building'],
  resolved_compound: ['小区办结', 'Resolved at compound'],
  resolved_community: ['社区办结', 'Resolved at community'],
  resolved_street: ['街道办结', 'Resolved at street'],
  resolved_district: ['区县办结', 'Resolved at district'],
  raised: ['诉求总数', 'Raised'],
  proactive: ['主动发现', 'Found proactively'],
  turned_away: ['未予受理', 'Turned away'],
  local: ['就地化解', 'Handled locally'],
  whistles: ['吹哨数', 'Whistles'],
  whistles_rejected: ['审核后不予受理', 'Endorsed, then turned away'],
  attempt_due: ['应先行处置', 'Local attempt due'],
  attempt_given: ['已先行处置', 'Local attempt given'],
  closed_undated: ['无期限办结', 'Closed without a deadline'],
});

/** 分组. */
export const groupWord = teachCodes('group', {
  department: ['按部门', 'By department'],
  area: ['按辖区', 'By area'],
  category: ['按事项', 'By category'],
  level: ['按层级', 'By level'],
});

/** 同比、环比. */
export const comparisonWord = teachCodes('comparison', {
  mom: ['环比', 'Period before'],
  yoy: ['同比', 'Year before'],
});

/** 吹哨率落在哪里. */
export const bandWord = teachCodes('band', {
  too_low: ['偏低', 'Too low'],
  in_band: ['合理', 'Within the band'],
  too_high: ['偏高', 'Too high'],
});

/** 满意度,一至五. */
export const satisfactionWord = teachCodes('satisfaction', {
  1: ['非常不满意', 'Very dissatisfied'],
  2: ['不满意', 'Dissatisfied'],
  3: ['基本满意', 'Fairly satisfied'],
  4: ['满意', 'Satisfied'],
  5: ['非常满意', 'Very satisfied'],
});

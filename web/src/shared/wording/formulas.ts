import { teachCodes } from './speech';

/** 统计口径: what each rate divides by what. The Chinese is that of the files that the service writes. */
export const formulaWord = teachCodes('formula', {
  on_time_rate_naive: ['按期办结率（仅已办结）=按期办结÷已办结', 'On-time rate (closed only) = closed on time ÷ closed'],
  on_time_rate: ['按期办结率=按期办结÷（已办结+超期未结）', 'On-time rate = closed on time ÷ (closed + open and overdue)'],
  on_time_of_due_rate: ['按期结案率=按期结案÷应结案', 'On-time rate of all due = closed on time ÷ due'],
  completion_rate: ['办结率=已办结÷应结案', 'Completion rate = closed ÷ due'],
  sign_rate: ['签收及时率=人工按时签收÷派单', 'Signed in time = signed for by somebody in time ÷ dispatches'],
  response_rate: [
    '响应率=限时内报到或联系÷（应办−剔除）',
    'Response rate = reported for duty or made contact in time ÷ (due − left out of the scores)',
  ],
  resolution_rate: ['解决率=回访答复已解决÷回访成功', 'Resolution rate = residents who say it is solved ÷ residents reached'],
  satisfaction_rate: [
    '满意率=（满意+基本满意）÷回访成功，即5分制3分及以上',
    'Satisfaction rate = (satisfied + fairly satisfied) ÷ residents reached, that is 3 of 5 and better',
  ],
  callback_reach_rate: ['回访成功率=回访成功÷应回访', 'Callback reach = residents reached ÷ residents to be called'],
  return_rate: ['退单率=退单申请÷派单', 'Return rate = returns asked for ÷ dispatches'],
  return_accuracy: ['退单准确率=批准退单÷退单申请', 'Return accuracy = returns approved ÷ returns asked for'],
  dispatch_accuracy: ['派单准确率=1−批准退单÷派单', 'Dispatch accuracy = 1 − returns approved ÷ dispatches'],
  rework_rate: ['返工率=返工次数÷反馈次数', 'Rework rate = reworks ÷ results handed in'],
  repeat_rate: [
    '重复诉求率=办结后政策期限内（默认90天）同地点同类再次诉求÷本系统受理诉求',
    'Repeat rate = raised again at the same place in the same category within the policy’s days of the closing (90 by default) ÷ cases raised in this system',
  ],
  relapse_rate: ['复发率=回头看发现复发÷已回头看', 'Relapse rate = relapses found on looking back ÷ cases looked back at'],
  proactive_rate: ['主动发现率=（网格+走访+巡查+感知）÷诉求总数', 'Found proactively = (grid workers + visits + patrols + sensors) ÷ all cases'],
  whistle_rate: ['吹哨率=吹哨÷（吹哨+就地化解）', 'Whistle rate = whistles ÷ (whistles + handled locally)'],
  resolved_at_building_rate: ['楼栋化解率=楼栋层级办结÷（已办结+无期限办结）', 'Resolved at building = closed at the level of the building ÷ closed, with or without a deadline'],
  resolved_at_compound_rate: ['小区化解率=小区层级办结÷（已办结+无期限办结）', 'Resolved at compound = closed at the level of the compound ÷ closed, with or without a deadline'],
  resolved_at_community_rate: ['社区化解率=社区层级办结÷（已办结+无期限办结）', 'Resolved at community = closed at the level of the community ÷ closed, with or without a deadline'],
  resolved_at_street_rate: ['街道化解率=街道层级办结÷（已办结+无期限办结）', 'Resolved at street = closed at the level of the street ÷ closed, with or without a deadline'],
  resolved_at_district_rate: ['区县化解率=区县层级办结÷（已办结+无期限办结）', 'Resolved at district = closed at the level of the district ÷ closed, with or without a deadline'],
  parked_rate: ['挂账率=挂账÷应办', 'Parked rate = parked ÷ due'],
  excluded_rate: ['剔除率=剔除÷（应办+剔除）', 'Excluded rate = left out of the scores ÷ (due + left out of the scores)'],
  forced_rate: ['强制结案率=强制结案÷（已办结+无期限办结）', 'Forced closing rate = closed by force ÷ closed, with or without a deadline'],
  whistle_accuracy: ['吹哨准确率=1−（审核后不予受理）÷吹哨', 'Whistle accuracy = 1 − endorsed and then turned away ÷ whistles'],
  local_attempt_rate: [
    '就地先行率=写明先行处置的吹哨÷非应急吹哨',
    'Local attempt rate = whistles that say what was tried on the spot ÷ whistles that are no emergency',
  ],
});

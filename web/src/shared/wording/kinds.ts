import { teachCodes } from './speech';

/** 哨型. */
export const kindWord = teachCodes('kind', {
  appeal: ['民生诉求', 'Daily life'],
  law: ['综合执法', 'Law enforcement'],
  emergency: ['应急处置', 'Emergency'],
  key: ['重点工作', 'Key work'],
  mediation: ['矛盾纠纷', 'Dispute'],
});

/** 哨源. */
export const sourceWord = teachCodes('source', {
  resident: ['居民自报', 'Resident'],
  web: ['网页', 'Web page'],
  wechat: ['微信', 'WeChat'],
  app: ['手机应用', 'App'],
  phone: ['电话', 'Telephone'],
  grid: ['网格巡查', 'Grid patrol'],
  visit: ['入户走访', 'Home visit'],
  sensor: ['感知设备', 'Sensor'],
  hotline: ['热线电话', 'Hotline'],
  leader_reception: ['领导接访', 'Leader’s reception'],
  cadre_visit: ['干部下访', 'Cadre’s visit'],
  duty_desk: ['坐班接访', 'Duty desk'],
  deputy: ['代表委员', 'People’s deputy'],
  import: ['历史导入', 'Imported record'],
});

/** 督办方式. */
export const measureWord = teachCodes('measure', {
  reminder: ['催办', 'Reminder'],
  yellow_card: ['黄牌', 'Yellow card'],
  red_card: ['红牌', 'Red card'],
  written: ['督办单', 'Written supervision'],
  elevated: ['提级督办', 'Elevated supervision'],
});

/** 挂账原因. */
export const suspensionGroundWord = teachCodes('suspension_ground', {
  engineering: ['工程周期长', 'Engineering takes time'],
  season: ['季节气候', 'Season or weather'],
  funds: ['资金未落实', 'Funds not secured'],
  ownership: ['权属不清', 'Ownership unclear'],
  policy: ['政策限制', 'Bound by policy'],
});

/** 不予受理的情形. */
export const notAcceptedWord = teachCodes('not_accepted_ground', {
  outside_duty: ['不属于受理范围', 'Outside this service’s duty'],
  emergency_number: ['应拨打紧急电话', 'A matter for an emergency number'],
  other_bodies: ['应由其他机关受理', 'A matter for another body'],
  litigation: ['已进入诉讼程序', 'In litigation'],
  in_procedure: ['正在法定程序中', 'In a statutory procedure'],
  secrets: ['涉及国家秘密或商业秘密', 'Concerns secrets'],
  already_answered: ['已有明确答复', 'Answered already'],
  abusive: ['恶意或辱骂', 'Abusive'],
  other: ['其他情形', 'Other'],
});

/** 转引到哪里. */
export const authorityWord = teachCodes('authority', {
  police: ['公安 110', 'Police 110'],
  fire_service: ['消防 119', 'Fire service 119'],
  ambulance: ['急救 120', 'Ambulance 120'],
  petition: ['信访部门', 'Petition office'],
  court: ['司法机关', 'Court'],
});

/** 不满意件的销号出口. */
export const exitWord = teachCodes('exit', {
  redo: ['重办', 'Redo'],
  analysis: ['研判', 'Analysis'],
  extension: ['延期办理', 'Extend'],
  transfer: ['移交', 'Transfer'],
});

/** 剔除的理由. */
export const exclusionWord = teachCodes('exclusion_ground', {
  litigation: ['涉法涉诉', 'In litigation'],
  petition_ended: ['信访已终结', 'Petition concluded'],
  outside_policy: ['超出现行政策', 'Outside present policy'],
  key_project: ['重点工程', 'Key project'],
  malicious: ['恶意投诉', 'Malicious complaint'],
  other: ['其他理由', 'Other'],
});

/** 重新办理的原因. */
export const reopeningWord = teachCodes('reopening', {
  relapse: ['回头看发现反弹', 'Relapse at the look-back'],
  order: ['责令重新办理', 'By order'],
  resident: ['居民要求', 'At the resident’s request'],
});

/** 隐患等级. */
export const hazardWord = teachCodes('hazard', {
  general: ['一般隐患', 'General hazard'],
  major: ['重大隐患', 'Major hazard'],
});

/** 申请事项. */
export const petitionWord = teachCodes('petition', {
  extension: ['延期申请', 'Extension'],
  forced_closing: ['强制结案申请', 'Forced closing'],
  exclusion: ['剔除申请', 'Exclusion'],
  score_appeal: ['考核申诉', 'Score appeal'],
});

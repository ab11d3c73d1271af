/** Whom to call when life is in danger. */
export type EmergencyNumber = '110' | '119' | '120';

/**
 * Words after which a telephone is quicker than any form. Whole phrases and not single characters: 消防通道 is no fire,
 * and 火锅店 is none either. Chinese and English, lower case.
 */
const SIGNS: Readonly<Record<EmergencyNumber, readonly string[]>> = {
  '119': [
    '着火', '起火', '失火', '火灾', '大火', '明火', '烧起来', '燃起来', '冒烟', '浓烟', '爆炸', '爆燃',
    '燃气泄漏', '燃气泄露', '煤气泄漏', '煤气泄露', '天然气泄漏', '天然气泄露', '漏煤气', '漏天然气', '漏燃气',
    '煤气味', '燃气味', '天然气味', '困在电梯', '电梯困人', '困人', '被困', '被压', '被埋', '塌了', '坍塌', '倒塌',
    '落水', '掉水里', '掉河里', '掉井里', '掉进井', '马蜂',
    'on fire', 'fire broke out', 'smoke coming', 'explosion', 'gas leak', 'smell of gas', 'smell gas', 'trapped', 'collapsed building',
  ],
  '120': [
    '晕倒', '昏倒', '昏迷', '不省人事', '没有呼吸', '没呼吸', '没有意识', '没意识', '心脏骤停', '心梗', '中风',
    '大出血', '流血', '重伤', '砸伤', '摔伤', '烫伤', '烧伤', '受伤', '触电', '电到人', '溺水', '中毒', '坠楼', '快不行了', '抽搐', '要生了',
    '救命',
    'unconscious', 'fainted', 'not breathing', 'heart attack', 'bleeding', 'injured', 'electrocuted', 'drowning', 'poisoned', 'save me',
  ],
  '110': [
    '持刀', '拿刀', '砍人', '捅人', '杀人', '行凶', '打死', '打人', '打架', '斗殴', '抢劫', '抢东西', '入室', '撬门', '小偷', '偷东西',
    '绑架', '强奸', '猥亵', '家暴', '跳楼', '轻生', '自杀', '不想活', '割腕', '孩子丢', '小孩丢', '孩子走失', '老人走失', '诈骗', '被骗',
    'knife', 'fighting', 'robbery', 'burglar', 'break-in', 'broke in', 'kidnap', 'suicide', 'jump off', 'missing child', 'domestic violence',
  ],
};

/** What sounds like a sign and is none: what is there against fire, and what lies behind. */
const HARMLESS = [
  '困人隐患', '防火灾', '预防火灾', '火灾隐患', '爆炸隐患', '倒塌隐患', '坍塌隐患', '倒塌风险', '防小偷', '防诈骗', '诈骗宣传',
  '车位被困难', '停车被困难',
];

/** Categories that are an emergency whatever is said. */
const CATEGORIES: Readonly<Record<string, EmergencyNumber>> = { '0403': '119', '0409': '110' };

const ORDER: readonly EmergencyNumber[] = ['119', '120', '110'];

export interface Danger {
  /** The most fitting first; every one of the three is there. */
  readonly numbers: readonly EmergencyNumber[];
  /** What was heard, as it was said; nothing when the category says it. */
  readonly heard: string | undefined;
}

function plain(text: string): string {
  const heard = text.toLowerCase().replace(/\s+/g, ' ');
  return HARMLESS.reduce((rest, harmless) => rest.split(harmless).join(' '), heard);
}

/** Whether a text or its category tells of danger to life, and whom to call. */
export function dangerIn(text: string, category?: string): Danger | undefined {
  const said = plain(text);
  const fitting = new Map<EmergencyNumber, string>();
  for (const number of ORDER) {
    const sign = SIGNS[number].find((each) => said.includes(each));
    if (sign) fitting.set(number, sign);
  }
  const byCategory = category === undefined ? undefined : CATEGORIES[category];
  if (fitting.size === 0 && !byCategory) return undefined;
  const first = [...fitting.keys(), ...(byCategory ? [byCategory] : [])];
  return {
    numbers: [...new Set([...first, ...ORDER])],
    heard: fitting.values().next().value,
  };
}

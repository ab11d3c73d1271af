import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { speakIn } from '@/shared/wording/speech';
import { GROUPS, OFTEN } from './groups';
import { groupsOf, membersOf, type Category } from './catalogue';
import { findable, found, initialsOf } from './search';
import { categoryName, knowsCategory, SYNONYMS } from './words';

const policy = resolve(import.meta.dirname, '../../../../policy');
const text = readdirSync(policy)
  .filter((name) => /\.(toml|csv)$/.test(name))
  .map((name) => readFileSync(resolve(policy, name), 'utf8'))
  .join('\n');
const codes = [...new Set([...text.matchAll(/^(?:code = )?"?(\d{4})"?(?:,|\s*$)/gm)].map((match) => match[1]!))];

describe('the groups', () => {
  it('hold every category of the policy, once', () => {
    expect(codes.length).toBeGreaterThan(80);
    const grouped = GROUPS.flatMap((group) => group.codes);
    expect(new Set(grouped).size).toBe(grouped.length);
    expect(codes.filter((code) => !grouped.includes(code))).toEqual([]);
    expect(OFTEN.filter(({ code }) => !codes.includes(code))).toEqual([]);
  });

  it('have a name for every category in English', () => {
    expect(codes.filter((code) => !knowsCategory(code))).toEqual([]);
    expect(Object.keys(SYNONYMS).filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('leave out what the policy does not have, and lose nothing that they do not know', () => {
    const strange: Category = { code: '9001', major: '其他', minor: '稀罕事', kind: 'appeal' };
    const lamp: Category = { code: '1102', major: '公用设施', minor: '路灯/楼道灯不亮', kind: 'appeal' };
    expect(groupsOf([lamp, strange]).map(({ key }) => key)).toEqual(['road', 'people']);
    expect(membersOf(GROUPS[GROUPS.length - 1]!, [lamp, strange])).toEqual([strange]);
    expect(categoryName('9001', '稀罕事')).toBe('稀罕事');
  });
});

describe('search', () => {
  const names: Readonly<Record<string, string>> = {
    '0102': '暴露垃圾',
    '0505': '机动车乱停放',
    '1101': '井盖(上水/污水/雨水/电力/通信/燃气/热力)缺损',
    '1102': '路灯/楼道灯不亮',
    '5201': '房屋漏水/渗水',
    '5202': '电梯故障/困人',
    '5401': '消防通道堵塞/占用',
    '5501': '邻里/装修噪声',
    '5502': '广场舞/公共场所噪声',
  };
  const things = Object.keys(names);
  const best = (typed: string) => found(typed, things, (code) => findable(names[code]!, SYNONYMS[code]))[0];

  it.each([
    ['路灯', '1102'],
    ['楼道的灯不亮了', '1102'],
    ['家门口垃圾没人清', '0102'],
    ['楼上漏水', '5201'],
    ['电梯坏了', '5202'],
    ['消防通道被车堵了', '5401'],
    ['晚上广场舞太吵', '5502'],
    ['有车乱停车堵门', '0505'],
    ['井盖丢了', '1101'],
    ['dtgz', '5202'],
    ['ld', '1102'],
    ['bllj', '0102'],
  ])('%s finds %s', (typed, code) => expect(best(typed)).toBe(code));

  describe('in English', () => {
    afterEach(() => speakIn('zh-CN'));
    const inEnglish = (typed: string) => {
      speakIn('en');
      const index = new Map(codes.map((code) => [code, findable(`${categoryName(code, '')} ${names[code] ?? ''}`.trim(), SYNONYMS[code])]));
      return found(typed, codes, (code) => index.get(code)!);
    };

    it.each([
      ['The lamp at my door is out', '1102'],
      ['There is no light in the stairway', '1102'],
      ['rubbish has not been collected for days', '0102'],
      ['the elevator is stuck', '5202'],
      ['water is leaking from the ceiling', '5201'],
      ['a car is parked in the way', '0505'],
      ['manhole cover is missing', '1101'],
      ['my neighbours are drilling at night, it is so loud', '5501'],
      ['lamp', '1102'],
      ['lif', '5202'],
    ])('%s finds %s', (typed, code) => expect(inEnglish(typed).slice(0, 2)).toContain(code));

    it('puts the whole word before parts of words', () => {
      expect(inEnglish('The lamp at my door is out')[0]).toBe('1102');
      expect(inEnglish('The lamp at my door is out')).not.toContain('0114');
      expect(inEnglish('it is on the way to the')).not.toContain('0114');
      expect(inEnglish('water(')).toContain('0402');
    });
  });

  it('finds nothing where nothing fits', () => {
    expect(best('')).toBeUndefined();
    expect(best('zzqq')).toBeUndefined();
    expect(best('今天天气真好')).toBeUndefined();
  });

  it('knows the initials of common characters', () => {
    expect(initialsOf('暴露垃圾')).toBe('bllj');
    expect(initialsOf('阿姨')).toBe('ay');
    expect(initialsOf('松影一苑2号楼')).toBe('syyy2hl');
    expect(initialsOf('摘星')).toBe('zx');
  });
});

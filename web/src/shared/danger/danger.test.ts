import { describe, expect, it } from 'vitest';
import { dangerIn } from './danger';

describe('danger to life is heard', () => {
  it.each([
    ['楼下电动车着火了,烟很大', '119'],
    ['闻到很浓的煤气味', '119'],
    ['老人被困在电梯里', '119'],
    ['有人晕倒在门口', '120'],
    ['孩子触电了', '120'],
    ['广告牌掉下来砸伤人', '120'],
    ['有人持刀在门口', '110'],
    ['楼顶有人要跳楼', '110'],
    ['老人走失了', '110'],
    ['The  bike shed is ON FIRE', '119'],
    ['A man is unconscious', '120'],
  ])('%s', (text, number) => {
    const danger = dangerIn(text);
    expect(danger?.numbers[0]).toBe(number);
    expect([...(danger?.numbers ?? [])].sort()).toEqual(['110', '119', '120']);
  });

  it('names every number that fits, the fire service before the others', () => {
    expect(dangerIn('起火了,有人受伤')?.numbers).toEqual(['119', '120', '110']);
    expect(dangerIn('打架,有人流血')?.numbers.slice(0, 2)).toEqual(['120', '110']);
  });

  it('goes by the category where the text says nothing', () => {
    expect(dangerIn('', '0403')).toEqual({ numbers: ['119', '120', '110'], heard: undefined });
    expect(dangerIn('', '0102')).toBeUndefined();
  });
});

describe('what is no danger is left alone', () => {
  it.each([
    '消防通道被车堵住了',
    '灭火器过期没人换',
    '火锅店油烟扰民',
    '楼道堆物有火灾隐患',
    '路灯不亮',
    '垃圾没人清',
    '楼上装修太吵',
    '物业费太贵',
    '救助站在哪里',
    'The fire lane is blocked by cars',
    '',
  ])('%s', (text) => expect(dangerIn(text)).toBeUndefined());
});

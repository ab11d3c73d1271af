import type { Pair } from '@/shared/wording/speech';

/** How residents sort their problems; the catalogue sorts them as offices do. */
export interface Group {
  readonly key: string;
  readonly title: Pair;
  readonly codes: readonly string[];
}

export const GROUPS: readonly Group[] = [
  {
    key: 'dirt',
    title: ['垃圾卫生', 'Rubbish & dirt'],
    codes: ['0102', '0103', '0104', '0105', '0106', '0108', '0109', '0112', '0114', '0115', '0116', '0117', '0118', '0199', '0201', '1301', '1302'],
  },
  {
    key: 'road',
    title: ['道路路灯', 'Roads & lamps'],
    codes: ['0110', '0111', '0305', '0401', '0406', '0407', '1101', '1102', '1201', '1202', '1203'],
  },
  { key: 'noise', title: ['噪声扰民', 'Noise'], codes: ['0301', '0508', '5501', '5502', '5503'] },
  { key: 'parking', title: ['停车充电', 'Parking & charging'], codes: ['0107', '0505', '0506', '5301', '5302', '5303'] },
  {
    key: 'pipes',
    title: ['水电气暖', 'Water, power, gas'],
    codes: ['0402', '0403', '0404', '0405', '0408', '1103', '5703'],
  },
  { key: 'house', title: ['房屋电梯', 'House & lift'], codes: ['0101', '0113', '5201', '5202', '5203', '5204', '5205'] },
  { key: 'safety', title: ['安全隐患', 'Safety'], codes: ['1105', '5401', '5402', '5403', '5404', '0409', '0499'] },
  {
    key: 'street',
    title: ['占道乱摆', 'Street disorder'],
    codes: ['0202', '0203', '0204', '0205', '0501', '0502', '0503', '0504', '0507', '0509', '0510', '0511', '0513', '0599'],
  },
  { key: 'green', title: ['绿化健身', 'Green & sports'], codes: ['1104', '1401', '1402'] },
  { key: 'works', title: ['施工工地', 'Building sites'], codes: ['0302', '0303', '0304', '0399'] },
  {
    key: 'property',
    title: ['物业邻里', 'Property & neighbours'],
    codes: ['5101', '5102', '5103', '5104', '5601', '5602', '5603', '5604', '5605', '5606'],
  },
  { key: 'people', title: ['求助咨询', 'Help & advice'], codes: ['5701', '5702', '5799'] },
];

/** What is reported most, for one tap, under names that fit a tile. */
export const OFTEN: readonly { readonly code: string; readonly title: Pair }[] = [
  { code: '0102', title: ['垃圾没清', 'Rubbish'] },
  { code: '1102', title: ['路灯不亮', 'Lamp out'] },
  { code: '5201', title: ['房屋漏水', 'Leaking house'] },
  { code: '5202', title: ['电梯故障', 'Broken lift'] },
  { code: '0505', title: ['车辆乱停', 'Bad parking'] },
  { code: '5303', title: ['飞线充电', 'Unsafe charging'] },
  { code: '5501', title: ['邻里噪声', 'Noise'] },
  { code: '1101', title: ['井盖缺损', 'Manhole'] },
];

/** Where a category belongs that no group names: another policy may have others. */
export const ELSEWHERE = 'people';

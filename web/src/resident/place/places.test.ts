import { describe, expect, it } from 'vitest';
import { communitiesOf, placeAt, placesOf, within, type Grid, type Unit } from './places';

const unit = (code: string, name: string, kind: Unit['kind'], parent?: string): Unit => ({
  code,
  name,
  kind,
  parent: parent ?? null,
  round_the_clock: false,
});
const units = [
  unit('d', '云栖示例区', 'district'),
  unit('s1', '流云街道办事处', 'street', 'd'),
  unit('c1', '松影社区居委会', 'community', 's1'),
  unit('e1', '松影一苑', 'compound', 'c1'),
];
const square = (west: number): number[][] => [
  [west, 0],
  [west + 1, 0],
  [west + 1, 1],
  [west, 1],
  [west, 0],
];
const grids: Grid[] = [
  { code: 'g1', name: '松影一苑网格', unit: 'e1', ring: square(0) },
  { code: 'g2', name: '松影社区沿街网格', unit: 'c1', ring: square(1) },
  { code: 'g3', name: '飞地', unit: 'd', ring: square(5) },
];

describe('places', () => {
  const places = placesOf(grids, units);

  it('are called as residents call them', () => {
    expect(places.map(({ name, community, street }) => [name, community, street])).toEqual([
      ['松影一苑', '松影社区', '流云街道'],
      ['松影社区沿街', '松影社区', '流云街道'],
      ['飞地', '其他', ''],
    ]);
  });

  it('stand together by community', () => {
    expect(communitiesOf(places).map(({ name, places: members }) => [name, members.length])).toEqual([
      ['松影社区', 2],
      ['其他', 1],
    ]);
  });

  it('are found by a point', () => {
    expect(placeAt([0.5, 0.5], places)?.code).toBe('g1');
    expect(placeAt([1.5, 0.5], places)?.code).toBe('g2');
    expect(placeAt([3, 0.5], places)).toBeUndefined();
  });

  it('may have a dent', () => {
    const dented = [[0, 0], [4, 0], [4, 4], [2, 1], [0, 4], [0, 0]] as const;
    expect(within([2, 0.5], dented)).toBe(true);
    expect(within([2, 2], dented)).toBe(false);
    expect(within([0.5, 2], dented)).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { drawingOf, middleOf, shadeOf } from './outline';

const square = (code: string, west: number, south: number) => ({
  code,
  name: code,
  unit: 'u',
  ring: [
    [west, south],
    [west + 0.1, south],
    [west + 0.1, south + 0.1],
    [west, south + 0.1],
    [west, south],
  ],
});

describe('a drawing of grids', () => {
  it('has north at the top and east at the right', () => {
    const drawing = drawingOf([square('south-west', 83, 39), square('north-east', 83.1, 39.1)])!;
    const [southWest, northEast] = drawing.outlines;
    expect(northEast!.x).toBeGreaterThan(southWest!.x);
    expect(northEast!.y).toBeLessThan(southWest!.y);
    expect(drawing.outlines.every(({ x, y }) => x > 0 && x < drawing.width && y > 0 && y < drawing.height)).toBe(true);
  });
  it('is as high as degrees are long there', () => {
    const { width, height } = drawingOf([square('a', 83, 60)])!;
    expect(height / width).toBeCloseTo(1 / Math.cos((60.05 * Math.PI) / 180), 1);
  });
  it('of nothing is nothing', () => expect(drawingOf([])).toBeUndefined());
  it('puts labels into the middle, wherever the corners crowd', () => {
    expect(middleOf([[0, 0], [4, 0], [4, 2], [3.9, 2], [0, 2]])).toEqual([expect.closeTo(2, 5), expect.closeTo(1, 5)]);
  });
  it('has no shade for nothing, and the deepest for the most', () => {
    expect([shadeOf(null, 9, 5), shadeOf(0, 9, 5), shadeOf(1, 9, 5), shadeOf(9, 9, 5)]).toEqual([0, 0, 1, 5]);
  });
});

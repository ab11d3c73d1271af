import type { Grid } from '../names';

export interface Outline {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  /** A path in the drawing. */
  readonly path: string;
  /** Where its label stands. */
  readonly x: number;
  readonly y: number;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly outlines: readonly Outline[];
}

const WIDTH = 1000;
const MARGIN = 8;

type Point = readonly [number, number];

/** The middle of a polygon's area; of one without an area, of its corners. */
export function middleOf(ring: readonly Point[]): Point {
  let area = 0;
  let x = 0;
  let y = 0;
  ring.forEach(([x1, y1], place) => {
    const [x2, y2] = ring[(place + 1) % ring.length]!;
    const cross = x1 * y2 - x2 * y1;
    area += cross;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
  });
  if (Math.abs(area) < 1e-9) {
    const sum = ring.reduce(([a, b], [c, d]) => [a + c, b + d] as const, [0, 0] as Point);
    return [sum[0] / ring.length, sum[1] / ring.length];
  }
  return [x / (3 * area), y / (3 * area)];
}

/** Grids as a drawing: small enough an area that the earth is flat, with degrees of longitude as short as they are there. */
export function drawingOf(grids: readonly Pick<Grid, 'code' | 'name' | 'unit' | 'ring'>[]): Drawing | undefined {
  const points = grids.flatMap(({ ring }) => ring);
  if (points.length === 0) return undefined;
  const lons = points.map((point) => point[0]!);
  const lats = points.map((point) => point[1]!);
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (WIDTH - 2 * MARGIN) / Math.max((east - west) * narrowing, 1e-9);
  const place = (point: readonly number[]): Point => [
    MARGIN + (point[0]! - west) * narrowing * scale,
    MARGIN + (north - point[1]!) * scale,
  ];
  const outlines = grids.map(({ code, name, unit, ring }) => {
    const corners = ring.map(place);
    // Relative to a corner, where products of coordinates stay exact.
    const [x, y] = middleOf(corners);
    return { code, name, unit, path: `M${corners.map(([a, b]) => `${a.toFixed(1)} ${b.toFixed(1)}`).join('L')}Z`, x, y };
  });
  return { width: WIDTH, height: (north - south) * scale + 2 * MARGIN, outlines };
}

/** Which of `steps` shades a value has, from 0 for nothing to `steps` for the most. */
export function shadeOf(value: number | null, most: number, steps: number): number {
  if (value === null || value <= 0 || most <= 0) return 0;
  return Math.max(1, Math.min(steps, Math.ceil((value / most) * steps)));
}

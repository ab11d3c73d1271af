/** An outline as lines of `longitude, latitude`; closed if it is not. Nothing where a line is none. */
export function ringOf(text: string): number[][] | undefined {
  const lines = text.split(/[\n;；]/).map((line) => line.trim()).filter((line) => line !== '');
  const points = lines.map((line) => line.split(/[\s,，]+/).map(Number));
  if (points.some((point) => point.length !== 2 || point.some((part) => !Number.isFinite(part)))) return undefined;
  const [first] = points;
  const last = points[points.length - 1];
  if (!first || !last || points.length < 3) return undefined;
  return first[0] === last[0] && first[1] === last[1] ? points : [...points, [...first]];
}

export function ringText(ring: readonly (readonly number[])[]): string {
  return ring.map((point) => point.join(', ')).join('\n');
}

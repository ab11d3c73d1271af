export interface Branch<U> {
  readonly unit: U;
  readonly depth: number;
}

/** Units below the unit that they belong to. One whose upper unit is not there stands at the top. */
export function treeOf<U extends { readonly code: string; readonly parent?: string | null }>(units: readonly U[]): readonly Branch<U>[] {
  const known = new Set(units.map(({ code }) => code));
  const below = new Map<string, U[]>();
  for (const unit of units) {
    const parent = unit.parent && known.has(unit.parent) ? unit.parent : '';
    below.set(parent, [...(below.get(parent) ?? []), unit]);
  }
  const walk = (parent: string, depth: number): Branch<U>[] =>
    (below.get(parent) ?? []).flatMap((unit) => [{ unit, depth }, ...walk(unit.code, depth + 1)]);
  return walk('', 0);
}

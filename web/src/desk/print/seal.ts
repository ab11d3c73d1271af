import type { Unit } from '../supervisor/names';

/** Kinds of units that tell a resident something under a seal of their own. */
const SEALING: readonly string[] = ['community', 'street'];

/** The unit whose seal stands under a notice: the one of the territory, or the nearest above it that has a seal. */
export function sealingUnit(code: string, units: readonly Unit[]): string | undefined {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const seen = new Set<string>();
  for (let at = byCode.get(code); at && !seen.has(at.code); at = at.parent ? byCode.get(at.parent) : undefined) {
    if (SEALING.includes(at.kind)) return at.code;
    seen.add(at.code);
  }
  return undefined;
}

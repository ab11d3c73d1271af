import type { LocationQueryRaw } from 'vue-router';
import { percentWords, type GroupBy } from '../figures/figures';
import { periodOf, type Period } from '../period/period';
import { daysOfWeek } from './weeks';

/** What a pack is known by, with its figures as they were frozen. */
interface Pack {
  readonly id: string;
  readonly as_of_position: number;
  readonly figures: object;
}

/** Of so many that many. */
interface Share {
  readonly of: number;
  readonly all: number;
}
interface Packed {
  readonly judged_at?: string;
  readonly now?: Readonly<Record<string, unknown>>;
  readonly departments?: readonly { readonly unit: string; readonly name: string; readonly on_time: Share }[];
}

/** A figure of a pack that the reports can take apart. */
export interface PackLink {
  readonly figure: string;
  readonly text: string;
  readonly groupBy: GroupBy;
  readonly rowKey?: string;
  readonly rowName?: string;
}
export interface PackLinks {
  /** What every link takes along: the period, the log, and the instant at which clocks are judged. */
  readonly carried: LocationQueryRaw;
  readonly whole: readonly PackLink[];
  readonly departments: readonly PackLink[];
}

/** The figures that a pack counts as the reports do: by what falls due, case by case. Others go by the day of the whistle. */
const SHARES = { on_time: 'on_time_rate', response: 'response_rate', resolution: 'resolution_rate', satisfaction: 'satisfaction_rate' } as const;
const COUNTS = { parked: 'parked_rate', excluded: 'excluded_rate', forced: 'forced_rate' } as const;

const isShare = (value: unknown): value is Share => typeof value === 'object' && value !== null && 'of' in value && 'all' in value;
const shareText = ({ of, all }: Share) => (all === 0 ? '—' : `${percentWords(of / all)}（${of}/${all}）`);

/** The period of a pack, by its name: a month, a quarter or a week. */
export function periodOfPack(id: string): Period | undefined {
  return periodOf(daysOfWeek(id) ?? id);
}

export function linksOf({ id, as_of_position, figures }: Pack): PackLinks | undefined {
  const period = periodOfPack(id);
  const { judged_at: at, now, departments } = figures as Packed;
  if (!period || !at || !now) return undefined;
  const shares = Object.entries(SHARES).flatMap(([key, figure]): PackLink[] => {
    const share = now[key];
    return isShare(share) ? [{ figure, text: shareText(share), groupBy: 'area' }] : [];
  });
  const counts = Object.entries(COUNTS).flatMap(([key, figure]): PackLink[] => {
    const count = now[key];
    return typeof count === 'number' && count > 0 ? [{ figure, text: String(count), groupBy: 'area' }] : [];
  });
  return {
    carried: { period: period.code, as_of: String(as_of_position), at },
    whole: [...shares, ...counts],
    departments: (departments ?? []).map(({ unit, name, on_time }) => ({
      figure: 'on_time_rate', text: shareText(on_time), groupBy: 'department', rowKey: unit, rowName: name,
    })),
  };
}

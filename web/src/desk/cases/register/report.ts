import type { components } from '@/shared/api/schema';
import type { Role } from '@/shared/session';
import type { Grid, Unit } from '../names';

export type Whistle = components['schemas']['Whistle'];

/** Who reports: somebody who says so, somebody who does not, or whoever fills in the form. */
export type Who = 'named' | 'anonymous' | 'self';

/** What is told at a window, on the telephone or on a round, as it is written down. */
export interface Report {
  title: string;
  story: string;
  category: string | undefined;
  /** The category's own where nothing is chosen. */
  kind: string | undefined;
  source: string;
  grid: string | undefined;
  address: string;
  who: Who;
  name: string;
  phone: string;
  confidential: boolean;
}

export const TITLE_LENGTH_MAX = 100;
export const STORY_LENGTH_MAX = 4000;

/** 哨源 that somebody of the staff takes in; the pages and devices of others say for themselves where they are. */
export const SOURCES = ['hotline', 'phone', 'duty_desk', 'grid', 'visit', 'leader_reception', 'cadre_visit', 'deputy'] as const;

const USUAL_SOURCES: Partial<Readonly<Record<Role, (typeof SOURCES)[number]>>> = { hotline: 'hotline', grid_worker: 'grid', community: 'duty_desk' };

/** An empty form, as somebody of a role begins it: whoever walks the grids finds things themselves. */
export function emptyReport(role: Role | undefined): Report {
  return {
    title: '',
    story: '',
    category: undefined,
    kind: undefined,
    source: (role && USUAL_SOURCES[role]) ?? 'phone',
    grid: undefined,
    address: '',
    who: role === 'grid_worker' ? 'self' : 'named',
    name: '',
    phone: '',
    confidential: false,
  };
}

/** What is still missing, by the name of its field. */
export function missingIn({ title, category, grid, who, name, phone }: Report): readonly ('title' | 'category' | 'grid' | 'reporter')[] {
  return [
    ...(title.trim() ? [] : (['title'] as const)),
    ...(category ? [] : (['category'] as const)),
    ...(grid ? [] : (['grid'] as const)),
    ...(who === 'named' && !name.trim() && !phone.trim() ? (['reporter'] as const) : []),
  ];
}

/** What is sent. Nothing of a reporter goes along with a report that names none. */
export function whistleOf(report: Report): Whistle {
  const [name, phone, story, address] = [report.name, report.phone, report.story, report.address].map((text) => text.trim());
  const named = report.who === 'named';
  return {
    title: report.title.trim(),
    category: report.category ?? '',
    source: report.source,
    location: { grid: report.grid ?? '', ...(address ? { address } : {}) },
    ...(story ? { description: story } : {}),
    ...(report.kind ? { kind: report.kind as Whistle['kind'] } : {}),
    ...(named ? { reporter: { ...(name ? { name } : {}), ...(phone ? { phone } : {}) } } : {}),
    ...(report.who === 'anonymous' ? { anonymous: true } : {}),
    ...(named && report.confidential ? { confidential: true } : {}),
  };
}

/** The next report of the same round: where and through what it came stays. */
export function nextReport(report: Report, role: Role | undefined): Report {
  const { source, grid, who } = report;
  return { ...emptyReport(role), source, grid, who };
}

/** Grids of an area before all others: what is registered elsewhere goes out of sight. */
export function gridsByArea(grids: readonly Grid[], units: readonly Unit[], area: string | undefined): { own: readonly Grid[]; others: readonly Grid[] } {
  const parents = new Map(units.map(({ code, parent }) => [code, parent]));
  const inside = ({ unit }: Grid): boolean => {
    const seen = new Set<string>();
    for (let at: string | null | undefined = unit; at && !seen.has(at); at = parents.get(at)) {
      if (at === area) return true;
      seen.add(at);
    }
    return false;
  };
  if (!area) return { own: grids, others: [] };
  return { own: grids.filter(inside), others: grids.filter((grid) => !inside(grid)) };
}

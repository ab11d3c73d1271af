import type { components } from '@/shared/api/schema';

type PublicView = components['schemas']['PublicView'];
type CaseView = components['schemas']['CaseView'];
type Step = components['schemas']['PublicStep'];

/** A case as its resident sees it, by its code or by their account. */
export interface Matter {
  readonly number: string;
  readonly displayNumber: string;
  readonly status: string;
  readonly title: string;
  readonly category: string;
  readonly categoryName: string;
  readonly dueAt: string | undefined;
  readonly closedAt: string | undefined;
  readonly rateable: boolean;
  readonly steps: readonly Step[];
  readonly photos: readonly components['schemas']['PhotoView'][];
  /** The story as it stands, where it is told. */
  readonly description: string | undefined;
}

export function matterOfCode(view: PublicView, description: string | undefined): Matter {
  return {
    number: view.number,
    displayNumber: view.display_number,
    status: view.status,
    title: view.title,
    category: view.category,
    categoryName: view.category_name,
    dueAt: view.due_at ?? undefined,
    closedAt: view.closed_at ?? undefined,
    rateable: view.rateable,
    steps: view.steps,
    photos: view.photos,
    description,
  };
}

/** What a case tells its resident, in the steps in which the progress by code tells it. */
function stepsOf(view: CaseView, unitName: (code: string) => string): Step[] {
  const step = (at: string | null | undefined, name: string, unit?: string | null, text?: string | null): Step[] =>
    at ? [{ at, step: name, unit: unit ? unitName(unit) : null, text: text ?? null }] : [];
  const handling = view.dispatches
    .filter(({ role }) => role !== 'notified')
    .flatMap((dispatch) => [
      ...step(dispatch.issued_at, 'DispatchIssued', dispatch.department),
      ...step(dispatch.reported_at, 'DepartmentReported', dispatch.department),
      ...step(dispatch.fed_back_at, 'FeedbackSubmitted', dispatch.department),
    ]);
  const endings: Readonly<Record<string, string>> = {
    not_accepted: 'CaseNotAccepted',
    diverted: 'CaseDiverted',
    withdrawn: 'WhistleWithdrawn',
  };
  const ending = view.ending && endings[view.ending.kind];
  return [
    ...step(view.raised_at, 'WhistleRaised'),
    ...handling,
    ...(view.ending && ending ? step(view.ending.at, ending, null, view.ending.reason) : []),
    ...step(view.closed_at, 'CaseClosed'),
    ...step(view.rating?.rated_at, 'CaseRated'),
  ].sort((a, b) => a.at.localeCompare(b.at));
}

export function matterOfAccount(view: CaseView, categoryName: string, unitName: (code: string) => string): Matter {
  return {
    number: view.number,
    displayNumber: view.display_number,
    status: view.status,
    title: view.title,
    category: view.category,
    categoryName,
    dueAt: view.due_at ?? undefined,
    closedAt: view.closed_at ?? undefined,
    rateable: view.status === 'closed' && !view.rating,
    steps: stepsOf(view, unitName),
    photos: view.photos,
    description: view.description,
  };
}

import type { components } from '@/shared/api/schema';

type PublicView = components['schemas']['PublicView'];
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
  /** The story as it stands. */
  readonly description: string;
}

/** `kept` is the story as this device sent it: what the service tells has personal data masked. */
export function matterOf(view: PublicView, kept?: string): Matter {
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
    description: kept ?? view.description,
  };
}

import type { Pair } from '@/shared/wording/speech';

export interface Column<T> {
  readonly key: string;
  readonly title: Pair;
  /** What the cell says; a slot `cell-KEY` of the table may draw it instead. */
  readonly text?: (row: T) => string;
  /** Not shown before the reader asks for it. */
  readonly hidden?: boolean;
  /** Always shown: without it a row is not recognised. */
  readonly fixed?: boolean;
  readonly align?: 'right';
  /** The least width, in rem. */
  readonly rem?: number;
}

/** The keys of the columns that are shown: the reader's choice, else what is not hidden. */
export function shownColumns<T>(columns: readonly Column<T>[], chosen: readonly string[] | undefined): readonly Column<T>[] {
  return columns.filter(({ key, fixed, hidden }) => fixed || (chosen ? chosen.includes(key) : !hidden));
}

/** A choice as it was kept; keys of columns that exist no more are dropped. */
export function chosenColumns<T>(columns: readonly Column<T>[], kept: string | null): readonly string[] | undefined {
  if (kept === null) return undefined;
  const keys = kept.split(',').filter((key) => columns.some((column) => column.key === key));
  return keys.length > 0 ? keys : undefined;
}

import { describe, expect, it } from 'vitest';
import { chosenColumns, shownColumns, type Column } from './columns';

const columns: Column<object>[] = [
  { key: 'number', title: ['编号', 'Number'], fixed: true },
  { key: 'title', title: ['标题', 'Title'] },
  { key: 'source', title: ['来源', 'Source'], hidden: true },
];
const shown = (kept: string | null) => shownColumns(columns, chosenColumns(columns, kept)).map(({ key }) => key);

describe('columns', () => {
  it('are those that are not hidden, without a choice', () => expect(shown(null)).toEqual(['number', 'title']));
  it('are the chosen ones, and what is fixed, in their own order', () => expect(shown('source')).toEqual(['number', 'source']));
  it('are what they were when the choice names none that exists', () => expect(shown('gone,')).toEqual(['number', 'title']));
});

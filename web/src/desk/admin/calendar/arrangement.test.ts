import { expect, it } from 'vitest';
import { arrangementOf } from './arrangement';

it('reads what people paste, whatever they write dates with', () => {
  const text = '\uFEFF日期,类型,节日\r\n2027-01-01,放假,元旦\n2027/1/10，上班，元旦\n2027年2月6日\t休\t春节\n';
  expect(arrangementOf(text, 2027)).toEqual({
    days: [
      { date: '2027-01-01', kind: 'off', festival: '元旦' },
      { date: '2027-01-10', kind: 'work', festival: '元旦' },
      { date: '2027-02-06', kind: 'off', festival: '春节' },
    ],
    faults: [],
  });
});

it('names the line and what is wrong with it', () => {
  const text = ['2027-01-01,放假,元旦', '2027-02-30,放假,春节', '2026-12-31,放假,元旦', '2027-01-02,休息,元旦', '2027-01-03,放假', '2027-01-04,放假,', '2027-01-01,上班,元旦'];
  expect(arrangementOf(text.join('\n'), 2027).faults).toEqual([
    { line: 2, fault: 'date' },
    { line: 3, fault: 'year' },
    { line: 4, fault: 'kind' },
    { line: 5, fault: 'fields' },
    { line: 6, fault: 'festival' },
    { line: 7, fault: 'twice' },
  ]);
});

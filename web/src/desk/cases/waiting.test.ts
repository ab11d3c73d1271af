import { describe, expect, it } from 'vitest';
import type { CaseView } from './actions/action';
import { decidersWord, waitingIn, waitingWord } from './waiting';

const view = (given: object): CaseView =>
  ({ disputes: [], petitions: [], dispatches: [{ id: 'd1', extensions: 0 }, { id: 'd2', extensions: 1 }], suspension: null, echo: null, ...given }) as unknown as CaseView;
const told = (given: object) => waitingIn(view(given)).map(({ kind, deciders }) => [waitingWord(kind), deciders]);
const both = ['dispatcher', 'supervisor'];

describe('what waits for a decision', () => {
  it('is everything that nobody has decided', () => {
    expect(
      told({
        disputes: [{ department: 'a', ruling: null }],
        petitions: [{ kind: 'exclusion', approved: null }, { kind: 'forced_closing', approved: false }],
        suspension: { state: 'requested' },
        echo: { pending: { question: '', answer: '' } },
      }),
    ).toEqual([
      ['退单申请', both],
      ['剔除申请', ['supervisor']],
      ['挂账申请', ['supervisor']],
      ['回音壁文字', ['community', 'supervisor']],
    ]);
    expect(told({ suspension: { state: 'in_force' } })).toEqual([]);
  });

  it('goes to the further level the second time', () => {
    expect(told({ disputes: [{ ruling: { approved: false } }, { ruling: null }] })).toEqual([['退单申请', ['supervisor']]]);
    const extension = (dispatch: string) => ({ petitions: [{ kind: 'extension', dispatch, approved: null }] });
    expect(told(extension('d1'))).toEqual([['延期申请', both]]);
    expect(told(extension('d2'))).toEqual([['延期申请', ['supervisor']]]);
  });

  it('tells who decides to those who do not', () => {
    expect(decidersWord(['supervisor'], 'dispatcher')).toBe('由督查人员裁定');
    expect(decidersWord(['dispatcher', 'supervisor'], 'department')).toBe('由派遣员或督查人员裁定');
    expect(decidersWord(['dispatcher', 'supervisor'], 'dispatcher')).toBe('');
  });
});

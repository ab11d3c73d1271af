import { describe, expect, it } from 'vitest';
import { emptyDraft, titleOf } from '../raise/draft';
import { beginAgain } from './again';

const matter = { displayNumber: 'S20261121-00037', title: '路灯不亮', category: '1102' };

describe('a matter that is reported again', () => {
  it('names the earlier report, also in its title', () => {
    const draft = emptyDraft();
    beginAgain(draft, matter);
    expect(draft.category).toBe('1102');
    expect(titleOf(draft.text, '', '')).toContain('S20261121-00037');
  });

  it('takes nothing away from what is being written, and says it once', () => {
    const draft = { ...emptyDraft(), text: '晚上很黑' };
    beginAgain(draft, matter);
    beginAgain(draft, matter);
    expect(draft.text).toBe('原编号S20261121-00037没有解决：路灯不亮\n晚上很黑');
  });
});

import { describe, expect, it } from 'vitest';
import { countChange, figureWord, percentWords, rateChange, valueOf, type Figures } from './figures';

describe('figures in words', () => {
  it('a rate with nothing to divide by is a dash, and nought is nought', () => {
    expect(percentWords(null)).toBe('—');
    expect(percentWords(0)).toBe('0.0%');
    expect(percentWords(1)).toBe('100.0%');
  });
  it('more responses are better, more returns are worse', () => {
    expect(rateChange('response_rate', 0.021)).toEqual({ words: '上升2.1个百分点', direction: 'better', arrow: '▲' });
    expect(rateChange('return_rate', 0.021)?.direction).toBe('worse');
    expect(rateChange('return_rate', -0.021)?.direction).toBe('better');
    expect(rateChange('response_rate', 0.0001)).toEqual({ words: '持平', direction: 'same', arrow: '＝' });
    expect(rateChange('response_rate', null)).toBeUndefined();
  });
  it('counts change relative to what they were', () => {
    expect(countChange(0.125)).toEqual({ words: '上升12.5%', direction: 'same', arrow: '▲' });
    expect(countChange(-0.5, true)?.direction).toBe('better');
  });
  it('escape rates are found where the answer keeps them', () => {
    const row = { escape: { parked: 0.25, excluded: null, forced: 0 }, due: 4 } as Figures;
    expect([valueOf(row, 'parked_rate'), valueOf(row, 'excluded_rate'), valueOf(row, 'due')]).toEqual([0.25, null, 4]);
  });
  it('figures are called by the words of rates and of counts', () => {
    expect([figureWord('response_rate'), figureWord('open_overdue')]).toEqual(['响应率', '超期未结']);
  });
});

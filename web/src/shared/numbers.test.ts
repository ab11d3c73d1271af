import { describe, expect, it } from 'vitest';
import { displayNumber, typedNumber } from './numbers';

describe('a case number', () => {
  const number = '411625X20261121000378';
  it('is short for people', () => expect(displayNumber(number)).toBe('X20261121-00037'));
  it('comes back as it was, however it was typed', () => {
    expect(typedNumber(' 411625 x20261121 00037 8 ')).toBe(number);
    expect(typedNumber('４１１６２５Ｘ２０２６１１２１０００３７８')).toBe(number);
  });
  it('may be typed in its short form, whose dash says where the day ends', () => {
    expect(typedNumber(' x20261121－00037')).toBe('X20261121-00037');
    expect(typedNumber('1121 - 37')).toBe('1121-37');
    expect(typedNumber('1123 10')).toBe('1123-10');
    expect(typedNumber('１１２３　１０')).toBe('1123-10');
    expect(typedNumber('s20261121 00037')).toBe('S20261121-00037');
    expect(typedNumber('S 20261121-00037')).toBe('S20261121-00037');
    expect(typedNumber('411625-x20261121-00037-8')).toBe(number);
  });
  it('of another make stays as it is', () => {
    expect(displayNumber('热线-261121-000001')).toBe('热线-261121-000001');
    expect(typedNumber('热线-261121-000001')).toBe('热线-261121-000001');
  });
});

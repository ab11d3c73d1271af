import { describe, expect, it } from 'vitest';
import { displayNumber, spacedNumber, typedNumber } from './numbers';

describe('a case number', () => {
  const number = '411625X20261121000378';
  it('is short for people', () => expect(displayNumber(number)).toBe('X20261121-00037'));
  it('comes back as it was, however it was typed', () => {
    expect(spacedNumber(number)).toBe('411625 X20261121 00037 8');
    expect(typedNumber(` ${spacedNumber(number).toLowerCase()} `)).toBe(number);
  });
  it('may be typed in its short form, whose dash says where the day ends', () => {
    expect(typedNumber(' x20261121－00037')).toBe('X20261121-00037');
    expect(typedNumber('1121 - 37')).toBe('1121-37');
    expect(typedNumber('411625-x20261121-00037-8')).toBe(number);
  });
  it('of another make stays as it is', () => {
    expect(displayNumber('热线-261121-000001')).toBe('热线-261121-000001');
    expect(spacedNumber('ABC')).toBe('ABC');
  });
});

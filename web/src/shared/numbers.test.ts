import { describe, expect, it } from 'vitest';
import { displayNumber, spacedNumber, typedNumber } from './numbers';

describe('a case number', () => {
  const number = '411625X20261121000378';
  it('is short for people', () => expect(displayNumber(number)).toBe('X20261121-00037'));
  it('comes back as it was, however it was typed', () => {
    expect(spacedNumber(number)).toBe('411625 X20261121 00037 8');
    expect(typedNumber(` ${spacedNumber(number).toLowerCase()} `)).toBe(number);
  });
  it('of another make stays as it is', () => {
    expect(displayNumber('热线-261121-000001')).toBe('热线-261121-000001');
    expect(spacedNumber('ABC')).toBe('ABC');
  });
});

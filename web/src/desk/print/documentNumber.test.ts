import { expect, it } from 'vitest';
import { documentNumber } from './documentNumber';

it('has the brackets of official documents, and the year in China', () => {
  expect(documentNumber('云', '2026-12-31T16:30:00Z', ' 37 ')).toBe('云督〔2027〕37号');
  expect(documentNumber('', '2026-11-20T00:47:07Z', '')).toBe('督〔2026〕　　号');
});

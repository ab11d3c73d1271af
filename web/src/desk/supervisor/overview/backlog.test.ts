import { expect, it } from 'vitest';
import { unclocked } from './backlog';

it('what has no clock is what the lamps leave over', () => {
  expect(unclocked({ open: 31, by_lamp: { red: 5, yellow: 3, green: 18, grey: 2, purple: 0 } })).toBe(3);
  expect(unclocked({ open: 2, by_lamp: { green: 2 } })).toBe(0);
});

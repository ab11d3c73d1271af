import { expect, it } from 'vitest';
import { ringOf, ringText } from './ring';

it('an outline is closed, whoever forgot it', () => {
  const ring = ringOf('83, 39\n83.1，39\n83.1 39.1');
  expect(ring).toEqual([[83, 39], [83.1, 39], [83.1, 39.1], [83, 39]]);
  expect(ringOf(ringText(ring!))).toEqual(ring);
});
it.each(['83, 39', '83, 39\n84, x\n85, 40', '1 2 3\n4 5\n6 7'])('%s is no outline', (text) => expect(ringOf(text)).toBeUndefined());

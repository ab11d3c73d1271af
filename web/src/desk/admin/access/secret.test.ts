import { expect, it } from 'vitest';
import { useSecrets } from './secret';

it('a secret that came is shown, and one that was told before is said to be lost', () => {
  const { shown, lost, tell } = useSecrets();
  tell('key', 'li.ming', 'wht_x');
  expect(shown.value).toEqual({ kind: 'key', username: 'li.ming', text: 'wht_x' });
  expect(lost.value).toBe(false);
  tell('password', 'li.ming', null);
  expect(shown.value).toBeUndefined();
  expect(lost.value).toBe(true);
});

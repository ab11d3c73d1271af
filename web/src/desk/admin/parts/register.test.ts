import { expect, it } from 'vitest';
import { registerOf } from './register';

const NOW = Date.parse('2026-11-22T00:00:00Z');
const at = '2026-11-01T00:00:00Z';
const came = (person: string) => ({ type: 'PersonRegistered', data: { person, valid_from: at } });
const post = (id: string, person: string) => ({ type: 'PostGiven', data: { post: id, person, unit: 'u', role: 'grid_worker', title: '网格员', responsible: true, valid_from: at } });

it('who leaves takes their posts and links with them', () => {
  const linked = { type: 'LeaderLinked', data: { person: 'p1', unit: 'u', valid_from: at } };
  const left = { type: 'PersonLeft', data: { person: 'p1', valid_to: at } };
  const register = registerOf([came('p1'), came('p2'), post('a', 'p1'), post('b', 'p2'), linked, left], NOW);
  expect([...register.people.keys()]).toEqual(['p2']);
  expect(register.posts.map(({ id }) => id)).toEqual(['b']);
  expect(register.leaders).toEqual([]);
});

it('what ends in the future is still there', () => {
  const ended = { type: 'PostEnded', data: { post: 'a', valid_to: '2026-12-01T00:00:00Z' } };
  expect(registerOf([came('p1'), post('a', 'p1'), ended], NOW).posts).toHaveLength(1);
});

import { describe, expect, it } from 'vitest';
import { answerOf, connect, newIdempotencyKey, onSignedOut } from './client';
import { asFailure, Failure } from './failure';

type Answer = (request: Request) => Response | Promise<Response>;

function service(answer: Answer) {
  const asked: Request[] = [];
  const api = connect({
    baseUrl: 'http://service.test',
    fetch: async (request) => {
      asked.push(request.clone());
      return answer(request);
    },
  });
  return { api, asked };
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
const whistle = { title: 't', category: '0102', location: { grid: 'g01' } };
const failing = (asked: Promise<unknown>) => asked.then(() => expect.fail('it succeeded'), asFailure);

describe('commands', () => {
  it('carry a key of their own, unless one is given', async () => {
    const { api, asked } = service(() => json(201, {}));
    await answerOf(api.POST('/api/v1/cases', { body: whistle }));
    await answerOf(api.POST('/api/v1/cases', { body: whistle }));
    await answerOf(api.POST('/api/v1/cases', { body: whistle, params: { header: { 'Idempotency-Key': 'mine' } } }));
    const keys = asked.map((request) => request.headers.get('idempotency-key'));
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys[1]).not.toBe(keys[0]);
    expect(keys[2]).toBe('mine');
  });

  it('are waited for by the queries after them', async () => {
    const { api, asked } = service((request) =>
      request.method === 'POST' ? json(201, {}, { 'whistle-position': '77' }) : json(200, { items: [] }),
    );
    await answerOf(api.GET('/api/v1/cases', { params: { query: { q: '路灯' } } }));
    await answerOf(api.POST('/api/v1/cases', { body: whistle }));
    await answerOf(api.GET('/api/v1/cases', { params: { query: { q: '路灯' } } }));
    await answerOf(api.GET('/api/v1/categories'));
    await answerOf(api.GET('/api/v1/cases', { params: { query: { as_of: '3' } } }));
    const waits = asked.map((request) => new URL(request.url).searchParams.get('min_position'));
    expect(waits).toEqual([null, null, '77', null, null]);
    expect(new URL(asked[2]!.url).searchParams.get('q')).toBe('路灯');
  });
});

describe('what goes wrong is one thing', () => {
  const problem = (status: number, code: string, extra = {}, headers = {}) =>
    service(() => json(status, { type: '', title: '', status, detail: '', code, ...extra }, headers)).api;

  it.each([
    [400, 'bad_query', 'invalid'],
    [401, 'unauthenticated', 'signed_out'],
    [403, 'own_handling', 'forbidden'],
    [404, 'not_found', 'missing'],
    [409, 'wrong_status', 'conflict'],
    [412, 'stale', 'conflict'],
    [422, 'invalid_fields', 'invalid'],
    [500, 'internal', 'broken'],
  ])('%i %s is %s', async (status, code, kind) => {
    const failure = await failing(answerOf(problem(status, code).GET('/api/v1/me')));
    expect(failure).toMatchObject({ kind, code, worthRepeating: false });
  });

  it('names the fields', async () => {
    const errors = [{ pointer: '/reporter/phone', code: 'bad_phone', detail: '' }];
    const failure = await failing(answerOf(problem(422, 'invalid_fields', { errors }).GET('/api/v1/me')));
    expect(failure.field('phone')?.code).toBe('bad_phone');
    expect(failure.field('/reporter/phone')?.code).toBe('bad_phone');
    expect(failure.field('one')).toBeUndefined();
  });

  it('tells when to come back', async () => {
    const busy = problem(429, 'too_many_requests', {}, { 'retry-after': '7' });
    const failure = await failing(answerOf(busy.GET('/api/v1/me')));
    expect(failure).toMatchObject({ kind: 'busy', retryAfterSeconds: 7, worthRepeating: true });
  });

  it('knows a broken line', async () => {
    const { api } = service(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await failing(answerOf(api.GET('/api/v1/me')))).toMatchObject({ kind: 'offline', worthRepeating: true });
  });

  it('knows an answer of something that stands in between', async () => {
    const page = () => new Response('<html>', { status: 502, headers: { 'content-type': 'text/html' } });
    expect(await failing(answerOf(service(page).api.GET('/api/v1/me')))).toMatchObject({ kind: 'busy' });
    const portal = () => new Response('<html>', { status: 200, headers: { 'content-type': 'text/html' } });
    expect(await failing(answerOf(service(portal).api.GET('/api/v1/me')))).toMatchObject({ kind: 'broken' });
  });

  it('tells whoever keeps the session that it is over', async () => {
    let told = 0;
    const stop = onSignedOut(() => (told += 1));
    await failing(answerOf(problem(401, 'unauthenticated').GET('/api/v1/me')));
    await failing(answerOf(problem(403, 'forbidden').GET('/api/v1/me')));
    stop();
    expect(told).toBe(1);
  });

  it('takes nothing else for a failure of the line', () => {
    expect(asFailure(new Error('a mistake of ours')).kind).toBe('broken');
    expect(asFailure(new Failure('conflict', 'stale')).code).toBe('stale');
  });
});

it('makes keys that no other page makes', () => {
  expect(new Set(Array.from({ length: 100 }, newIdempotencyKey)).size).toBe(100);
});

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { NameOf } from '../names';
import { onDispatch, type Action, type CaseView, type DispatchView, type Place } from './action';
import { bodyOf, filledIn, initialGiven, missingFields } from './body';
import { allActions, offers } from './index';

const nameOf: NameOf = { unit: (code) => code ?? '', grid: (code) => code ?? '', category: (code) => code ?? '' };
const actions = allActions(nameOf);
const byCode = (code: string): Action => {
  const found = actions.find((each) => each.code === code);
  if (!found) throw new Error(code);
  return found;
};

interface Schema {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, unknown>>;
}
interface Operation {
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: { readonly $ref: string } } } };
}
const api = JSON.parse(readFileSync(resolve(process.cwd(), '../openapi.json'), 'utf8')) as {
  readonly paths: Readonly<Record<string, { readonly post?: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};
function schemaOf(path: string): Schema {
  const reference = api.paths[path]?.post?.requestBody?.content['application/json'].schema.$ref;
  return reference ? (api.components.schemas[reference.split('/').pop() ?? ''] ?? {}) : {};
}

/** What residents do with their own case, on their own pages. */
const RESIDENTS = ['amend', 'withdraw', 'rate'].map((end) => `/api/v1/cases/{id}/${end}`);

describe('the table of actions', () => {
  it('has every command of the API on a case or a dispatch, but those of residents', () => {
    const commands = Object.keys(api.paths).filter(
      (path) => /^\/api\/v1\/(cases|dispatches)\/\{id\}\//.test(path) && api.paths[path]?.post && !RESIDENTS.includes(path),
    );
    expect(commands.length).toBeGreaterThan(50);
    expect([...new Set(actions.map(({ path }) => path))].sort()).toEqual(commands.sort());
  });

  it('asks for everything that a command needs, and for nothing that it does not take', () => {
    for (const { code, path, fields, fixed } of actions) {
      const { required = [], properties = {} } = schemaOf(path);
      const asked = [...fields.map(({ name }) => name), ...Object.keys(fixed ?? {})];
      expect(Object.keys(properties), code).toEqual(expect.arrayContaining(asked));
      for (const name of required) {
        const field = fields.find((each) => each.name === name);
        expect(field?.needed ?? fixed?.[name] ?? false, `${code}.${name}`).toBeTruthy();
      }
    }
  });

  it('calls no two actions the same', () => expect(new Set(actions.map(({ code }) => code)).size).toBe(actions.length));
});

/** Which roles may ask for a command, as the service has it written down. */
function rolesOfService(): Map<string, readonly string[]> {
  const source = readFileSync(resolve(process.cwd(), '../crates/app/src/access.rs'), 'utf8');
  const table = source.slice(source.indexOf('pub const fn roles'), source.indexOf('/// Refuses a caller'));
  const arms = [...table.matchAll(/((?:Self::\w+\s*\|?\s*)+)=>\s*(?:\{\s*)?&\[([^\]]*)\]/g)];
  const snake = (name: string) => name.trim().replace(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
  return new Map(
    arms.flatMap(([, operations = '', roles = '']) =>
      [...operations.matchAll(/Self::(\w+)/g)].map(([, operation = '']) => [operation, roles.split(',').map(snake)] as const),
    ),
  );
}

describe('who is offered an action', () => {
  const service = rolesOfService();
  it.each([
    ['endorse', 'Review'],
    ['decline', 'Review'],
    ['handle_locally', 'Review'],
    ['escalate', 'Review'],
    ['not_accept', 'Screen'],
    ['divert', 'Screen'],
    ['merge', 'Merge'],
    ['link', 'Merge'],
    ['file', 'Dispatch'],
    ['dispatch', 'Dispatch'],
    ['transfer', 'Dispatch'],
    ['joint_action', 'Convene'],
    ['sign', 'Answer'],
    ['feedback', 'Answer'],
    ['sign_in', 'Answer'],
    ['rule_return', 'Decide'],
    ['rule_extension', 'Decide'],
    ['settle', 'Decide'],
    ['suspend', 'Park'],
    ['plan', 'Plan'],
    ['milestone', 'Work'],
    ['progress', 'Work'],
    ['appeal_score', 'Work'],
    ['request_forced_closing', 'Petition'],
    ['request_exclusion', 'Exclude'],
    ['reinspect', 'Inspect'],
    ['look_back', 'Inspect'],
    ['reopen', 'Reopen'],
    ['supervise', 'Supervise'],
    ['answer_supervision', 'Reply'],
    ['join', 'Collect'],
    ['vote', 'CallBack'],
    ['callback', 'CallBack'],
    ['list_items', 'ListItems'],
    ['order_rectification', 'Order'],
    ['verify', 'Verify'],
    ['close', 'Close'],
    ['echo', 'Echo'],
  ])('%s is for those whom the service lets', (code, operation) => {
    expect([...byCode(code).roles].sort()).toEqual([...(service.get(operation) ?? [])].sort());
  });
});

const dispatch = (given: Partial<DispatchView> = {}): DispatchView =>
  ({ id: 'd1', department: 'd-urban', role: 'lead', state: 'issued', clocks: [], ...given }) as DispatchView;
const view = (given: Partial<CaseView> = {}): CaseView =>
  ({
    id: 'c1',
    status: 'raised',
    kind: 'appeal',
    level: 'compound',
    category: '0102',
    dispatches: [],
    items: [],
    disputes: [],
    petitions: [],
    supervisions: [],
    joint_actions: [],
    people: { complainants: 0 },
    callback: { unanswered: 0 },
    ...given,
  }) as CaseView;
const offered = (role: Place['role'], given: Partial<CaseView> = {}, unit = 'd-urban') =>
  offers(actions, { role, unit, view: view(given) }).map(({ action }) => action.code);

describe('what is offered', () => {
  it('leads the community from a whistle to its endorsement', () => {
    expect(offered('community')[0]).toBe('endorse');
    expect(offered('community', { status: 'endorsed' })).not.toContain('endorse');
  });

  it('lets an emergency be dispatched before it is endorsed, and nothing else', () => {
    expect(offered('dispatcher')).not.toContain('dispatch');
    expect(offered('dispatcher', { kind: 'emergency' })).toContain('dispatch');
    expect(offered('dispatcher', { status: 'endorsed' })[0]).toBe('dispatch');
  });

  it('leads a department step by step, on its own dispatch only', () => {
    const at = (state: DispatchView['state'], unit?: string) => offered('department', { status: 'in_handling', dispatches: [dispatch({ state })] }, unit);
    expect(at('issued')[0]).toBe('sign');
    expect(at('signed')[0]).toBe('report');
    expect(at('reported')[0]).toBe('accept');
    expect(at('accepted')[0]).toBe('feedback');
    expect(at('feedback_submitted')).not.toContain('feedback');
    expect(at('issued', 'd-water')).not.toContain('sign');
  });

  it('has no return in an emergency, after accepting, or for a second time', () => {
    const dispatches = [dispatch({ state: 'signed' })];
    const disputes = [{ department: 'd-urban', dispatch: 'd1', ruling: {} }] as unknown as CaseView['disputes'];
    expect(offered('department', { status: 'dispatched', dispatches })).toContain('request_return');
    expect(offered('department', { status: 'dispatched', dispatches, kind: 'emergency' })).not.toContain('request_return');
    expect(offered('department', { status: 'dispatched', dispatches, disputes })).not.toContain('request_return');
    expect(offered('department', { status: 'in_handling', dispatches: [dispatch({ state: 'accepted' })] })).not.toContain(
      'request_return',
    );
  });

  it('closes nothing before the resident was asked often enough', () => {
    const at = (callback: CaseView['callback']) => offered('community', { status: 'callback', callback }, 's1-c1');
    expect(at({ unanswered: 2 })).not.toContain('close');
    expect(at({ unanswered: 3 })).toContain('close');
    expect(at({ unanswered: 0, solved: true, satisfaction: 4 })).toContain('close');
    expect(at({ unanswered: 0, solved: true, satisfaction: 4 })).not.toContain('callback');
  });

  it('lets nobody check their own handling', () => {
    const dispatches = [dispatch({ department: 's1-c1', state: 'feedback_submitted' })];
    expect(offered('community', { status: 'verification', dispatches }, 's1-c1')).not.toContain('verify');
    expect(offered('community', { status: 'verification', dispatches }, 's1-c2')[0]).toBe('verify');
  });

  it('leaves a parked case alone, but for what lifts it and what goes on', () => {
    const suspension = { state: 'in_force' } as CaseView['suspension'] & object;
    const codes = offered('department', { status: 'in_handling', suspension, dispatches: [dispatch({ state: 'accepted' })] });
    expect(codes).toContain('measure');
    expect(codes).not.toContain('feedback');
    expect(offered('supervisor', { status: 'in_handling', suspension })[0]).toBe('resume');
  });

  it('finds the dispatch that an action is about', () => {
    const disputes = [{ department: 'd-urban', dispatch: 'd1', proposed_unit: 'd-water' }] as CaseView['disputes'];
    const found = offers(actions, {
      role: 'dispatcher',
      unit: 'd-dispatch',
      view: view({ status: 'dispatched', disputes, dispatches: [dispatch({ id: 'd0', department: 'x' }), dispatch()] }),
    }).filter(({ action }) => action.code === 'rule_return');
    expect(found.map(({ place }) => place.dispatch?.id)).toEqual(['d1']);
    expect(onDispatch(byCode('rule_return'))).toBe(true);
  });
});

describe('what is sent', () => {
  const place: Place = { role: 'community', unit: 's1-c1', view: view({ status: 'callback' }) };

  it('leaves out what was left empty, and trims the rest', () => {
    expect(bodyOf(byCode('endorse'), { local_attempt: '  物业已劝阻 ', note: '  ' })).toEqual({ local_attempt: '物业已劝阻' });
  });

  it('asks on only as far as an answer makes it necessary', () => {
    const callback = byCode('callback');
    const given = initialGiven(callback, place);
    expect(missingFields(callback, given)).toEqual(['reached']);
    expect(missingFields(callback, { ...given, reached: false })).toEqual([]);
    expect(missingFields(callback, { ...given, reached: true })).toEqual(['solved', 'satisfaction']);
    expect(bodyOf(callback, { ...given, reached: false, solved: true })).toEqual({ reached: false });
    expect(bodyOf(callback, { ...given, reached: true, solved: false, satisfaction: 1 })).toEqual({
      reached: true,
      solved: false,
      satisfaction: 1,
    });
  });

  it('knows whether anything would be lost', () => {
    const begun = { reason: '', unit: undefined, evidence: { text: '', photos: [], sending: false } };
    expect(filledIn(begun, { ...begun })).toBe(false);
    expect(filledIn(begun, { ...begun, reason: '待料' })).toBe(true);
    expect(filledIn(begun, { ...begun, evidence: { ...begun.evidence, photos: ['0a1b'] } })).toBe(true);
    expect(filledIn(begun, { ...begun, unit: 'd-urban' })).toBe(true);
  });

  it('writes lengths, instants and lists as the service reads them', () => {
    const length = { count: 3, unit: 'wd' };
    expect(bodyOf(byCode('request_extension'), { length, reason: '待料' })).toEqual({ length: '3wd', reason: '待料' });
    expect(missingFields(byCode('request_extension'), { length: { count: 0, unit: 'wd' }, reason: '待料' })).toEqual(['length']);
    const milestones = [
      { title: '制止', due: '2026-12-01T18:00:00+08:00' },
      { title: '', due: '' },
    ];
    expect(bodyOf(byCode('plan'), { milestones, note: '' })).toEqual({
      milestones: [{ title: '制止', due_at: '2026-12-01T18:00:00+08:00' }],
    });
    expect(missingFields(byCode('plan'), { milestones: [{ title: '制止', due: '' }], note: '' })).toEqual(['milestones']);
    const evidence = { text: 'IMG_1\n\n IMG_2 ', photos: ['0a1b'], sending: false };
    expect(bodyOf(byCode('feedback'), { result: '已清', evidence })).toEqual({
      result: '已清',
      evidence: ['IMG_1', 'IMG_2', 'photo/0a1b'],
    });
    expect(missingFields(byCode('feedback'), { result: '已清', evidence: { ...evidence, sending: true } })).toEqual(['evidence']);
    expect(bodyOf(byCode('verify_impossible'), { note: '上锁' })).toEqual({ impossible: true, note: '上锁' });
  });
});

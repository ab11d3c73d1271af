import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Failure } from '../api/failure';
import { policyFault, stillUsedBy } from './details';
import { failureWord, mendedByLooking } from './problems';
import './desk-problems';

const root = resolve(import.meta.dirname, '../../../..');
const refused = 'the policy is refused: ';
const unreadable = `${refused}the policy cannot be read: TOML parse error at line 3, column 1\n  |\n3 | a = 1\n  | ^\n`;

describe('what is wrong with a policy', () => {
  it.each([
    [`${unreadable}unknown field \`a\`, expected one of \`version\`, \`title\``, '第3行第1列，不认识的字段“a”'],
    [`${unreadable}missing field \`clocks\``, '第3行第1列，缺少字段“clocks”'],
    [`${refused}the policy has 1 problems, first: categories[0] (0101): unknown duty \`x\``, '共1处，第一处：第1个事项（0101）的职责“x”没有列出'],
    [`${refused}the policy has 2 problems, first: version must be at least 1`, '共2处，第一处：版本号须大于0'],
  ])('is told with its place', (detail, said) => {
    expect(policyFault(detail)).toBe(said);
    expect(failureWord(new Failure('invalid', 'unsound_policy', [], undefined, detail))).toBe(`政策文本不完整或自相矛盾：${said}`);
  });

  it('every reason of the service has its words', () => {
    const source = readFileSync(resolve(root, 'crates/domain/src/policy/file.rs'), 'utf8');
    const problems = source.slice(source.indexOf('pub enum PolicyProblem'), source.indexOf('impl PolicyFile'));
    const reasons = [...problems.matchAll(/#\[error\("(.+)"\)\]/g)].map(([, text]) => text!);
    expect(reasons.length).toBeGreaterThan(11);
    for (const reason of reasons) {
      const detail = `${refused}the policy has 1 problems, first: ${reason.replace('{place}', 'categories[4] (0105)').replace('{stage}', '2').replace(/\{\w+\}/g, 'x')}`;
      expect(policyFault(detail), reason).not.toContain('无法读懂');
    }
  });
});

describe('what hangs from a unit', () => {
  it.each([
    ['the unit `s1` still has the unit `s1-police` below it', '下级单位s1-police'],
    ['the unit `s1` still has the post of `p001`', 'p001的任职'],
    ['the unit `s1` still has the shift 2d99fbf7', '值班安排'],
    ['the grid `g1` still has the grid `g2` inside it', '网格g2'],
  ])('is named', (detail, said) => expect(stillUsedBy(detail)).toBe(said));

  it('does not go away by being looked at, as what somebody else has done does', () => {
    expect(mendedByLooking(new Failure('conflict', 'still_in_use'))).toBe(false);
    expect(mendedByLooking(new Failure('conflict', 'integration_name_taken'))).toBe(false);
    expect(mendedByLooking(new Failure('conflict', 'stale'))).toBe(true);
    expect(mendedByLooking(new Failure('invalid', 'bad_query'))).toBe(false);
  });
});

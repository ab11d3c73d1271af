import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { speakIn } from '@/shared/wording/speech';
import { canAmend, canWithdraw, stageOf, standWord, stepWord } from './plain';

const root = resolve(import.meta.dirname, '../../../..');
const source = readFileSync(resolve(root, 'crates/app/src/views/public.rs'), 'utf8');

describe('residents are told in plain words', () => {
  it('everything that the service tells them', () => {
    const told = source.slice(source.indexOf('fn told('));
    const arms = told.slice(0, told.indexOf('E::DispatchSigned(_)'));
    const events = [...arms.matchAll(/E::([A-Z]\w+)\(/g)].map((match) => match[1]!);
    expect(events.length).toBeGreaterThan(35);
    expect(events.filter((event) => !stepWord.knows(event))).toEqual([]);
    expect(stepWord.codes.filter((event) => !events.includes(event))).toEqual([]);
  });

  it('every status', () => {
    const text = readFileSync(resolve(root, 'crates/domain/src/case/status.rs'), 'utf8');
    const codes = [...text.matchAll(/=> "([a-z_]+)"/g)].map((match) => match[1]!).filter((code) => code !== 'unreported');
    expect(codes.filter((code) => !standWord.knows(code))).toEqual([]);
  });

  it('with the unit that it is about', () => {
    expect(stepWord('DispatchIssued', { unit: '区住房和城乡建设局' })).toBe('已交给区住房和城乡建设局办理');
    speakIn('en');
    expect(stepWord('DispatchIssued', { unit: 'X' })).toBe('It was given to X');
    speakIn('zh-CN');
  });
});

describe('what can still be done', () => {
  // The tables of docs/lifecycle.md are made from the rules themselves.
  const lifecycle = readFileSync(resolve(root, 'docs/lifecycle.md'), 'utf8');
  const statuses = standWord.codes;

  it('follows the rules of withdrawing', () => {
    const from = [...lifecycle.matchAll(/\| `([a-z_]+)` \| `WhistleWithdrawn` \|/g)].map((match) => match[1]!);
    expect(statuses.filter(canWithdraw).sort()).toEqual(from.sort());
  });

  it('follows the rules of amending', () => {
    const row = /\| `WhistleAmended` \| (.*) \|/.exec(lifecycle)?.[1] ?? '';
    const where = [...row.matchAll(/`([a-z_]+)`/g)].map((match) => match[1]!);
    expect(statuses.filter(canAmend).sort()).toEqual(where.sort());
  });

  it('goes on in stages', () => {
    expect(['raised', 'in_handling', 'callback', 'closed'].map(stageOf)).toEqual([0, 1, 2, 3]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { speakIn } from '@/shared/wording/speech';
import { departmentsOf, factsOf, type Context } from './facts';
import { FIELDS, HOLDERS, SILENT } from './fields';
import { limitWords } from './limits';

const golden = resolve(import.meta.dirname, '../../../../../crates/domain/golden');
const folders = ['.', 'organisation', 'calendar', 'policy'];
const events = folders.flatMap((folder) =>
  readdirSync(resolve(golden, folder))
    .filter((file) => file.endsWith('.json'))
    .map((file) => Object.entries(JSON.parse(readFileSync(resolve(golden, folder, file), 'utf8')) as object)[0]!),
) as [string, Record<string, unknown>][];

const context: Context = {
  names: { unit: (code) => `单位${code ?? ''}`, grid: (code) => `网格${code ?? ''}`, category: (code) => `事项${code ?? ''}` },
  departments: new Map([['01955d4a-0000-7000-8000-00000000000a', 'water']]),
};

/** Every key of an event, except inside what nobody is shown. */
function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (typeof value !== 'object' || value === null || 'shown' in value || 'box' in value) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...(SILENT.has(key) ? [] : keysOf(inner))]);
}

describe('what events say', () => {
  it('finds the events', () => expect(events.length).toBeGreaterThan(90));

  it.each(events)('%s has a word for every field, and no code in it', (_, data) => {
    const unknown = keysOf(data).filter((key) => !FIELDS[key] && !SILENT.has(key) && !HOLDERS.has(key));
    expect(unknown).toEqual([]);
    for (const language of ['zh-CN', 'en'] as const) {
      speakIn(language);
      for (const { label, text } of factsOf(data, context)) {
        expect(`${label} ${text}`).not.toMatch(/[a-z]+_[a-z]+|[0-9a-f]{8}-[0-9a-f]{4}-|undefined|\[object|\{\{/);
      }
    }
    speakIn('zh-CN');
  });

  it('says who must do what by when', () => {
    const issued = events.find(([name]) => name === 'DispatchIssued')![1];
    expect(factsOf(issued, context)).toEqual(
      expect.arrayContaining([
        { label: '部门', text: '单位water' },
        { label: '职责', text: '主办' },
        { label: '办理要求', text: '请到场处置' },
        { label: '应签收', text: '2026年3月2日 09:16' },
      ]),
    );
  });

  it('keeps sealed what is sealed', () => {
    const reported = events.find(([name]) => name === 'DepartmentReported')![1];
    expect(factsOf(reported, context)).toContainEqual({ label: '人员', text: '（已密封的个人信息）' });
  });

  it('knows where a dispatch went', () => {
    const departments = departmentsOf(events.map(([, data]) => ({ data })));
    expect(departments.size).toBeGreaterThan(0);
    expect(limitWords('3wd')).toBe('3个工作日');
    expect(limitWords(undefined)).toBe('不设');
    expect([limitWords('1wd', 'en'), limitWords('3wd', 'en')]).toEqual(['1 working day', '3 working days']);
  });
});

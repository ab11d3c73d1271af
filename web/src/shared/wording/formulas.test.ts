import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { rateWord } from './figures';
import { formulaWord } from './formulas';
import { speakIn } from './speech';

const source = readFileSync(resolve(import.meta.dirname, '../../../../crates/domain/src/report/rate.rs'), 'utf8');
const said = [...source.slice(source.indexOf('const fn formula')).matchAll(/=> "([^"=]+=[^"]+)"/g)].map(([, words = '']) => words);

it('every rate has its definition in both languages', () => {
  expect([...formulaWord.codes].sort()).toEqual([...rateWord.codes].sort());
  speakIn('en');
  for (const code of formulaWord.codes) {
    expect(formulaWord(code)).toMatch(/^[^一-鿿]+ = [^一-鿿]+ ÷ [^一-鿿]+$/);
    expect(formulaWord(code).startsWith(`${rateWord(code)} = `), code).toBe(true);
  }
  speakIn('zh-CN');
});

it('the Chinese is that of the files that the service writes', () => {
  expect(said.length).toBe(27);
  expect(formulaWord.codes.map((code) => formulaWord(code)).sort()).toEqual(said.sort());
});

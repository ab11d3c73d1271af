import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const source = resolve(import.meta.dirname, '../..');

it('Chinese wording has Chinese punctuation', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(ts|vue)$/.test(file) && !/\.test\.ts$|schema\.d\.ts$/.test(file),
  );
  const literals = files.flatMap((file) =>
    [...readFileSync(resolve(source, file), 'utf8').matchAll(/'([^'\n]*\p{Script=Han}[^'\n]*)'/gu)].map((match) => ({
      file,
      text: match[1] ?? '',
    })),
  );
  expect(literals.length).toBeGreaterThan(300);
  const wrong = literals.filter(({ text }) => /\p{Script=Han}[,;:?!]|[,;:?!]\p{Script=Han}|\([^()]*\p{Script=Han}[^()]*\)/u.test(text));
  expect(wrong).toEqual([]);
});

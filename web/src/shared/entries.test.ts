import { readdirSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = resolve(import.meta.dirname, '..');
const IMPORT = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g;

/** What a file imports from this package, as paths below `src`. */
function importsOf(file: string): string[] {
  const text = readFileSync(resolve(source, file), 'utf8');
  return [...text.matchAll(IMPORT)].flatMap(([, name = '']) => {
    if (name.startsWith('@/')) return [name.slice(2)];
    return name.startsWith('.') ? [relative(source, resolve(source, dirname(file), name))] : [];
  });
}

function filesBelow(folder: string): string[] {
  const names = readdirSync(resolve(source, folder), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /\.(ts|vue)$/.test(name)).map((name) => `${folder}/${name}`);
}

function strays(folder: string, forbidden: readonly string[]): string[] {
  return filesBelow(folder).flatMap((file) =>
    importsOf(file)
      .filter((imported) => forbidden.includes(imported.split('/')[0] ?? ''))
      .map((imported) => `${file} imports ${imported}`),
  );
}

describe('the two pages know nothing of one another', () => {
  it('finds the files that it judges', () => {
    for (const folder of ['resident', 'desk', 'shared']) expect(filesBelow(folder).length).toBeGreaterThan(2);
    expect(importsOf('resident/main.ts').some((imported) => imported.startsWith('shared/'))).toBe(true);
  });
  it('the resident imports nothing from the desk', () => expect(strays('resident', ['desk'])).toEqual([]));
  it('the desk imports nothing from the resident', () => expect(strays('desk', ['resident'])).toEqual([]));
  it('what is shared imports from neither', () => expect(strays('shared', ['resident', 'desk'])).toEqual([]));
});

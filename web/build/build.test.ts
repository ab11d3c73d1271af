import { describe, expect, it } from 'vitest';
import { excesses, firstLoad } from './budget.mjs';
import { entryOf } from './entries';

describe('the budget', () => {
  const manifest = {
    'resident.html': { file: 'r.js', css: ['r.css'], imports: ['_s.js'], dynamicImports: ['map.vue'] },
    'desk.html': { file: 'd.js', imports: ['_s.js', '_k.js'] },
    '_s.js': { file: 's.js', imports: ['_v.js'] },
    '_k.js': { file: 'k.js', imports: ['_s.js'] },
    '_v.js': { file: 'v.js' },
    'map.vue': { file: 'm.js', css: ['m.css'], isDynamicEntry: true },
  };

  it('counts everything that must arrive, once, and nothing that comes later', () => {
    expect(firstLoad(manifest, 'resident.html').sort()).toEqual(['r.css', 'r.js', 's.js', 'v.js']);
    expect(firstLoad(manifest, 'desk.html').sort()).toEqual(['d.js', 'k.js', 's.js', 'v.js']);
  });

  it('is exceeded by a byte too much', () => {
    const each = (kb: number) => (file: string) => (file.endsWith('.html') ? 0 : kb);
    expect(excesses(manifest, each(25))).toEqual([]);
    expect(excesses(manifest, each(25.01))).toHaveLength(1);
    expect(excesses(manifest, (file: string) => (file === 'm.js' ? 221 : 1))).toEqual([expect.stringContaining('m.js')]);
    expect(excesses(manifest, (file: string) => (file === 'k.js' ? 300 : 1))).toEqual([expect.stringContaining('desk.html')]);
  });
});

describe('paths', () => {
  it.each([
    ['/', '/resident.html'],
    ['/r/411625X20261121000378', '/resident.html'],
    ['/desk', '/desk.html'],
    ['/desk/dispatches', '/desk.html'],
    ['/desktop', '/resident.html'],
    ['/api/v1/me', undefined],
    ['/assets/a.js', undefined],
    ['/openapi.json', undefined],
  ])('%s is %s', (path, entry) => expect(entryOf(path)).toBe(entry));
});

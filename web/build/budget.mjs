// Fails when a page has become too heavy for a slow line. Reads what was built off Vite's manifest.
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

const KB = 1000;
export const FIRST_LOAD_KB_MAX = { 'resident.html': 100, 'desk.html': 300 };
export const LAZY_CHUNK_KB_MAX = 220;
/** Chunks that are fetched by themselves and that nobody can do without. */
export const ALWAYS_NEEDED = { 'desk.html': ['src/desk/shell/DeskLayout.vue'] };

/** Every file that must arrive before a chunk can run: itself, its styles, and what it imports. */
export function firstLoad(manifest, key, seen = new Set()) {
  const chunk = manifest[key];
  if (!chunk || seen.has(key)) return [];
  seen.add(key);
  const imported = (chunk.imports ?? []).flatMap((next) => firstLoad(manifest, next, seen));
  return [...new Set([chunk.file, ...(chunk.css ?? []), ...imported])];
}

/** Every file of the first load of an entry, itself included. */
export function entryFiles(manifest, entry) {
  const chunks = [entry, ...(ALWAYS_NEEDED[entry] ?? [])];
  return [...new Set([entry, ...chunks.flatMap((chunk) => firstLoad(manifest, chunk))])];
}

/** What is over its budget, in words. `kb` tells the weight of a file. */
export function excesses(manifest, kb) {
  const found = [];
  const weigh = (files) => files.reduce((sum, file) => sum + kb(file), 0);
  for (const [entry, max] of Object.entries(FIRST_LOAD_KB_MAX)) {
    const weight = weigh(entryFiles(manifest, entry));
    if (weight > max) found.push(`${entry}: ${weight.toFixed(1)} kB at first load, at most ${max}`);
  }
  for (const chunk of Object.values(manifest).filter((chunk) => chunk.isDynamicEntry)) {
    const weight = weigh([chunk.file, ...(chunk.css ?? [])]);
    if (weight > LAZY_CHUNK_KB_MAX) found.push(`${chunk.file}: ${weight.toFixed(1)} kB, at most ${LAZY_CHUNK_KB_MAX}`);
  }
  return found;
}

async function main() {
  const dist = new URL('../dist/', import.meta.url);
  const manifest = JSON.parse(await readFile(new URL('.vite/manifest.json', dist), 'utf8'));
  const files = new Set([...Object.keys(FIRST_LOAD_KB_MAX), ...Object.values(manifest).flatMap((c) => [c.file, ...(c.css ?? [])])]);
  const weights = new Map();
  for (const file of files) {
    const zipped = await readFile(new URL(`${file}.gz`, dist)).catch(() => readFile(new URL(file, dist)));
    weights.set(file, zipped.length / KB);
  }
  const kb = (file) => weights.get(file) ?? 0;
  for (const [entry, max] of Object.entries(FIRST_LOAD_KB_MAX)) {
    console.log(`${entry}: ${entryFiles(manifest, entry).reduce((sum, file) => sum + kb(file), 0).toFixed(1)} kB of ${max}`);
  }
  const lazy = Object.values(manifest).filter((chunk) => chunk.isDynamicEntry);
  const heaviest = lazy.map((chunk) => [kb(chunk.file), chunk.file]).sort(([a], [b]) => b - a)[0];
  if (heaviest) console.log(`heaviest lazy chunk: ${heaviest[1]} ${heaviest[0].toFixed(1)} kB of ${LAZY_CHUNK_KB_MAX}`);
  const found = excesses(manifest, kb);
  for (const excess of found) console.error(excess);
  if (found.length > 0) process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();

// Writes what the pages know of the API from openapi.json: its types, and which queries wait for a position.
// With `--check` nothing is written; it fails when what is there is stale.
import { readFile, writeFile } from 'node:fs/promises';
import openapiTypescript, { astToString } from 'openapi-typescript';

const description = new URL('../../openapi.json', import.meta.url);
const folder = new URL('../src/shared/api/', import.meta.url);
const GENERATED = '// Written by `npm run api` from openapi.json; not to be edited.\n';

const document = JSON.parse(await readFile(description, 'utf8'));
const types = GENERATED + astToString(await openapiTypescript(document));
const waiting = Object.entries(document.paths)
  .filter(([, methods]) => methods.get?.parameters?.some(({ name }) => name === 'min_position'))
  .map(([path]) => `  '${path}',\n`);
const paths = `${GENERATED}
/** Queries that can wait until the service knows of a command. */
export const waitingPaths: ReadonlySet<string> = new Set([
${waiting.join('')}]);
`;

const files = { 'schema.d.ts': types, 'capabilities.ts': paths };
let stale = false;
for (const [name, text] of Object.entries(files)) {
  const file = new URL(name, folder);
  const known = await readFile(file, 'utf8').catch(() => '');
  if (known === text) continue;
  stale = true;
  if (!process.argv.includes('--check')) await writeFile(file, text);
}
if (stale && process.argv.includes('--check')) {
  console.error('src/shared/api is older than openapi.json: run `npm run api`');
  process.exit(1);
}

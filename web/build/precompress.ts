import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const squeezeBrotli = promisify(brotliCompress);
const squeezeGzip = promisify(gzip);
const TEXT = /\.(html|js|css|svg|json|webmanifest)$/;
/** Below this a compressed copy saves less than it costs to look for. */
const BYTES_MIN = 512;

/** Writes `.gz` and `.br` beside each file of text, so that the service sends what was compressed once. */
export function precompress(): Plugin {
  let root = '';
  return {
    name: 'whistle:precompress',
    apply: 'build',
    configResolved(config) {
      root = config.build.outDir;
    },
    async closeBundle() {
      const files = await readdir(root, { recursive: true, withFileTypes: true });
      const texts = files.filter((file) => file.isFile() && TEXT.test(file.name));
      await Promise.all(texts.map((file) => compress(join(file.parentPath, file.name))));
    },
  };
}

async function compress(path: string): Promise<void> {
  const bytes = await readFile(path);
  if (bytes.length < BYTES_MIN) return;
  const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  const [brotli, zipped] = await Promise.all([squeezeBrotli(bytes, best), squeezeGzip(bytes, { level: 9 })]);
  await Promise.all([writeFile(`${path}.br`, brotli), writeFile(`${path}.gz`, zipped)]);
}

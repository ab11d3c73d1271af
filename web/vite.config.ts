import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import ElementPlus from 'unplugin-element-plus/vite';
import { defineConfig } from 'vitest/config';
import { entries } from './build/entries.ts';
import { precompress } from './build/precompress.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const service = process.env['WHISTLE_SERVICE'] ?? 'http://127.0.0.1:8080';
const proxy = { '^/(api/|openapi\\.json|docs|healthz|readyz)': { target: service } };

/** What the service sends with every page; here so that nothing is built that would not be let in. */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
].join('; ');

// Tests draw nothing: they need no styles of components.
const styles = process.env['VITEST'] ? [] : [ElementPlus({})];

export default defineConfig({
  plugins: [vue(), ...styles, entries(), precompress()],
  resolve: { alias: { '@': here('./src') } },
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  build: {
    outDir: here('./dist'),
    // Browsers of closed networks are old; this is the newest that all of them have.
    target: 'chrome87',
    cssTarget: 'chrome87',
    manifest: true,
    // Nothing inlined: the policy for content allows data only for images.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: { resident: here('./resident.html'), desk: here('./desk.html') } },
  },
  server: { proxy },
  preview: { proxy, headers: { 'Content-Security-Policy': policy } },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts', 'build/**/*.test.ts'],
    restoreMocks: true,
    setupFiles: [here('./build/test-language.ts')],
    // One window for all files of a worker: making one takes longer than most tests.
    isolate: false,
  },
});

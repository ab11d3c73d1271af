import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Making a cluster and seeding a district takes a debug build on a busy machine a while. */
const READY_SECONDS_MAX = 420;
const web = resolve(__dirname, '../../web');

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (!address || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

async function ready(url: string, service: ChildProcess): Promise<void> {
  const until = Date.now() + READY_SECONDS_MAX * 1000;
  while (Date.now() < until) {
    if (service.exitCode !== null) throw new Error(`the service ended with ${service.exitCode}`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error(`the service was not ready within ${READY_SECONDS_MAX} seconds`);
}

function binary(): string {
  const candidates = [process.env['WHISTLE_BIN'], resolve(__dirname, '../../target/debug/whistle')];
  const found = candidates.find((path) => path && existsSync(path));
  if (!found) throw new Error('build the service first, or name its binary in WHISTLE_BIN');
  return found;
}

/** Whether the service serves the pages itself. */
async function servesPages(url: string): Promise<boolean> {
  const page = await fetch(`${url}/`).catch(() => undefined);
  return page?.ok === true && (await page.text()).includes('id="page"');
}

/** Serves the pages that were built, in front of a service that does not. */
async function servePages(service: string): Promise<{ url: string; close(): void }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const vite = resolve(web, 'node_modules/vite/bin/vite.js');
  const server = spawn(process.execPath, [vite, 'preview', '--host', '127.0.0.1', '--port', `${port}`, '--strictPort'], {
    cwd: web,
    env: { ...process.env, WHISTLE_SERVICE: service },
    stdio: 'ignore',
  });
  await ready(`${url}/`, server);
  return { url, close: () => void server.kill() };
}

/** The settings of the tests are none of the service's, which refuses settings that it does not know. */
function ordinaryEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('WHISTLE_')));
}

async function startService(): Promise<{ url: string; accounts: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'whistle-e2e-'));
  const url = `http://127.0.0.1:${await freePort()}`;
  // Where a spec can take what the service tells other systems.
  const receiver = await freePort();
  const given = ['serve', '--demo', '--data-dir', folder, '--listen', url.slice('http://'.length)];
  const service = spawn(binary(), given, {
    env: { ...ordinaryEnvironment(), WHISTLE_RATE_LIMIT: 'off', WHISTLE_WEBHOOK_HOSTS: `127.0.0.1:${receiver}` },
    stdio: process.env['WHISTLE_E2E_VERBOSE'] ? 'inherit' : 'ignore',
  });
  const ended = new Promise((gone) => service.once('exit', gone));
  const stop = async () => {
    service.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await ready(`${url}/readyz`, service);
  } catch (thrown) {
    await stop();
    throw thrown;
  }
  process.env['WHISTLE_E2E_RECEIVER'] = `${receiver}`;
  return { url, accounts: join(folder, 'demo-accounts.json'), stop };
}

/**
 * Starts the real service with demo data, once for all specs. With `WHISTLE_E2E_SERVICE` and `WHISTLE_E2E_ACCOUNTS`
 * one that runs already is used and left as it is.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const running = process.env['WHISTLE_E2E_SERVICE'];
  const service = running
    ? { url: running, accounts: process.env['WHISTLE_E2E_ACCOUNTS'] ?? '', stop: async () => undefined }
    : await startService();
  const pages = (await servesPages(service.url)) ? undefined : await servePages(service.url);
  process.env['WHISTLE_E2E_URL'] = pages?.url ?? service.url;
  process.env['WHISTLE_E2E_LOGINS'] = await readFile(service.accounts, 'utf8');
  return async () => {
    pages?.close();
    await service.stop();
  };
}

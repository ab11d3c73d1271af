import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const chromium = [process.env['WHISTLE_CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path) => path && existsSync(path),
);

export default defineConfig({
  testDir: '../tests/e2e',
  outputDir: './test-results',
  globalSetup: '../tests/e2e/service.ts',
  // Journeys share one service, and it is the service that is tested, not the machine.
  workers: 1,
  fullyParallel: false,
  timeout: 240_000,
  expect: { timeout: 45_000 },
  reporter: [['list']],
  forbidOnly: Boolean(process.env['CI']),
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // What a test routes must not be answered by something else.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    {
      name: 'phone',
      testMatch: /resident\/.*\.spec\.ts$/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
    },
    // Who takes part in a journey comes with a device of their own.
    { name: 'journey', testMatch: /e2e\/\w+\.spec\.ts$/ },
    { name: 'desk', testMatch: /desk\/.*\.spec\.ts$/, use: { viewport: { width: 1440, height: 900 } } },
  ],
});

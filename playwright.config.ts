import { defineConfig } from '@playwright/test';

/**
 * End-to-end specs. They drive the built program: on the electron double, or on Electron itself with
 * KANWU_SHELL=electron. `tests/e2e/support/launch.ts` starts it.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/support/prepare.ts',
  // One window at a time: timing, clipboard and focus are shared.
  workers: 1,
  fullyParallel: false,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  forbidOnly: process.env['CI'] !== undefined,
});

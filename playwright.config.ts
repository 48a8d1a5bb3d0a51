import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';

/** Those that judge by the clock or by memory: they run when the others are done, with the machine to themselves. */
const ALONE = ['**/kills.spec.ts', '**/soak.spec.ts'];

/**
 * End-to-end specs. They drive the built program: on the electron double, or on Electron itself with
 * KANWU_SHELL=electron. `tests/e2e/support/launch.ts` starts it.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/support/prepare.ts',
  // Electron's windows share the display's focus and clipboard; each of the double's has a headless Chromium of its own.
  workers: process.env['KANWU_SHELL'] === 'electron' ? 1 : Math.min(2, availableParallelism()),
  fullyParallel: false,
  projects: [
    { name: 'side by side', testIgnore: ALONE },
    { name: 'alone', testMatch: ALONE, dependencies: ['side by side'], workers: 1 },
  ],
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  forbidOnly: process.env['CI'] !== undefined,
});

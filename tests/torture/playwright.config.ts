import { defineConfig } from '@playwright/test';

/** The long forms that drive the whole program; `npm run test:torture` runs them. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/torture',
  globalSetup: '../e2e/support/prepare.ts',
  workers: 1,
  fullyParallel: false,
  timeout: 600_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
});

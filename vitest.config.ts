import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Where modules are mocked, or the page and its globals stood in for: each file has modules of its own. */
const APART = ['tests/unit/main/**', 'tests/unit/renderer/**'];

const common = {
  environment: 'node',
  setupFiles: ['tests/unit/propertySeed.ts'],
  testTimeout: 60_000,
  restoreMocks: true,
  unstubGlobals: true,
} as const;

export default defineConfig({
  test: {
    // Vitest leaves one processor free, which of two is half; the command line's tests wait for their children besides.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          ...common,
          name: 'core',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          exclude: APART,
          // Pure functions: a fresh set of modules for each of a hundred files took a third of the time.
          isolate: false,
        },
      },
      { test: { ...common, name: 'apart', include: APART.map(folder => `${folder}/*.test.{ts,tsx}`) } },
    ],
  },
});

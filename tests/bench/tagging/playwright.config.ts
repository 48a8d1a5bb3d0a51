import base from '../../../playwright.config';

/** `npx playwright test -c tests/bench/tagging`: what tagging the sample page takes; prints the figures of docs/tagging.md. */
export default {
  ...base,
  testDir: '.',
  outputDir: '../../../test-results',
  globalSetup: '../../e2e/support/prepare.ts',
};

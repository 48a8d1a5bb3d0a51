import base from '../../../playwright.config';

/** `npm run bench:opening`: how long after its text a file's first findings are on the screen. */
export default {
  ...base,
  testDir: '.',
  outputDir: '../../../test-results',
  globalSetup: '../../e2e/support/prepare.ts',
};

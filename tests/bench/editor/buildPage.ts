import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const HTML = `<!doctype html>
<html lang="zh-CN" data-theme="light">
  <head>
    <meta charset="utf-8" />
    <link rel="stylesheet" href="page.css" />
  </head>
  <body>
    <div id="root"></div>
    <script src="page.js"></script>
  </body>
</html>
`;

/** Bundles the page as the program is shipped (production, minified) into a temporary folder; returns its address. */
export async function buildPage(minify = true): Promise<{ readonly address: string; dispose(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'kanwu-bench-'));
  await build({
    entryPoints: { page: join('tests', 'bench', 'editor', 'page.ts') },
    outdir: folder,
    bundle: true,
    minify,
    format: 'iife',
    target: 'chrome140',
    // As tools/build.mjs, see tools/regularExpressions.mjs.
    supported: { 'regexp-unicode-property-escapes': true },
    jsx: 'automatic',
    conditions: ['production'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
  writeFileSync(join(folder, 'page.html'), HTML);
  return {
    address: `file://${join(folder, 'page.html')}`,
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

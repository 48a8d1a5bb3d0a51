// Builds what is out of date into dist/: `node tools/build.mjs [--dev] [--verbose] [part …]`.
// Called before every start, test and `kanwu` command, so it must be quick when nothing changed and silent on stdout.
// A part's inputs are those its last build named (esbuild's metafile); packages are covered by package-lock.json.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { REGULAR_EXPRESSIONS } from './regularExpressions.mjs';

const root = resolve(import.meta.dirname, '..');
const requireInModule =
  "import { createRequire as kanwuCreateRequire } from 'node:module'; const require = kanwuCreateRequire(import.meta.url);";

/**
 * One output: the entry file, where it goes, and how. `make(entry, dev)` returns the outputs by path
 * and the files read; paths are relative to the repository. A part whose entry does not exist is left out. A part that
 * is named brings the parts that it `needs` when it runs.
 */
const parts = {
  main: {
    entry: 'electron/main.ts',
    make: bundler({ outfile: 'dist/main/main.mjs', ...forNode(), external: ['electron'] }),
  },
  preload: {
    entry: 'electron/preload.ts',
    make: bundler({
      outfile: 'dist/main/preload.cjs',
      platform: 'browser',
      format: 'cjs',
      target: 'chrome140',
      external: ['electron'],
    }),
  },
  renderer: {
    entry: 'renderer/main.tsx',
    make: bundler({ outfile: 'dist/renderer/main.js', ...forPage() }),
  },
  beginning: {
    entry: 'renderer/beginning.ts',
    make: bundler({ outfile: 'dist/renderer/beginning.js', ...forPage() }),
  },
  worker: {
    entry: 'renderer/detection/detectionWorker.ts',
    make: bundler({ outfile: 'dist/renderer/detectionWorker.js', ...forPage() }),
  },
  suggestionWorker: {
    entry: 'renderer/suggestions/suggestionWorker.ts',
    make: bundler({ outfile: 'dist/renderer/suggestionWorker.js', ...forPage() }),
  },
  expressionWorker: {
    entry: 'renderer/search/expressionWorker.ts',
    make: bundler({ outfile: 'dist/renderer/expressionWorker.js', ...forPage() }),
  },
  page: { entry: 'renderer/index.html', make: copyTo('dist/renderer/index.html') },
  lexicon: {
    entry: 'tools/lexicon/build.ts',
    make: generatorOf('dist/assets/lexicon.txt'),
  },
  suggestionModel: {
    entry: 'shared/suggesters/weights.model.json',
    make: copyTo('dist/assets/suggestion-model.json'),
  },
  cli: {
    entry: 'cli/kanwu.ts',
    needs: ['lexicon', 'suggestionModel'],
    make: bundler({
      outfile: 'dist/cli/kanwu.mjs',
      ...forNode(),
      banner: { js: `#!/usr/bin/env node\n${requireInModule}` },
    }),
  },
  double: {
    entry: 'tests/electron-double/electron.ts',
    make: bundler({
      outfile: 'dist/double/electron.mjs',
      ...forNode(),
      external: ['electron', 'playwright-core'],
    }),
  },
  doublePreload: {
    entry: 'tests/electron-double/page/pageShim.ts',
    make: bundler({
      outfile: 'dist/double/pageShim.js',
      platform: 'browser',
      format: 'iife',
      target: 'chrome140',
    }),
  },
};

/** What every part depends on. */
const CONFIGURATION = ['package-lock.json', 'tools/build.mjs', 'tools/regularExpressions.mjs'];

const options = process.argv.slice(2);
const dev = options.includes('--dev');
const verbose = options.includes('--verbose');
const named = options.filter(option => !option.startsWith('--'));
const unknown = named.filter(name => !(name in parts));
if (unknown.length > 0) {
  console.error(`build: no such part: ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}

const asked = named.flatMap(name => [name, ...(parts[name].needs ?? [])]);
const wanted = Object.entries(parts).filter(
  ([name, part]) => (asked.length === 0 || asked.includes(name)) && existsSync(join(root, part.entry)),
);
for (const [name, part] of wanted) {
  const stampFile = join(root, 'dist/.build', `${name}.json`);
  if (upToDate(stampFile)) continue;
  const started = Date.now();
  try {
    const { outputs, inputs } = await part.make(part.entry, dev);
    for (const [path, contents] of outputs) writeWhole(path, contents);
    const read = [...new Set([...inputs, part.entry, ...CONFIGURATION])];
    const stamp = {
      dev,
      outputs: outputs.map(([path]) => path),
      inputs: read.map(path => [path, fingerprint(path, started)]),
    };
    writeWhole(relative(root, stampFile), JSON.stringify(stamp));
  } catch (error) {
    if (!Array.isArray(error?.errors)) throw error;
    const errors = error.errors.map(
      e => `${e.location?.file ?? part.entry}:${e.location?.line ?? 1}: ${e.text}`,
    );
    console.error(`build: ${name} failed\n${errors.join('\n')}`);
    // The other parts are built all the same.
    process.exitCode = 1;
    continue;
  }
  if (verbose) console.error(`build: ${name} in ${Date.now() - started} ms`);
}

function forNode() {
  return {
    platform: 'node',
    format: 'esm',
    target: 'node20',
    banner: { js: requireInModule },
    // Loaded by name where it is used: it has a native part.
    external: ['@node-rs/jieba'],
  };
}

function forPage() {
  return {
    platform: 'browser',
    format: 'esm',
    target: 'chrome140',
    jsx: 'automatic',
    // 'production' is how lexical's packages name their small builds; 'module' is esbuild's own default.
    conditions: ['production', 'module'],
    loader: { '.svg': 'dataurl', '.woff2': 'file' },
    assetNames: '[name]-[hash]',
  };
}

function bundler(configuration) {
  return async (entry, development) => {
    const { build } = await import('esbuild');
    const page = configuration.platform === 'browser';
    const result = await build({
      absWorkingDir: root,
      entryPoints: [entry],
      bundle: true,
      write: false,
      metafile: true,
      logLevel: 'silent',
      legalComments: 'none',
      charset: 'utf8',
      supported: REGULAR_EXPRESSIONS,
      sourcemap: page && !development ? false : 'linked',
      minify: page && !development,
      define: { 'process.env.NODE_ENV': development ? '"development"' : '"production"' },
      ...configuration,
    });
    return {
      outputs: result.outputFiles.map(file => [relative(root, file.path), file.contents]),
      inputs: Object.keys(result.metafile.inputs).filter(path => !path.startsWith('node_modules/')),
    };
  };
}

function copyTo(to) {
  return async entry => ({ outputs: [[to, readFileSync(join(root, entry))]], inputs: [] });
}

/** Runs a TypeScript file with the path to write as its argument. */
function generatorOf(to) {
  return async script => {
    const [{ spawnSync }, { build }] = await Promise.all([import('node:child_process'), import('esbuild')]);
    const made = join(root, `${to}.${process.pid}.made`);
    mkdirSync(dirname(made), { recursive: true });
    const run = spawnSync(process.execPath, [join(root, 'tools/run.mjs'), join(root, script), made], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (run.status !== 0) throw { errors: [{ text: `${script} ended with ${run.status}` }] };
    const contents = readFileSync(made);
    rmSync(made, { force: true });
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: [script],
      bundle: true,
      write: false,
      metafile: true,
      packages: 'external',
      platform: 'node',
      outfile: 'unused.js',
      logLevel: 'silent',
      format: 'esm',
    });
    return { outputs: [[to, contents]], inputs: Object.keys(metafile.inputs) };
  };
}

function upToDate(stampFile) {
  let stamp;
  try {
    stamp = JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return false; // never built, or an interrupted build
  }
  return (
    stamp.dev === dev &&
    stamp.outputs.every(path => existsSync(join(root, path))) &&
    stamp.inputs.every(([path, known]) => fingerprint(path) === known)
  );
}

/** What tells a changed file; a file written after `before` (ms) may not be what the build read, so it counts as changed. */
function fingerprint(path, before = Number.POSITIVE_INFINITY) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  return stat && stat.mtimeMs < before ? `${stat.mtimeMs}:${stat.size}` : 'missing';
}

/** Several commands may build at the same time: none ever sees half a file. */
function writeWhole(path, contents) {
  const target = join(root, path);
  mkdirSync(dirname(target), { recursive: true });
  const temporary = `${target}.${process.pid}.new`;
  writeFileSync(temporary, contents);
  if (path.startsWith('dist/cli/') && path.endsWith('.mjs')) chmodSync(temporary, 0o755);
  renameSync(temporary, target);
}

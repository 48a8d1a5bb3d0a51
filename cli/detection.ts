import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { allDetectors, inDocumentOrder } from '../shared/detectors';
import { toTextBlock } from '../shared/document/block';
import type { KanwuDocument } from '../shared/document/document';
import type { Detector } from '../shared/findings/detector';
import type { Finding, FindingKind } from '../shared/findings/finding';
import { parseLexicon } from '../shared/lexicon';
import { Failure } from './failure';
import { stderrIsTerminal, tellInPlace } from './streams';

/** Blocks looked at between two looks at the clock. */
const STEP = 2000;
/** Work shorter than this (ms) shows no progress. */
const QUIET = 500;

/** The findings of these kinds in document order. Says on a terminal's stderr how far it is when it takes long. */
export async function detect(
  document: KanwuDocument,
  kinds: readonly FindingKind[],
  name: string,
): Promise<Finding[]> {
  const blocks = document.blocks.map(toTextBlock);
  const wanted = detectors().filter(detector => detector.kinds.some(kind => kinds.includes(kind)));
  const progress = progressFor(name, wanted.length * blocks.length);
  const findings: Finding[] = [];
  for (const [n, detector] of wanted.entries()) {
    const survey = detector.survey(blocks);
    const step = Number.isFinite(detector.reach) ? STEP : blocks.length;
    for (let from = 0; from < blocks.length; from += step) {
      for (const finding of detector.detect(blocks, survey, from, Math.min(from + step, blocks.length))) {
        if (kinds.includes(finding.kind)) findings.push(finding);
      }
      await progress.at(n * blocks.length + from);
    }
  }
  await progress.end();
  return inDocumentOrder(findings, blocks);
}

function progressFor(name: string, total: number) {
  const started = performance.now();
  let shown = 0;
  return {
    async at(done: number) {
      if (!stderrIsTerminal() || performance.now() - started < QUIET + shown) return;
      shown = performance.now() - started;
      await tellInPlace(`${name}: ${Math.floor((100 * done) / total)} %`);
      await setImmediate();
    },
    async end() {
      if (shown > 0) await tellInPlace('');
    },
  };
}

let loaded: readonly Detector[] | undefined;

function detectors(): readonly Detector[] {
  loaded ??= allDetectors(parseLexicon(readLexicon()));
  return loaded;
}

/** The word list lies beside the bundle: `dist/assets/lexicon.txt` by `dist/cli/kanwu.mjs`. */
function readLexicon(): string {
  const path = fileURLToPath(new URL('../assets/lexicon.txt', import.meta.url));
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Failure({
      en: `The word list ${path} can't be read. Install Kanwu again, or in a checkout run “node tools/build.mjs lexicon”.`,
      zh: `无法读取词表 ${path}。请重新安装勘误；在源码目录中请运行 node tools/build.mjs lexicon。`,
    });
  }
}

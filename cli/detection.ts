import { allDetectors, inDocumentOrder } from '../shared/detectors';
import { toTextBlock } from '../shared/document/block';
import type { KanwuDocument } from '../shared/document/document';
import type { Detector } from '../shared/findings/detector';
import type { Finding, FindingKind } from '../shared/findings/finding';
import { lexicon } from './assets';
import { progressFor } from './progress';

/** Blocks looked at between two looks at the clock. */
const STEP = 2000;

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

let loaded: readonly Detector[] | undefined;

function detectors(): readonly Detector[] {
  loaded ??= allDetectors(lexicon());
  return loaded;
}

import { checkWords } from '../shared/checks/checkWords';
import { editionCheck } from '../shared/checks/editionCheck';
import type { KanwuDocument } from '../shared/document/document';
import { fingerprintOf, type PlacedFinding, placeFinding } from '../shared/edits/deciding';
import { FINDING_KINDS } from '../shared/findings/finding';
import { drained } from '../shared/steps/drained';
import type { Locale } from './command';
import { detect } from './detection';
import type { ReadAnnotationFile } from './readAnnotationFile';
import { tell } from './streams';

/** Findings less sure than this are not listed in the window either. */
const LEAST = 0.5;

/** Says on stderr what is not settled in a document yet, each with its first places. */
export async function checkEdition(
  file: string,
  { document }: ReadAnnotationFile,
  locale: Locale,
): Promise<void> {
  const findings = await openFindings(document, file);
  const items = drained(editionCheck({ document, findings }));
  if (items.length === 0)
    await tell(`${file}: ${locale === 'zh' ? '没有遗留的问题。' : 'nothing is left to settle.'}`);
  for (const { kind, count, places } of items) {
    await tell(`${file}: ${checkWords(kind, count)[locale]}`);
    for (const { text } of places.slice(0, 5)) await tell(`    ${text}`);
  }
}

/** What the detectors report and nobody has decided. */
async function openFindings(document: KanwuDocument, name: string): Promise<PlacedFinding[]> {
  const findings = await detect(document, FINDING_KINDS, name);
  let near = 0;
  return findings.flatMap(finding => {
    if (finding.confidence < LEAST) return [];
    const placed = placeFinding(document, finding, near);
    if (!placed) return [];
    near = placed.first;
    return document.decisions.has(fingerprintOf(document, placed).key) ? [] : [placed];
  });
}

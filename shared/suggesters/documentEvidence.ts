import type { BlockKind } from '../document/textBlock';
import {
  type DocumentName,
  type DocumentNames,
  findRecurring,
  gatherNames,
  isWorthFinding,
  type RecurringNames,
  recurringNames,
} from './documentNames';
import {
  type AskedSpan,
  askedEvidence,
  type BlockEvidence,
  type SpanEvidence,
  type SpanSources,
} from './spanEvidence';

/** Evidence of a whole document while its names are looked for in every block; see `lookForNames`. */
export interface DocumentEvidence {
  /** By block; undefined where it is not read. */
  readonly evidence: (BlockEvidence | undefined)[];
  readonly names: DocumentNames;
  readonly recurring: RecurringNames;
}

/** Yields now and then, for a long document has 150,000 spans. O(spans). */
export function* documentEvidence(
  blocks: readonly (BlockEvidence | undefined)[],
): Generator<void, DocumentEvidence, void> {
  const names = yield* gatherNames(blocks.map(block => block?.spans ?? []));
  return { evidence: [...blocks], names, recurring: yield* recurringNames(names) };
}

/**
 * What the taggers take for a name in fewer than one in seven of the places where it has stood so far is a word that looked like
 * a name once: it is not asked about where they did not.
 */
const LEAST_SHARE = 0.15;

/**
 * Counts the names of the document in one block, and adds evidence for those that the taggers did not see there: a name clear
 * in one place is a candidate in all. To be called once for each block before any is judged.
 */
export function lookForNames(
  document: DocumentEvidence,
  index: number,
  kind: BlockKind,
  sources: SpanSources,
): void {
  const evidence = document.evidence[index];
  if (!evidence) return;
  const { readable, spans, rules } = evidence;
  const asked: AskedSpan[] = [];
  findRecurring(readable, document.recurring, (name, start) => {
    name.occurrences++;
    askUnseen(name, start, spans, asked);
  });
  if (asked.length === 0) return;
  const question = asked.map(({ type, start, end }) => `${type} ${start} ${end}`).join();
  let { answered } = evidence;
  if (answered?.question !== question) {
    answered = { question, spans: [...spans, ...askedEvidence(evidence, kind, asked, sources)] };
    evidence.answered = answered;
  }
  for (let k = spans.length; k < answered.spans.length; k++) {
    const span = answered.spans[k];
    // Of this run, which is not always the one that asked first.
    if (span) span.name = document.names.get(span.key);
  }
  document.evidence[index] = { readable, spans: answered.spans, rules };
}

/** Adds to `asked` the types worth finding as which no span says the name where it stands. */
function askUnseen(
  name: DocumentName,
  start: number,
  spans: readonly SpanEvidence[],
  asked: AskedSpan[],
): void {
  const end = start + name.key.length;
  for (let type = 0; type < name.standings.length; type++) {
    const standing = name.standings[type];
    if (!standing || !isWorthFinding(standing.best, type)) continue;
    if (standing.sum < LEAST_SHARE * name.occurrences) continue;
    if (!spans.some(span => span.start === start && span.end === end && span.type === type))
      asked.push({ type, start, end });
  }
}

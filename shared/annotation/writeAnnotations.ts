import { type Block, blockLength } from '../document/block';
import { type Correction, correctionsInSteps } from '../document/corrections';
import { documentPieces, type KanwuDocument } from '../document/document';
import { runSourceRange } from '../document/run';
import { textSlices } from '../document/textSlices';
import { retold } from '../steps/retold';
import { FORMAT_NAME, FORMAT_VERSION, type StoredMention } from './format';
import { addOtherDetails } from './otherDetails';

/** Code units of context stored on either side of a mention, for finding it again in a changed text. */
const CONTEXT = 16;

export interface AnnotationExtras {
  /** Program and version, for `generator`. */
  readonly generator: string;
  /** ISO 8601, UTC. */
  readonly saved: string;
}

/** Code units of text written as JSON at once, blocks gone through and pieces taken between two parts: a millisecond or so. */
const SLICE = 65_536;
const BLOCKS = 1000;

/**
 * The annotation file's text in parts, one record a line and keys in a fixed order, so that version control shows
 * what changed. A generator, so that a caller with a window to keep alive can pause between parts; some are empty, where
 * nothing is written for a while.
 */
export function* annotationFileParts(document: KanwuDocument, extras: AnnotationExtras): Generator<string> {
  const { source } = document;
  yield `{\n  "format": ${json(FORMAT_NAME)},\n  "version": ${FORMAT_VERSION},\n`;
  yield `  "generator": ${json(extras.generator)},\n  "saved": ${json(extras.saved)},\n`;
  const { name, sha256, encoding, bom, newline } = source;
  const head = { name, sha256, encoding, bom, newline, length: source.text.length };
  yield `  "source": ${json(head).slice(0, -1)},\n    "text": "`;
  for (const slice of textSlices(source.text, SLICE)) yield json(slice).slice(1, -1);
  yield '"},\n';
  yield `  "issueDate": ${json(document.issueDate)},\n`;
  yield* records('tagset', document.tagset);
  yield* records('entities', document.entities.values());
  const made = yield* retold(correctionsInSteps(documentPieces(document), source.text), () => '');
  yield* records('corrections', storedCorrections(made, source.text));
  const decided = [...document.decisions].map(([fingerprint, d]) => ({ fingerprint, ...d }));
  decided.sort((a, b) => a.at - b.at || (a.fingerprint < b.fingerprint ? -1 : 1));
  yield* records('decisions', decided);
  yield* records('mentions', storedMentionsInSteps(document));
  yield* records('orphans', document.orphans, true);
  yield '}\n';
}

export function writeAnnotations(document: KanwuDocument, extras: AnnotationExtras): string {
  return [...annotationFileParts(document, extras)].join('');
}

function json(value: unknown): string {
  return JSON.stringify(value);
}

/** Null in the place of an item is a pause. */
function* records(name: string, items: Iterable<unknown>, last = false): Generator<string> {
  yield `  "${name}": [`;
  let first = true;
  for (const item of items) {
    if (item === null) {
      yield '';
      continue;
    }
    yield `${first ? '' : ','}\n    ${json(item)}`;
    first = false;
  }
  yield `${first ? '' : '\n  '}]${last ? '' : ','}\n`;
}

function* storedCorrections(made: readonly Correction[], source: string) {
  for (const { from, to, replacement, ...origin } of made) {
    yield { from, to, original: source.slice(from, to), replacement, ...origin };
  }
}

/** The mentions of a document with their offsets in the whole working text and in the source, in document order. */
export function* storedMentions(document: KanwuDocument): Generator<StoredMention> {
  for (const mention of storedMentionsInSteps(document)) if (mention) yield mention;
}

/** The same with null now and then, for a pause. */
export function* storedMentionsInSteps(document: KanwuDocument): Generator<StoredMention | null> {
  const { blocks, lead } = document;
  let at = lead.text.length;
  let before = lead.text.slice(-CONTEXT);
  for (const [n, block] of blocks.entries()) {
    const text = block.marker.text + block.body.text;
    if (block.mentions.length > 0) {
      const around = before + text + afterBlock(blocks, n);
      yield* mentionsOfBlock(
        block,
        around,
        before.length + block.marker.text.length,
        at + block.marker.text.length,
      );
    } else if (n % BLOCKS === 0) yield null;
    before = (before + text + block.gap.text).slice(-CONTEXT);
    at += blockLength(block);
  }
}

/** What stands behind a block's text, at least as much as is quoted. */
function afterBlock(blocks: readonly Block[], n: number): string {
  let text = blocks[n]?.gap.text ?? '';
  for (let next = n + 1; text.length < CONTEXT; next++) {
    const block = blocks[next];
    if (!block) break;
    text +=
      block.marker.text +
      block.body.text.slice(0, CONTEXT) +
      (block.body.text.length < CONTEXT ? block.gap.text : '');
  }
  return text;
}

/** `around` is the block's text, which begins at `begins` in it and at `start` in the whole, with what stands before and after. */
function* mentionsOfBlock(
  block: Block,
  around: string,
  begins: number,
  start: number,
): Generator<StoredMention> {
  const { body } = block;
  for (const mention of block.mentions) {
    const quoted = body.text.slice(mention.start, mention.end);
    if (quoted.trim() === '') continue;
    // White space at the end of a line belongs to the separator when the file is read again.
    const from = mention.start + (quoted.length - quoted.trimStart().length);
    const to = mention.end - (quoted.length - quoted.trimEnd().length);
    const stored: StoredMention = {
      id: mention.id,
      type: mention.type,
      start: start + from,
      end: start + to,
      text: body.text.slice(from, to),
      prefix: around.slice(Math.max(0, begins + from - CONTEXT), begins + from),
      suffix: around.slice(begins + to, begins + to + CONTEXT),
      source: runSourceRange(body, from, to),
      who: mention.who,
      when: mention.when,
    };
    addOtherDetails(stored, mention);
    yield stored;
  }
}

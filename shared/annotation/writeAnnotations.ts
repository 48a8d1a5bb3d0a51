import { blockLength } from '../document/block';
import { corrections, SourceMap } from '../document/corrections';
import { type KanwuDocument, workingText } from '../document/document';
import { FORMAT_NAME, FORMAT_VERSION, type StoredMention } from './format';

/** Code units of context stored on either side of a mention, for finding it again in a changed text. */
const CONTEXT = 16;

export interface AnnotationExtras {
  /** Program and version, for `generator`. */
  readonly generator: string;
  /** ISO 8601, UTC. */
  readonly saved: string;
}

/**
 * The annotation file's text in parts, one record a line and keys in a fixed order, so that version control shows
 * what changed. A generator, so that a caller with a window to keep alive can pause between parts.
 */
export function* annotationFileParts(document: KanwuDocument, extras: AnnotationExtras): Generator<string> {
  const { source } = document;
  yield `{\n  "format": ${json(FORMAT_NAME)},\n  "version": ${FORMAT_VERSION},\n`;
  yield `  "generator": ${json(extras.generator)},\n  "saved": ${json(extras.saved)},\n`;
  const { name, sha256, encoding, bom, newline } = source;
  const head = { name, sha256, encoding, bom, newline, length: source.text.length };
  yield `  "source": ${json(head).slice(0, -1)},\n    "text": ${json(source.text)}},\n`;
  yield `  "issueDate": ${json(document.issueDate)},\n`;
  yield* records('tagset', document.tagset);
  yield* records('entities', document.entities.values());
  yield* records('corrections', storedCorrections(document));
  const decided = [...document.decisions].map(([fingerprint, d]) => ({ fingerprint, ...d }));
  decided.sort((a, b) => a.at - b.at || (a.fingerprint < b.fingerprint ? -1 : 1));
  yield* records('decisions', decided);
  yield* records('mentions', storedMentions(document));
  yield* records('orphans', document.orphans, true);
  yield '}\n';
}

export function writeAnnotations(document: KanwuDocument, extras: AnnotationExtras): string {
  return [...annotationFileParts(document, extras)].join('');
}

function json(value: unknown): string {
  return JSON.stringify(value);
}

function* records(name: string, items: Iterable<unknown>, last = false): Generator<string> {
  yield `  "${name}": [`;
  let first = true;
  for (const item of items) {
    yield `${first ? '' : ','}\n    ${json(item)}`;
    first = false;
  }
  yield `${first ? '' : '\n  '}]${last ? '' : ','}\n`;
}

function* storedCorrections(document: KanwuDocument) {
  for (const { from, to, replacement, ...origin } of corrections(document)) {
    yield { from, to, original: document.source.text.slice(from, to), replacement, ...origin };
  }
}

/**
 * The mentions of a document with their offsets in the whole working text, in document order, and by `map` where they stand
 * in the source.
 */
export function* storedMentions(
  document: KanwuDocument,
  map: Pick<SourceMap, 'toSource'> = new SourceMap(document),
): Generator<StoredMention> {
  let whole: string | undefined;
  let at = document.lead.text.length;
  for (const block of document.blocks) {
    const textStart = at + block.marker.text.length;
    for (const mention of block.mentions) {
      whole ??= workingText(document);
      const quoted = block.body.text.slice(mention.start, mention.end);
      if (quoted.trim() === '') continue;
      // White space at the end of a line belongs to the separator when the file is read again.
      const start = textStart + mention.start + (quoted.length - quoted.trimStart().length);
      const end = textStart + mention.end - (quoted.length - quoted.trimEnd().length);
      yield {
        id: mention.id,
        type: mention.type,
        start,
        end,
        text: whole.slice(start, end),
        prefix: whole.slice(Math.max(0, start - CONTEXT), start),
        suffix: whole.slice(end, end + CONTEXT),
        source: { start: map.toSource(start, 'start'), end: map.toSource(end, 'end') },
        who: mention.who,
        when: mention.when,
        ...(mention.continues === undefined ? {} : { continues: mention.continues }),
        ...(mention.entity === undefined ? {} : { entity: mention.entity }),
        ...(mention.note === undefined ? {} : { note: mention.note }),
        ...(mention.normal === undefined ? {} : { normal: mention.normal }),
        ...(mention.attributes === undefined ? {} : { attributes: mention.attributes }),
      };
    }
    at += blockLength(block);
  }
}

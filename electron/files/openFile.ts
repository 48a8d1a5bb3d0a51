import { basename, dirname, join } from 'node:path';
import { inUtf8 } from '../../shared/imports/inUtf8';
import type {
  FileToImport,
  OpenedFile,
  OpenedSource,
  OpenReply,
  SourceReply,
} from '../../shared/ipc/contract';
import { characterNotices } from '../../shared/source/characterNotices';
import { decodeSource } from '../../shared/source/decodeSource';
import { ENCODING_NAMES, type SourceEncoding } from '../../shared/source/encoding';
import { type FileError, fileError, type Message } from '../../shared/source/fileError';
import {
  type AnnotationHead,
  annotationHead,
  annotationPathsFor,
  isAnnotationName,
  likelySourcePaths,
} from './annotationNames';
import { binaryKind } from './binaryKind';
import { shortenPath } from './displayPath';
import type { OpenDocument, OpenDocuments } from './documents';
import { hashOfBytes } from './fileState';
import { isImportable } from './importable';
import { ANNOTATIONS_LIMIT, readFile, type Seen, SOURCE_LIMIT } from './readFile';

export interface OpenOptions {
  /** Read the source in this encoding instead of the one its annotations or its bytes tell. */
  readonly encoding?: SourceEncoding;
  /** Leave the annotation file alone; the next save asks where. */
  readonly withoutAnnotations?: boolean;
  /** The sample lies inside the program: saving it asks where, in this folder first. */
  readonly sampleSavesIn?: string;
}

interface Annotations {
  readonly path: string;
  readonly text: string;
  readonly head: AnnotationHead | null;
  readonly hash: string;
  readonly seen: Seen;
}

type Reading<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: FileError };

/**
 * Opens a source with the annotation file beside it, or an annotation file with the source beside it, and enters the
 * document into `documents` (not yet as the current one). Whatever is wrong with the files is a `failed` reply.
 */
export async function openFile(
  path: string,
  documents: OpenDocuments,
  options: OpenOptions = {},
): Promise<OpenReply> {
  const found = isAnnotationName(path) ? await byAnnotations(path, options) : await bySource(path, options);
  if (found.kind === 'failed') return found;
  const { source, annotations, imported } = found.value;
  const document = documents.add({
    name: basename(source?.path ?? path),
    sourcePath: source?.path ?? (imported ? path : null),
    annotationPath: annotations?.path ?? (await freeAnnotationPath(inFolder(source?.path ?? path, options))),
    annotationSeen: annotations?.seen ?? null,
    annotationHash: annotations?.hash ?? null,
    sourceSeen: source?.seen ?? null,
    sourceHash: source?.opened.sha256 ?? null,
    text: annotations ? annotations.head : (source?.opened ?? null),
    journalId: null,
    askWhere: options.sampleSavesIn !== undefined || options.withoutAnnotations === true,
    openedPath: path,
  });
  const opened = openedFile(document, source, annotations);
  return { kind: 'opened', document: imported ? { ...opened, imported } : opened };
}

function inFolder(path: string, { sampleSavesIn }: OpenOptions): string {
  return sampleSavesIn === undefined ? path : join(sampleSavesIn, basename(path));
}

interface Found {
  readonly source: ReadSource | null;
  readonly annotations: Annotations | null;
  /** A text in another program's form that has no annotation file yet. */
  readonly imported?: readonly FileToImport[];
}

async function bySource(path: string, options: OpenOptions): Promise<Reading<Found>> {
  const annotations = options.withoutAnnotations ? null : await annotationsBeside(path);
  if (annotations?.kind === 'failed') return annotations;
  const source = await readSource(path, annotations?.value.head ?? null, options);
  if (source.kind === 'failed') return source;
  if (source.kind === 'importable') {
    // Its annotations carry the text that was read out of it then.
    if (annotations) return { kind: 'read', value: { source: null, annotations: annotations.value } };
    const imported = [{ name: basename(path), bytes: inUtf8(source.bytes) }];
    return { kind: 'read', value: { source: null, annotations: null, imported } };
  }
  return { kind: 'read', value: { source: source.value, annotations: annotations?.value ?? null } };
}

async function byAnnotations(path: string, options: OpenOptions): Promise<Reading<Found>> {
  const annotations = await readAnnotations(path);
  if (annotations.kind === 'failed') return annotations;
  const { head } = annotations.value;
  const candidates = head ? [join(dirname(path), head.name)] : likelySourcePaths(path);
  for (const candidate of candidates) {
    const source = await readSource(candidate, head, options);
    if (source.kind === 'read') {
      const kept = options.withoutAnnotations ? null : annotations.value;
      return { kind: 'read', value: { source: source.value, annotations: kept } };
    }
  }
  // The annotation file carries the source's text itself.
  return { kind: 'read', value: { source: null, annotations: annotations.value } };
}

/** The source's own annotation file: the first of its possible places that does not belong to another source. */
async function annotationsBeside(sourcePath: string): Promise<Reading<Annotations> | null> {
  for (const path of annotationPathsFor(sourcePath)) {
    const annotations = await readAnnotations(path);
    if (annotations.kind === 'failed') {
      if (annotations.error.code === 'missing') continue;
      return annotations;
    }
    if (belongsTo(sourcePath, annotations.value.head)) return annotations;
  }
  return null;
}

/** Where the next save may write without touching another source's annotations. */
async function freeAnnotationPath(sourcePath: string): Promise<string> {
  const [preferred, other] = annotationPathsFor(sourcePath);
  const present = await readAnnotations(preferred);
  const foreign = present.kind === 'read' && !belongsTo(sourcePath, present.value.head);
  return foreign ? other : preferred;
}

/** A damaged annotation file names no source; by its own name it is this one's. */
function belongsTo(sourcePath: string, head: AnnotationHead | null): boolean {
  return head === null || head.name.normalize() === basename(sourcePath).normalize();
}

async function readAnnotations(path: string): Promise<Reading<Annotations>> {
  const file = await readFile(path, ANNOTATIONS_LIMIT);
  if (file.kind === 'failed') return file;
  const { text } = decodeSource(file.bytes, 'utf-8');
  return {
    kind: 'read',
    value: { path, text, head: annotationHead(text), hash: hashOfBytes(file.bytes), seen: file.seen },
  };
}

interface ReadSource {
  readonly path: string;
  readonly opened: OpenedSource;
  readonly seen: Seen;
}

async function readSource(
  path: string,
  head: AnnotationHead | null,
  options: OpenOptions,
): Promise<Reading<ReadSource> | { readonly kind: 'importable'; readonly bytes: Uint8Array }> {
  const file = await readFile(path, SOURCE_LIMIT);
  if (file.kind === 'failed') return file;
  const { bytes } = file;
  const sha256 = hashOfBytes(bytes);
  const known = head?.sha256 === sha256 ? head.encoding : undefined;
  if (!options.encoding && !known && isImportable(path, bytes)) return { kind: 'importable', bytes };
  const decoded = decodeSource(bytes, options.encoding ?? known);
  const binary = options.encoding ? null : binaryKind(bytes, decoded);
  if (binary) return { kind: 'failed', error: fileError('open', 'binary', basename(path), binary) };
  const opened = { ...decoded, sha256, byteLength: bytes.length };
  return { kind: 'read', value: { path, opened, seen: file.seen } };
}

/** A document's source as it is on the disk now, in the encoding it was opened in if that still fits. */
export async function sourceOnDisk({ sourcePath, name, text }: OpenDocument): Promise<SourceReply> {
  if (sourcePath === null) return { kind: 'failed', error: fileError('open', 'missing', name) };
  const found = await readSource(sourcePath, null, {});
  if (found.kind === 'failed') return found;
  if (found.kind === 'importable') {
    const what = { en: 'another program’s form', zh: '其他程序的格式' };
    return { kind: 'failed', error: fileError('open', 'binary', name, what) };
  }
  const { opened } = found.value;
  if (text === null || opened.encodingCertain || opened.encoding === text.encoding) {
    return { kind: 'read', source: opened };
  }
  const asBefore = await readSource(sourcePath, null, { encoding: text.encoding });
  const fits = asBefore.kind === 'read' && asBefore.value.opened.undecodable === 0;
  return { kind: 'read', source: fits ? asBefore.value.opened : opened };
}

function openedFile(
  document: OpenDocument,
  source: ReadSource | null,
  annotations: Annotations | null,
): OpenedFile {
  const shown = source?.path ?? document.openedPath;
  return {
    documentId: document.id,
    name: document.name,
    displayPath: shortenPath(shown),
    source: source?.opened ?? null,
    annotations: annotations?.text ?? null,
    annotationHash: document.annotationHash,
    journal: null,
    annotationName: basename(document.annotationPath),
    notices: source ? noticesOf(source.opened) : [],
  };
}

function noticesOf(source: OpenedSource): readonly Message[] {
  const notices: Message[] = [];
  const encoding = ENCODING_NAMES[source.encoding];
  if (source.byteLength === 0) notices.push({ en: 'This file is empty.', zh: '这个文件是空的。' });
  if (source.undecodable > 0) {
    notices.push({
      en: `${source.undecodable} ${source.undecodable === 1 ? 'place' : 'places'} could not be decoded as ${encoding}, shown as �. Another encoding may fit.`,
      zh: `按 ${encoding} 解码时有 ${source.undecodable} 处无法识别，显示为 �。请试试其他编码。`,
    });
  } else if (!source.lossless) {
    notices.push({
      en: `Some characters have more than one form in ${encoding}; an exported file may differ from the source in these bytes.`,
      zh: `有些字符在 ${encoding} 中有不止一种写法，导出的文件在这些字节上可能与原文不同。`,
    });
  } else if (!source.encodingCertain) {
    notices.push({
      en: `The encoding was guessed: ${encoding}. If the text looks wrong, choose another one.`,
      zh: `编码为推测：${encoding}。如果文字显示不对，请另选编码。`,
    });
  }
  return [...notices, ...characterNotices(source.text)];
}

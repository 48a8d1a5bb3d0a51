import { basename, dirname, extname, join } from 'node:path';
import * as v from 'valibot';
import { FORMAT_NAME } from '../../shared/annotation/format';
import { SOURCE_ENCODINGS, type SourceEncoding } from '../../shared/source/encoding';

export const ANNOTATION_EXTENSION = '.kanwu.json';

/** The part of an annotation file that main needs before the renderer reads it in earnest. */
export interface AnnotationHead {
  /** The source's file name. */
  readonly name: string;
  readonly sha256: string;
  readonly encoding: SourceEncoding;
}

const headSchema = v.object({
  format: v.literal(FORMAT_NAME),
  source: v.object({
    // A bare name: the file is looked for beside the annotation file and nowhere else.
    name: v.pipe(v.string(), v.regex(/^(?!\.{1,2}$)[^/\\\p{Cc}]+$/u)),
    sha256: v.string(),
    encoding: v.picklist(SOURCE_ENCODINGS),
  }),
});

/** Which source an annotation file's text belongs to; null where it does not tell (damaged, or something else). */
export function annotationHead(text: string): AnnotationHead | null {
  try {
    const parsed = v.safeParse(headSchema, JSON.parse(text));
    return parsed.success ? parsed.output.source : null;
  } catch {
    return null; // not JSON: the renderer, which reads it in earnest, tells the editor where it is damaged
  }
}

export function isAnnotationName(path: string): boolean {
  return path.toLowerCase().endsWith(ANNOTATION_EXTENSION);
}

/**
 * Where a source's annotation file may lie, the preferred place first: `page.kanwu.json` for `page.txt`, and
 * `page.txt.kanwu.json` for the case that the former belongs to a `page.md` beside it.
 */
export function annotationPathsFor(sourcePath: string): readonly [string, string] {
  const folder = dirname(sourcePath);
  const name = basename(sourcePath);
  const stem = basename(name, extname(name));
  return [join(folder, annotationName(stem)), join(folder, annotationName(name))];
}

/** Bytes most file systems allow a name to have. */
const LONGEST_NAME = 255;

/** The name of an annotation file, its stem cut where the whole would be too long for a file system. */
function annotationName(stem: string): string {
  const room = LONGEST_NAME - ANNOTATION_EXTENSION.length;
  let cut = stem;
  while (Buffer.byteLength(cut) > room) cut = [...cut].slice(0, -1).join('');
  return `${cut}${ANNOTATION_EXTENSION}`;
}

/** Where a source may lie whose damaged annotation file does not name it any more. */
export function likelySourcePaths(annotationPath: string): readonly string[] {
  const stem = annotationPath.slice(0, -ANNOTATION_EXTENSION.length);
  return [stem, `${stem}.txt`, `${stem}.md`];
}

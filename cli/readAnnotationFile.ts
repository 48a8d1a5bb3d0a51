import { ANNOTATIONS_LIMIT, readFile } from '../electron/files/readFile';
import { type ReadAnnotations, readAnnotations } from '../shared/annotation/readAnnotations';
import { decodeSource } from '../shared/source/decodeSource';
import { Failure, fileFailure } from './failure';

export interface ReadAnnotationFile extends ReadAnnotations {
  readonly json: string;
}

/** Reads an annotation file; a `Failure` that names the file and the place where that can't be done. */
export async function readAnnotationFile(path: string): Promise<ReadAnnotationFile> {
  const file = await readFile(path, ANNOTATIONS_LIMIT);
  if (file.kind === 'failed') throw fileFailure(file.error, path);
  const { text } = decodeSource(file.bytes, 'utf-8');
  const reading = readAnnotations(text, path);
  if (reading.kind === 'read') return { ...reading, json: text };
  const failure = fileFailure(reading.error, path);
  if (/\.json$/i.test(path)) throw failure;
  throw new Failure({
    en: `${reading.error.message.en} Name an annotation file (….kanwu.json); for a text there are “kanwu check” and “kanwu fix”.`,
    zh: `${reading.error.message.zh}请指定标注文件（….kanwu.json）；文本请用 kanwu check 或 kanwu fix。`,
  });
}

import { basename } from 'node:path';
import { readTagsetFile, type TagsetReading, writeTagsetFile } from '../../shared/annotation/tagsetFile';
import type { Tagset } from '../../shared/document/tagset';
import type { WriteReply } from '../../shared/ipc/contract';
import { decodeSource } from '../../shared/source/decodeSource';
import type { OpenDocument } from './documents';
import { ANNOTATIONS_LIMIT, readFile } from './readFile';
import { sameFile } from './sameFile';
import { saveFile } from './saveFile';
import { answering, failedOver, isSource, saved } from './writeReply';

/** Reads the tagset of a file; what is wrong with it, and where in it, is a `failed` reply. */
export async function openTagset(path: string): Promise<TagsetReading> {
  const read = await readFile(path, ANNOTATIONS_LIMIT);
  return read.kind === 'failed' ? read : readTagsetFile(decodeSource(read.bytes).text, basename(path));
}

/** Writes a tagset where the editor said: never over the open document's source or annotation file. */
export function saveTagset(path: string, tagset: Tagset, open: OpenDocument | null): Promise<WriteReply> {
  return answering('export', basename(path), async () => {
    if (open && (await isSource(open, path))) return failedOver('overSource', 'export', path);
    if (open && (await sameFile(open.annotationPath, path))) {
      return failedOver('overAnnotations', 'export', path);
    }
    await saveFile(path, writeTagsetFile(tagset));
    return saved(path);
  });
}

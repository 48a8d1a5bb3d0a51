import { extname } from 'node:path';
import { ANNOTATION_EXTENSION, isAnnotationName } from './annotationNames';
import { statOrNull } from './sameFile';

/** `path`, or with a number before its extension where that is taken. */
export async function freePath(path: string): Promise<string> {
  const extension = isAnnotationName(path) ? ANNOTATION_EXTENSION : extname(path);
  const stem = path.slice(0, path.length - extension.length);
  for (let number = 2, candidate = path; ; number++) {
    if (!(await statOrNull(candidate))) return candidate;
    candidate = `${stem}-${number}${extension}`;
  }
}

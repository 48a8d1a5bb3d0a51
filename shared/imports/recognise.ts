import type { ImportFile, ImportFormat } from './importFormat';
import { IMPORT_FORMATS } from './index';

/** Below this a guess is none. */
const LEAST = 0.2;

/** The format that the files of an import most likely are of, by the one that tells most; null where none is likely. */
export function recognisedFormat(files: readonly ImportFile[]): ImportFormat | null {
  let best: { readonly format: ImportFormat; readonly sure: number } | null = null;
  for (const format of IMPORT_FORMATS) {
    const sure = Math.max(0, ...files.map(file => format.recognise(file)));
    if (sure >= LEAST && (!best || sure > best.sure)) best = { format, sure };
  }
  return best?.format ?? null;
}

import type { ImportFile, ImportFormat } from './importFormat';
import { IMPORT_FORMATS } from './index';

/** Below this a guess is none. */
const LEAST = 0.2;

/** The format that some files most likely are of, by the first; null where none is likely. */
export function recognisedFormat(files: readonly ImportFile[]): ImportFormat | null {
  const [first] = files;
  if (!first) return null;
  let best: { readonly format: ImportFormat; readonly sure: number } | null = null;
  for (const format of IMPORT_FORMATS) {
    const sure = format.recognise(first);
    if (sure >= LEAST && (!best || sure > best.sure)) best = { format, sure };
  }
  return best?.format ?? null;
}

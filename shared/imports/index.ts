import { DATA_IMPORTS } from '../datasets';
import { docxImport } from './docx';
import type { ImportFormat } from './importFormat';
import { teiImport } from './tei';

/** Texts with or without annotations, as other programs hand them on. Adding one is one file and one line here. */
export const SOURCE_IMPORTS: readonly ImportFormat[] = [docxImport, teiImport];

/** Every format that can be read, in the order in which the window lists them. */
export const IMPORT_FORMATS: readonly ImportFormat[] = [...SOURCE_IMPORTS, ...DATA_IMPORTS];

/** The format of that id, undefined where there is none. */
export function importFormatOf(id: string): ImportFormat | undefined {
  return IMPORT_FORMATS.find(format => format.id === id);
}

import type { ExportFormat } from '../exports/exportFormat';
import type { ImportFormat } from '../imports/importFormat';

/** Annotation data for other programs, as written. */
export const DATA_FORMATS: readonly ExportFormat[] = [];

/** Annotation data of other programs, as read. */
export const DATA_IMPORTS: readonly ImportFormat[] = [];

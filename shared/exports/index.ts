import { DATA_FORMATS } from '../datasets';
import { EDITION_FORMATS } from '../editions';
import type { ExportFormat } from './exportFormat';

export type {
  ExportFile,
  ExportFormat,
  ExportJob,
  ExportLoss,
  ExportOption,
  ExportPart,
  ExportReport,
  LossPlace,
} from './exportFormat';

/** Every format, in the order in which the window lists them. Adding one is one file and one line in its folder's list. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [...EDITION_FORMATS, ...DATA_FORMATS];

/** The format of that id, undefined where there is none. */
export function exportFormatOf(id: string): ExportFormat | undefined {
  return EXPORT_FORMATS.find(format => format.id === id);
}

import type { ExportFormat } from '../exports/exportFormat';
import type { ImportFormat } from '../imports/importFormat';
import { bratFormat } from './brat';
import { casJsonFormat } from './casJson';
import { bioesFormat, conllFormat } from './conll';
import { correctionsCsvFormat } from './correctionsCsv';
import { doccanoFormat } from './doccano';
import { entitiesCsvFormat } from './entitiesCsv';
import { labelStudioFormat } from './labelStudio';
import { mentionsCsvFormat } from './mentionsCsv';
import { bratImport } from './readBrat';
import { casJsonImport } from './readCasJson';
import { bioesImport, conllImport } from './readConll';
import { doccanoImport } from './readDoccano';
import { kanwuImport } from './readKanwu';
import { labelStudioImport } from './readLabelStudio';
import { mentionsCsvImport } from './readMentionsCsv';
import { spacyImport } from './readSpacy';
import { webAnnotationImport } from './readWebAnnotation';
import { spacyFormat } from './spacy';
import { webAnnotationFormat } from './webAnnotation';

/** Annotation data for other programs, as written. */
export const DATA_FORMATS: readonly ExportFormat[] = [
  webAnnotationFormat,
  conllFormat,
  bioesFormat,
  bratFormat,
  doccanoFormat,
  labelStudioFormat,
  casJsonFormat,
  spacyFormat,
  mentionsCsvFormat,
  entitiesCsvFormat,
  correctionsCsvFormat,
];

/** Annotation data of other programs, as read. */
export const DATA_IMPORTS: readonly ImportFormat[] = [
  kanwuImport,
  webAnnotationImport,
  conllImport,
  bioesImport,
  bratImport,
  doccanoImport,
  labelStudioImport,
  casJsonImport,
  spacyImport,
  mentionsCsvImport,
];

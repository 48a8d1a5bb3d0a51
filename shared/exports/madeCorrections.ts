import { type Correction, correctionsInSteps } from '../document/corrections';
import { documentPieces, type KanwuDocument } from '../document/document';
import { retold } from '../steps/retold';
import type { ExportPart } from './exportFormat';
import { PAUSE } from './flatText';

/** The corrections of a document, with pauses in which nothing is written. */
export function* madeCorrections(document: KanwuDocument): Generator<ExportPart, Correction[]> {
  const steps = correctionsInSteps(documentPieces(document), document.source.text);
  return yield* retold(steps, () => PAUSE);
}

import { type Correction, correctionsInSteps } from '../document/corrections';
import { documentPieces, type KanwuDocument } from '../document/document';
import type { ExportPart } from './exportFormat';
import { PAUSE } from './flatText';

/** The corrections of a document, with pauses in which nothing is written. */
export function* madeCorrections(document: KanwuDocument): Generator<ExportPart, Correction[]> {
  const steps = correctionsInSteps(documentPieces(document), document.source.text);
  let step = steps.next();
  for (; !step.done; step = steps.next()) yield PAUSE;
  return step.value;
}

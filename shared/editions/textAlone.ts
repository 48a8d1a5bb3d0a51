import type { KanwuDocument } from '../document/document';
import type { ExportPart, ExportReport } from '../exports/exportFormat';
import { placeOf } from '../exports/flatText';
import { Losses } from '../exports/losses';
import { madeCorrections } from '../exports/madeCorrections';
import { eachBlock } from './textParts';

/** The report where only the text as corrected is written. */
export function* reportOfTextAlone(document: KanwuDocument): Generator<ExportPart, ExportReport> {
  const losses = new Losses();
  yield* eachBlock(document.blocks, block => {
    for (const mention of block.mentions) losses.add('mentions', placeOf(block, mention));
  });
  losses.add('entities', undefined, document.entities.size);
  const made = yield* madeCorrections(document);
  losses.add('corrections', undefined, made.length);
  return { mentions: 0, entities: 0, corrections: 0, losses: losses.list() };
}

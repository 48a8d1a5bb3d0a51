import { corrections } from '../document/corrections';
import type { KanwuDocument } from '../document/document';
import type { ExportPart, ExportReport } from '../exports/exportFormat';
import { placeOf } from '../exports/flatText';
import { Losses } from '../exports/losses';
import { eachBlock } from './textParts';

/** The report where only the text as corrected is written. */
export function* reportOfTextAlone(document: KanwuDocument): Generator<ExportPart, ExportReport> {
  const losses = new Losses();
  yield* eachBlock(document.blocks, block => {
    for (const mention of block.mentions) losses.add('mentions', placeOf(block, mention));
  });
  losses.add('entities', undefined, document.entities.size);
  losses.add('corrections', undefined, corrections(document).length);
  return { mentions: 0, entities: 0, corrections: 0, losses: losses.list() };
}

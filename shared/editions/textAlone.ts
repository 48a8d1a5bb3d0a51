import { corrections } from '../document/corrections';
import type { KanwuDocument } from '../document/document';
import { allMentions } from '../edits/tagging';
import type { ExportLoss } from '../exports/exportFormat';
import { placeOf } from '../exports/flatText';
import { Losses } from '../exports/losses';

/** What is lost where only the text as corrected is written. */
export function lossesOfTextAlone(document: KanwuDocument): readonly ExportLoss[] {
  const losses = new Losses();
  for (const { block, mention } of allMentions(document)) losses.add('mentions', placeOf(block, mention));
  losses.add('entities', undefined, document.entities.size);
  losses.add('corrections', undefined, corrections(document).length);
  return losses.list();
}

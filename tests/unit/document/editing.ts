import { type Change, NO_CHANGE } from '../../../shared/document/change';
import { blockAt, type KanwuDocument } from '../../../shared/document/document';
import { type EditContext, originOf } from '../../../shared/edits/context';
import { replaceText } from '../../../shared/edits/replaceText';
import {
  joinBlocks,
  reopenSeam,
  seamsOf,
  setHeadingLevel,
  splitBlock,
  usualJoin,
} from '../../../shared/edits/structure';
import { addMention, changeMention } from '../../../shared/edits/tagging';
import { type Action, spotAt } from './arbitraries';

/** The change a random action makes of the document of the moment. */
export function changeOf(document: KanwuDocument, action: Action, context: EditContext): Change {
  const spot = spotAt(document, action.a);
  const block = blockAt(document, spot.index);
  switch (action.do) {
    case 'replace':
      return replaceText(
        document,
        spot,
        spotAt(document, action.b),
        action.text,
        originOf(context, 'paste'),
        context,
      ).change;
    case 'type':
      return replaceText(document, spot, spot, action.text, originOf(context, 'edit'), context).change;
    case 'split':
      return splitBlock(document, spot, context).change;
    case 'join': {
      const next = document.blocks[spot.index + 1];
      if (!next) return NO_CHANGE;
      return joinBlocks(document, spot.index, usualJoin(block.body.text, next.body.text), context).change;
    }
    case 'reopen': {
      const seam = seamsOf(block)[0];
      return seam ? reopenSeam(document, spot.index, seam, context).change : NO_CHANGE;
    }
    case 'heading':
      return setHeadingLevel(document, spot.index, action.level, context);
    case 'tag':
      return addMention(document, spot.index, spot.offset, spot.offset + action.length, 'PER', context)
        .change;
    case 'untag': {
      const mention = block.mentions[0];
      return mention ? changeMention(document, spot.index, mention.id, null) : NO_CHANGE;
    }
  }
}

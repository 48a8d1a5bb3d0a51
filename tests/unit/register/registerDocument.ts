import { applyChange, type Change } from '../../../shared/document/change';
import type { KanwuDocument } from '../../../shared/document/document';
import type { MentionPlace } from '../../../shared/edits/changeMentions';
import type { EditContext } from '../../../shared/edits/context';
import { addMention, allMentions } from '../../../shared/edits/tagging';
import { placedText } from '../../../shared/register/mentionsOfEntity';
import { contextFor, open } from '../document/arbitraries';

/** A document under test: edits are made on it one after another. */
export class RegisterDocument {
  readonly context: EditContext = contextFor();
  document: KanwuDocument;

  /** `[words|TYPE]` in the text become mentions. */
  constructor(marked: string) {
    const words = /\[([^|\]]+)\|(\w+)\]/g;
    this.document = open(marked.replace(words, '$1'), this.context);
    marked.split('\n\n').forEach((line, index) => {
      let shift = 0;
      for (const { index: at, 0: whole, 1: text = '', 2: type = '' } of line.matchAll(words)) {
        const start = at - shift;
        shift += whole.length - text.length;
        this.make(addMention(this.document, index, start, start + text.length, type, this.context).change);
      }
    });
  }

  make(change: Change): void {
    this.document = applyChange(this.document, change);
  }

  /** The places of mentions that read so. */
  places(...texts: readonly string[]): MentionPlace[] {
    return [...allMentions(this.document)]
      .filter(placed => texts.includes(placedText(placed)))
      .map(({ index, mention }) => ({ index, id: mention.id }));
  }

  /** Texts of mentions with the name of their entity, in document order. */
  links(): string[] {
    return [...allMentions(this.document)].map(placed => {
      const { entity } = placed.mention;
      const name = entity === undefined ? '–' : (this.document.entities.get(entity)?.name ?? '?');
      return `${placedText(placed)} → ${name}`;
    });
  }

  names(): string[] {
    return [...this.document.entities.values()].map(({ name, aliases }) => [name, ...aliases].join(' = '));
  }
}

import type { Block } from '../../document/block';
import type { KanwuDocument } from '../../document/document';
import type { Mention } from '../../document/mention';
import { withoutSpace } from '../../exports/flatText';
import type { DocxComments } from './docxComments';

export type MentionStyle = 'styles' | 'comments' | 'none';

/** Where a mention begins or ends in its block. */
export interface MentionEdge {
  readonly at: number;
  readonly kind: 'start' | 'end';
  readonly mention: Mention;
  readonly number: number;
}

/**
 * How mentions are shown: by the character style of the innermost, or by comments. Each is a bookmark besides, for
 * bookmarks may overlap, and Word keeps them when the text is edited; what a mention is, the custom XML part says.
 */
export class DocxMentions {
  /** As the custom XML part lists them; the bookmark `_kw3` is the third. */
  readonly written: Mention[] = [];
  readonly #types: ReadonlyMap<string, number>;

  constructor(
    private readonly document: KanwuDocument,
    private readonly style: MentionStyle,
    private readonly comments: DocxComments,
    private readonly locale: 'zh' | 'en',
  ) {
    this.#types = new Map(document.tagset.map(({ id }, n) => [id, n + 1]));
  }

  /** Ends before starts at the same place. Mentions of white space alone are left out. */
  edgesOf({ body, mentions }: Block): MentionEdge[] {
    if (this.style === 'none') return [];
    const edges: MentionEdge[] = [];
    for (const mention of mentions) {
      const { start, end } = withoutSpace(body.text, mention.start, mention.end);
      if (start >= end) continue;
      this.written.push(mention);
      const number = this.written.length;
      edges.push({ at: start, kind: 'start', mention, number }, { at: end, kind: 'end', mention, number });
    }
    return edges.sort((a, b) => a.at - b.at || (a.kind === b.kind ? 0 : a.kind === 'end' ? -1 : 1));
  }

  xml({ kind, mention, number }: MentionEdge): string {
    if (kind === 'start') {
      const comment = this.style === 'comments' ? this.comments.open(this.#described(mention), mention) : '';
      return `<w:bookmarkStart w:id="${number}" w:name="_kw${number}"/>${comment}`;
    }
    const comment = this.style === 'comments' ? this.comments.close(this.#described(mention), mention) : '';
    return `<w:bookmarkEnd w:id="${number}"/>${comment}`;
  }

  /** The run style of text inside these mentions. */
  styleOf(open: readonly Mention[]): string {
    const last = open.at(-1);
    const number = last && this.style === 'styles' ? (this.#types.get(last.type) ?? 0) : 0;
    return number === 0 ? '' : `<w:rPr><w:rStyle w:val="KanwuType${number}"/></w:rPr>`;
  }

  #described({ type, entity, normal, note }: Mention): string {
    const name = this.document.tagset.find(({ id }) => id === type)?.name[this.locale] || type;
    const linked = entity === undefined ? undefined : this.document.entities.get(entity)?.name;
    return [name, linked, normal, note].filter(Boolean).join(' · ');
  }
}

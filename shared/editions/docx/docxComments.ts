import { xmlAttribute, xmlText } from '../xmlText';
import { wordDate } from './docxRevisions';

interface Signed {
  readonly who: string;
  readonly when: string;
}

/** Comments in the margin, written as the text is. */
export class DocxComments {
  readonly #written: string[] = [];
  readonly #open = new Map<object, number>();

  /** Begins a comment's range; `about` is what it is closed by. */
  open(text: string, about: Signed): string {
    const id = this.#written.length;
    const date = wordDate(about.when);
    this.#written.push(
      `<w:comment w:id="${id}" w:author="${xmlAttribute(about.who)}"${date === null ? '' : ` w:date="${date}"`} w:initials="${xmlAttribute(about.who.slice(0, 1))}"><w:p><w:r><w:t xml:space="preserve">${xmlText(text)}</w:t></w:r></w:p></w:comment>\n`,
    );
    this.#open.set(about, id);
    return `<w:commentRangeStart w:id="${id}"/>`;
  }

  close(_text: string, about: Signed): string {
    const id = this.#open.get(about);
    if (id === undefined) return '';
    return `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
  }

  get isEmpty(): boolean {
    return this.#written.length === 0;
  }

  get written(): readonly string[] {
    return this.#written;
  }
}

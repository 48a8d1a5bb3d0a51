import type { Block } from '../../document/block';
import type { KanwuDocument } from '../../document/document';
import type { Run } from '../../document/run';
import { xmlAttribute, xmlText } from '../xmlText';

interface Act {
  readonly kind: string;
  readonly who: string;
  readonly when: string;
  readonly why?: string;
}

/** What a mention or an entity was made by, beside the kinds of corrections. */
export const TAGGING = 'tagging';

/** Who did what and when, each act once: `change` elements that corrections, mentions and entities point to. */
export class TeiChanges {
  readonly #acts = new Map<string, { id: string; act: Act }>();
  readonly #people = new Map<string, string>();

  /** All that was done in a block, so that the header can list it before the text is written. */
  addBlock({ marker, body, gap, mentions }: Block): void {
    for (const run of [marker, body, gap]) this.#addRun(run);
    for (const { who, when } of mentions) this.#add({ kind: TAGGING, who, when });
  }

  addDocument({ lead, entities }: KanwuDocument): void {
    this.#addRun(lead);
    for (const { who, when } of entities.values()) this.#add({ kind: TAGGING, who, when });
  }

  #addRun({ pieces }: Run): void {
    for (const piece of pieces) if (piece.text !== undefined) this.#add(piece.origin);
  }

  #add(act: Act): string {
    const key = `${act.kind}\0${act.when}\0${act.who}\0${act.why ?? ''}`;
    const known = this.#acts.get(key);
    if (known) return known.id;
    const id = `c${this.#acts.size + 1}`;
    const { kind, who, when } = act;
    this.#acts.set(key, {
      id,
      act: act.why === undefined ? { kind, who, when } : { kind, who, when, why: act.why },
    });
    if (who !== '' && !this.#people.has(who)) this.#people.set(who, `r${this.#people.size + 1}`);
    return id;
  }

  /** ` change="#c1"`, and who is responsible. */
  of(act: Act): string {
    const person = this.#people.get(act.who);
    return ` change="#${this.#add(act)}"${person === undefined ? '' : ` resp="#${person}"`}`;
  }

  /** The id alone. */
  idOf(act: Act): string {
    return this.#add(act);
  }

  /** The same without the person, where the act alone says it: mentions are many. */
  changeOf(act: Act): string {
    return ` change="#${this.#add(act)}"`;
  }

  /** For the title statement. */
  *people(resp: string): Generator<string> {
    for (const [who, id] of this.#people) {
      yield `<respStmt xml:id="${id}"><resp>${resp}</resp><name>${xmlText(who)}</name></respStmt>\n`;
    }
  }

  /** The revision description; nothing where nothing was done. */
  *revisions(): Generator<string> {
    if (this.#acts.size === 0) return;
    yield '<revisionDesc>\n<listChange>\n';
    for (const { id, act } of this.#acts.values()) {
      const person = this.#people.get(act.who);
      const who = person === undefined ? '' : ` who="#${person}"`;
      const when =
        act.when === '' ? '' : ` ${isDateTime(act.when) ? 'when' : 'n'}="${xmlAttribute(act.when)}"`;
      yield `<change xml:id="${id}" type="${xmlAttribute(act.kind)}"${who}${when}>${xmlText(act.why ?? '')}</change>\n`;
    }
    yield '</listChange>\n</revisionDesc>\n';
  }
}

function isDateTime(when: string): boolean {
  return (
    /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?Z)?$/.test(when) && !Number.isNaN(new Date(when).getTime())
  );
}

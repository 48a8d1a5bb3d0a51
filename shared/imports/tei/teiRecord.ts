import * as v from 'valibot';
import { tagTypeSchema } from '../../annotation/format';
import { type Entity, IDENTIFIER_SCHEMES } from '../../document/entity';
import { CORRECTION_KINDS, type Origin } from '../../document/piece';
import type { TagType } from '../../document/tagset';
import type { XmlTag } from '../markup/readXml';
import { identifierOf } from '../readingText';
import { ENTRY_NAMES, ENTRY_TYPES } from './teiTypes';

interface Act {
  kind: string;
  who: string;
  when: string;
  why: string;
}

interface Entry {
  readonly key: string;
  readonly type: string;
  readonly act: string | undefined;
  readonly names: { readonly text: string; readonly alias: boolean }[];
  readonly identifiers: Entity['identifiers'][number][];
  note: string | undefined;
}

/** A span between two anchors, or a note on a mention, by their targets' `xml:id`. */
export interface TeiSpan {
  readonly from: string;
  readonly to: string;
  readonly tag: XmlTag;
}
export interface TeiNote {
  readonly target: string;
  /** Name of an attribute; null for a note. */
  readonly attribute: string | null;
  readonly text: string;
}

const IMPORTED: Origin = { kind: 'import', who: '', when: '' };

/** What a TEI file says outside its text: who did what, types, the register, spans and notes. */
export class TeiRecord {
  readonly types: TagType[] = [];
  readonly spans: TeiSpan[] = [];
  readonly notes: TeiNote[] = [];
  title: string | null = null;
  sourceName: string | null = null;
  issueDate: string | null = null;
  readonly #acts = new Map<string, Act>();
  readonly #people = new Map<string, string>();
  readonly #categories = new Map<string, string>();
  readonly #entries = new Map<string, Entry>();
  readonly #path: XmlTag[] = [];
  /** Elements whose text is being collected, innermost last. */
  readonly #texts: { readonly depth: number; text: string }[] = [];
  #entry: { readonly entry: Entry; readonly depth: number } | null = null;

  open(tag: XmlTag): void {
    this.#path.push(tag);
    const id = tag.attribute('xml:id');
    const parent = this.#path.at(-2)?.name;
    if (tag.name === 'category' && id) this.#categories.set(id, tag.attribute('n') ?? id);
    const type = ENTRY_TYPES.get(tag.name);
    if (type !== undefined && id && !this.#entry && /^list/.test(parent ?? '')) this.#begin(tag, id, type);
    if (tag.name === 'span') {
      const [from, to] = [local(tag.attribute('from')), local(tag.attribute('to'))];
      if (from && to) this.spans.push({ from, to, tag });
    }
    if (tag.name === 'date' && tag.attribute('type') === 'issue') {
      this.issueDate = /^\d{4}-\d\d-\d\d$/.exec(tag.attribute('when') ?? '')?.[0] ?? null;
    }
    if (COLLECTED.has(tag.name) || (this.#entry && (ENTRY_NAMES.has(tag.name) || tag.name === 'idno'))) {
      this.#texts.push({ depth: this.#path.length, text: '' });
    }
  }

  #begin(tag: XmlTag, key: string, type: string): void {
    const own = this.typeOf(tag) ?? type;
    const act = local(tag.attribute('change')) ?? undefined;
    const entry = { key, type: own, act, names: [], identifiers: [], note: undefined };
    this.#entry = { entry, depth: this.#path.length };
    this.#entries.set(key, entry);
  }

  text(text: string): void {
    for (const collected of this.#texts) collected.text += text;
  }

  close(): void {
    const tag = this.#path.pop();
    const last = this.#texts.at(-1);
    if (tag && last && last.depth === this.#path.length + 1) {
      this.#texts.pop();
      this.#collected(tag, last.text);
    }
    if (this.#entry && this.#entry.depth === this.#path.length + 1) this.#entry = null;
  }

  instruction(name: string, value: unknown): void {
    if (name !== 'type') return;
    const type = v.safeParse(tagTypeSchema, value);
    if (type.success) this.types.push(type.output);
  }

  #collected(tag: XmlTag, raw: string): void {
    const text = raw.trim();
    const parent = this.#path.at(-1);
    const id = tag.attribute('xml:id');
    if (tag.name === 'change' && id) this.#addAct(tag, id, raw);
    else if (tag.name === 'name' && parent?.name === 'respStmt') {
      const person = parent.attribute('xml:id');
      if (person) this.#people.set(person, raw);
    } else if (this.#entry) this.#describe(this.#entry.entry, tag, raw);
    else if (tag.name === 'note') {
      const target = local(tag.attribute('target'));
      const attribute = tag.attribute('type') === 'attribute' ? (tag.attribute('n') ?? null) : null;
      if (target) this.notes.push({ target, attribute, text: raw });
    } else if (tag.name === 'title' && text !== '') {
      if (parent?.name === 'titleStmt') this.title ??= text;
      else if (this.#path.some(({ name }) => name === 'sourceDesc')) this.sourceName ??= text;
    }
  }

  #describe(entry: Entry, tag: XmlTag, text: string): void {
    if (tag.name === 'note') entry.note ??= text;
    else if (tag.name === 'idno') {
      const scheme = IDENTIFIER_SCHEMES.find(known => known === tag.attribute('type')?.toLowerCase());
      const identifier = scheme ? { scheme, value: text } : identifierOf(text);
      if (text.trim() !== '') entry.identifiers.push(identifier ?? { scheme: 'own', value: text });
    } else if (ENTRY_NAMES.has(tag.name) && text.trim() !== '') {
      entry.names.push({ text, alias: tag.attribute('type') === 'alias' });
    }
  }

  #addAct(tag: XmlTag, id: string, why: string): void {
    const who = local(tag.attribute('who'));
    this.#acts.set(id, {
      kind: tag.attribute('type') ?? '',
      who: (who && this.#people.get(who)) ?? '',
      when: tag.attribute('when') ?? tag.attribute('n') ?? '',
      why,
    });
  }

  /** Who made a correction, when and why, by the change its element points to. */
  originOf(tag: XmlTag): Origin {
    return this.origin(local(tag.attribute('change')), local(tag.attribute('resp')));
  }

  origin(change: string | null, person: string | null = null): Origin {
    const act = change === null ? undefined : this.#acts.get(change);
    if (!act) return { ...IMPORTED, who: (person && this.#people.get(person)) || '' };
    const kind = CORRECTION_KINDS.find(known => known === act.kind) ?? 'import';
    const { who, when, why } = act;
    return why === '' ? { kind, who, when } : { kind, who, when, why };
  }

  /** Type by the category that an element names. */
  typeOf(tag: XmlTag): string | undefined {
    const category = local(tag.attribute('ana'));
    return category === null ? undefined : this.#categories.get(category);
  }

  /** The register as entities, with the id that each entry's `xml:id` became. Entries without a name are left out. */
  entities(): { readonly entities: readonly Entity[]; readonly ids: ReadonlyMap<string, string> } {
    const entries = [...this.#entries.values()].filter(entry => entry.names.length > 0);
    const kept = entries.every(({ key }) => /^e\d{1,15}$/.test(key));
    const ids = new Map(entries.map(({ key }, n) => [key, kept ? key : `e${n + 1}`]));
    const entities = entries.map((entry): Entity => {
      const main = entry.names.find(({ alias }) => !alias) ?? entry.names[0];
      const { who, when } = this.origin(entry.act ?? null);
      return {
        id: ids.get(entry.key) ?? '',
        type: entry.type || 'MISC',
        name: main?.text ?? '',
        aliases: entry.names.filter(name => name !== main).map(({ text }) => text),
        identifiers: entry.identifiers,
        ...(entry.note === undefined ? {} : { note: entry.note }),
        who,
        when,
      };
    });
    return { entities, ids };
  }
}

const COLLECTED: ReadonlySet<string> = new Set(['change', 'note', 'title', 'name']);

/** `#id` → `id`; of several targets the first. */
export function local(pointer: string | undefined): string | null {
  return /^#(\S+)/.exec(pointer ?? '')?.[1] ?? null;
}

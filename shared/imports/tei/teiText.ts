import type { Origin } from '../../document/piece';
import { normalOf } from '../../editions/tei/teiNormal';
import type { XmlTag } from '../markup/readXml';
import { type PlacedMention, ReadingText } from '../readingText';
import { Spaces } from '../spaces';
import { SKIPPED, TeiLines } from './teiLines';
import type { TeiRecord } from './teiRecord';
import { typeOfElement } from './teiTypes';

/** A correction being read: `sic` and `corr` of a choice, text put in, text that was too much. */
interface Reading {
  readonly depth: number;
  before: string;
  after: string;
  origin: Origin;
  /** Where text goes at the moment. */
  side: 'before' | 'after' | 'none';
}

interface Choice {
  readonly depth: number;
  /** Whether a reading was taken from it. */
  taken: boolean;
}

interface LineBreak {
  readonly depth: number;
  /** Who mended it; null for a line end that only the page had. */
  readonly origin: Origin | null;
  readonly joins: boolean;
}

interface OpenMention {
  readonly depth: number;
  readonly tag: XmlTag;
  readonly type: string;
  readonly start: number;
}

export interface TeiMentionFound extends PlacedMention {
  /** `xml:id` of its element. */
  readonly key: string | undefined;
  readonly reference: string | undefined;
}

/** Reads the `text` of a TEI file: the source, its corrections, and the mentions in it. */
export class TeiText {
  readonly reading = new ReadingText();
  readonly mentions: TeiMentionFound[] = [];
  /** Positions of anchors by `xml:id`. */
  readonly anchors = new Map<string, number>();
  /** How many notes, and running heads and page numbers, were left out. */
  notes = 0;
  furniture = 0;
  readonly #lines: TeiLines;
  readonly #spaces = new Spaces();
  #depth = 0;
  #skip = 0;
  #correction: Reading | null = null;
  readonly #choices: Choice[] = [];
  readonly #open: OpenMention[] = [];
  #lineBreak: LineBreak | null = null;

  constructor(
    private readonly record: TeiRecord,
    /** Whether white space counts: `xml:space="preserve"`, as Kanwu writes it. */
    private readonly exact: boolean,
  ) {
    this.#lines = new TeiLines(this.reading, exact);
  }

  open(tag: XmlTag): void {
    this.#breakLine();
    this.#depth++;
    if (this.#skip > 0) return;
    if (SKIPPED.has(tag.name) || (tag.name === 'p' && tag.attribute('rend') === 'nothing')) {
      this.#skip = this.#depth;
      if (tag.name === 'note') this.notes++;
      if (tag.name === 'fw') this.furniture++;
      return;
    }
    if (this.#lines.open(tag)) {
      this.#correction = null;
      this.#spaces.lineStart();
    }
    this.#openInside(tag);
  }

  #openInside(tag: XmlTag): void {
    const choice = this.#choices.at(-1);
    if (choice && choice.depth === this.#depth - 1) {
      this.#openAlternative(tag, choice);
      return;
    }
    switch (tag.name) {
      case 'choice':
        this.#choices.push({ depth: this.#depth, taken: false });
        this.#begin('none', tag);
        return;
      case 'supplied':
        this.#begin('after', tag);
        return;
      case 'surplus':
        this.#begin('before', tag);
        return;
      case 'lb':
        this.#lineBreak = {
          depth: this.#depth,
          origin: tag.attribute('change') === undefined ? null : this.record.originOf(tag),
          joins: tag.attribute('break') === 'no',
        };
        return;
      case 'anchor': {
        const id = tag.attribute('xml:id');
        if (id) this.anchors.set(id, this.position);
        return;
      }
      default: {
        const type = this.record.typeOf(tag) ?? typeOfElement(tag.name, tag.attribute('type'));
        if (type !== undefined && this.#correction?.side !== 'before') {
          this.#open.push({ depth: this.#depth, tag, type, start: this.position });
        }
      }
    }
  }

  /** Offset in the corrected text at which the next character will stand. */
  get position(): number {
    return this.reading.length + (this.#correction?.after.length ?? 0);
  }

  /** One of the readings of a `choice`: `sic` and `corr` are a correction, of any other pair the first is read. */
  #openAlternative(tag: XmlTag, choice: Choice): void {
    const correction = this.#correction?.depth === choice.depth ? this.#correction : null;
    if (tag.name === 'sic' && correction) correction.side = 'before';
    else if (tag.name === 'corr' && correction) {
      correction.side = 'after';
      correction.origin = this.record.originOf(tag);
      choice.taken = true;
    } else if (choice.taken || tag.name === 'sic' || tag.name === 'reg' || tag.name === 'expan') {
      this.#skip = this.#depth;
    } else {
      choice.taken = true;
      if (correction) this.#correction = null;
    }
  }

  #begin(side: Reading['side'], tag: XmlTag): void {
    if (this.#correction) return;
    this.#ensureLine();
    this.#spaces.settle(text => this.#put(text));
    const origin = this.record.originOf(tag);
    this.#correction = { depth: this.#depth, before: '', after: '', origin, side };
  }

  text(text: string): void {
    if (this.#skip > 0) return;
    this.#breakLine();
    if (this.exact) {
      if (this.#lines.inLine) this.#put(text);
    } else if (this.#lines.inLine || text.trim() !== '') {
      this.#ensureLine();
      this.#spaces.push(text, part => this.#put(part));
    }
  }

  #ensureLine(): void {
    if (this.#lines.ensure()) this.#spaces.lineStart();
  }

  #put(text: string): void {
    const correction = this.#correction;
    if (!correction) this.reading.keep(text);
    else if (correction.side === 'before') correction.before += text;
    else if (correction.side === 'after') correction.after += text;
  }

  /** A line break in the text; `exactly` is what it was made of in the source. */
  #breakLine(exactly?: string): void {
    const lineBreak = this.#lineBreak;
    if (!lineBreak) return;
    this.#lineBreak = null;
    const before = exactly ?? this.#lines.separator;
    if (this.#correction) {
      if (this.#correction.side === 'before') this.#correction.before += before;
    } else if (lineBreak.origin) this.reading.replace(before, '', lineBreak.origin);
    else if (!lineBreak.joins) this.#spaces.lineBreak();
  }

  close(): void {
    // What a line break was made of is said right behind its element.
    if (this.#lineBreak?.depth !== this.#depth) this.#breakLine();
    if (this.#skip > 0) {
      if (this.#skip === this.#depth) this.#skip = 0;
      this.#depth--;
      return;
    }
    const mention = this.#open.at(-1);
    if (mention?.depth === this.#depth) {
      this.#open.pop();
      this.#found(mention, this.position);
    }
    const correction = this.#correction;
    const choice = this.#choices.at(-1);
    if (choice?.depth === this.#depth) this.#choices.pop();
    if (correction?.depth === this.#depth) {
      this.#correction = null;
      // `sic` alone has nothing to be replaced by.
      if (choice?.depth === this.#depth && !choice.taken) this.reading.keep(correction.before);
      else this.reading.replace(correction.before, correction.after, correction.origin);
    } else if (correction && choice?.depth === this.#depth - 1 && correction.depth === choice.depth) {
      correction.side = 'none';
    }
    this.#lines.close();
    this.#depth--;
  }

  #found({ tag, type, start }: OpenMention, end: number): void {
    this.mentions.push({
      start,
      end,
      type,
      ...mentionFacts(tag, this.record, this.exact),
    });
  }

  instruction(name: string, value: unknown): void {
    if (name === 'break' && typeof value === 'string') {
      this.#breakLine(value);
      return;
    }
    this.#breakLine();
    if (name === 'sign' && typeof value === 'string') this.reading.keep(value);
    else this.#lines.instruction(name, value, change => this.record.origin(change));
  }

  finish(): void {
    this.#lines.finish();
  }
}

/** What a mention's element, or its span, says beside where it is. */
export function mentionFacts(tag: XmlTag, record: TeiRecord, ours: boolean) {
  const { who, when } = record.originOf(tag);
  const said = ours ? tag.attribute('n') : undefined;
  // The `@from` and `@to` of a span are its anchors.
  const normal = said ?? (tag.name === 'span' ? undefined : normalOf(name => tag.attribute(name)));
  return {
    who,
    when,
    ...(normal === undefined ? {} : { normal }),
    key: tag.attribute('xml:id'),
    reference: tag.attribute('ref') ?? tag.attribute('corresp') ?? tag.attribute('key'),
  };
}

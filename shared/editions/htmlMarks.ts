import type { Block } from '../document/block';
import type { KanwuDocument } from '../document/document';
import type { Mention } from '../document/mention';
import type { TagType } from '../document/tagset';
import type { MarksOf } from './htmlBlocks';
import { htmlAttribute } from './htmlText';
import type { MarkedPoint, MarkedSpan, Marks } from './markedText';
import type { PlacedCorrection } from './placedCorrections';

/** Class of a type's colour; 0 for a type that the tagset lacks. */
export function colorClass(type: TagType | undefined): string {
  return `t${type?.color ?? 0}`;
}

export interface MarkOptions {
  readonly locale: 'zh' | 'en';
  /** Whether mentions are anchors, and entities of the register linked to. */
  readonly register: boolean;
}

/**
 * Mentions as nested `mark` elements; the parts of one that crosses another share its `data-id`. Corrections as `ins`,
 * each followed by a link to its entry in the apparatus.
 */
export function marksOf(
  { tagset, entities }: KanwuDocument,
  placed: readonly PlacedCorrection[],
  { locale, register }: MarkOptions,
): MarksOf {
  const types = new Map(tagset.map(type => [type.id, type]));
  const byBlock = new Map<number, PlacedCorrection[]>();
  for (const correction of placed) {
    const known = byBlock.get(correction.block);
    if (known) known.push(correction);
    else byBlock.set(correction.block, [correction]);
  }
  const spanOf = (mention: Mention): MarkedSpan => {
    const type = types.get(mention.type);
    const name = type?.name[locale] || mention.type;
    const title = mention.note ? `${name} · ${mention.note}` : name;
    const id = htmlAttribute(mention.id);
    const head = `<mark class="${colorClass(type)}" data-type="${htmlAttribute(mention.type)}" data-id="${id}" title="${htmlAttribute(title)}"`;
    const anchored = register && mention.entity !== undefined && entities.has(mention.entity);
    return {
      start: mention.start,
      end: mention.end,
      open: continued => {
        const anchor = anchored && !continued ? ` id="${id}"` : '';
        return `${head}${anchor}${more(mention, continued)}>`;
      },
      close: '</mark>',
    };
  };
  const linkOf = ({ entity, end }: Mention): MarkedPoint[] => {
    const known = register && entity !== undefined ? entities.get(entity) : undefined;
    if (!known) return [];
    const id = htmlAttribute(known.id);
    const name = htmlAttribute(known.name);
    return [{ at: end, html: `<a class="to" href="#${id}" title="${name}" aria-label="${name}"></a>` }];
  };
  return (block, index) => {
    const own = byBlock.get(index);
    if (!own && block.mentions.length === 0) return NO_MARKS;
    const spans = block.mentions.map(spanOf);
    const points = block.mentions.flatMap(linkOf);
    if (own) {
      for (const correction of own) {
        if (correction.start < correction.end) spans.push(correctedSpan(correction));
        points.push(noteOf(correction, locale));
      }
      spans.sort((a, b) => a.start - b.start || b.end - a.end);
    }
    return { spans, points: points.sort((a, b) => a.at - b.at) };
  };
}

const NO_MARKS: Marks = { spans: [], points: [] };

function correctedSpan({ start, end }: PlacedCorrection): MarkedSpan {
  return { start, end, open: () => '<ins>', close: '</ins>' };
}

function noteOf({ number, end }: PlacedCorrection, locale: 'zh' | 'en'): MarkedPoint {
  const label = locale === 'zh' ? `更正 ${number}` : `Correction ${number}`;
  return {
    at: end,
    html: `<a class="note" id="at-${number}" href="#correction-${number}" data-n="${number}" aria-label="${label}"></a>`,
  };
}

function more({ entity, continues }: Mention, continued: boolean): string {
  const link = entity === undefined ? '' : ` data-entity="${htmlAttribute(entity)}"`;
  const origin = continues === undefined ? '' : ` data-continues="${htmlAttribute(continues)}"`;
  return `${link}${origin}${continued ? ' data-continued=""' : ''}`;
}

/** Whether a block's text holds what HTML has no way to write. */
export function unwritable({ body }: Block): number {
  return body.text.match(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\p{Cs}\ufffe\uffff]/gu)?.length ?? 0;
}

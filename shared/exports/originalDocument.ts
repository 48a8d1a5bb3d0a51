import type { Block } from '../document/block';
import type { KanwuDocument } from '../document/document';
import { idSource } from '../document/ids';
import { compareMentions, type Mention } from '../document/mention';
import { parseInSteps } from '../document/parse';
import { keptRun } from '../document/run';
import { retold } from '../steps/retold';
import type { ExportJob, ExportPart } from './exportFormat';
import { type FlatMention, flatText, PAUSE, placeOf, withoutSpace } from './flatText';
import type { Losses } from './losses';

/** Blocks given their mentions between two pauses. */
const SLICE = 500;

/**
 * The document of the original text: the blocks of the source as it is parsed when opened, without a correction or a
 * decision, and the mentions mapped back as data formats have them (`flatText`). A mention over several blocks there is
 * parted as one is when the editor parts its block, its halves linked by `continues`. Those that have no place, whole or
 * in part, are counted in `losses`. Linear; yields {@link PAUSE} every few milliseconds.
 */
export function* originalDocument(job: ExportJob, losses: Losses): Generator<ExportPart, KanwuDocument> {
  const { document } = job;
  const { text } = document.source;
  const flat = yield* flatText({ ...job, text: 'original' }, losses);
  const parsing = parseInSteps(keptRun(text, 0, text.length), idSource());
  const { lead, blocks } = yield* retold(parsing, () => PAUSE);
  const filled = yield* withMentions(blocks, lead.text.length, flat.mentions, text, losses);
  return { ...document, lead, blocks: filled, decisions: new Map() };
}

/** A mention on its way through the blocks it stands in. */
interface Passing {
  readonly flat: FlatMention;
  /** Id of the half before; none yet for a mention of which nothing was placed. */
  readonly last?: string;
  readonly halves: number;
  /** Code units of it that lie in blocks' texts, white space not counted. */
  readonly placed: number;
}

function* withMentions(
  blocks: readonly Block[],
  lead: number,
  mentions: readonly FlatMention[],
  source: string,
  losses: Losses,
): Generator<ExportPart, readonly Block[]> {
  const filled: Block[] = [];
  let passing: Passing[] = [];
  let next = 0;
  let at = lead;
  for (const block of blocks) {
    const start = at + block.marker.text.length;
    const end = start + block.body.text.length;
    at = end + block.gap.text.length;
    for (let flat = mentions[next]; flat && flat.start < at; flat = mentions[++next]) {
      passing.push({ flat, halves: 0, placed: 0 });
    }
    if (passing.length === 0) filled.push(block);
    else {
      const own: Mention[] = [];
      passing = passing.map(each => through(each, source, start, end, own));
      filled.push(own.length === 0 ? block : { ...block, mentions: own.sort(compareMentions) });
      for (const each of passing) if (each.flat.end <= at) tell(each, source, losses);
      passing = passing.filter(({ flat }) => flat.end > at);
    }
    if (filled.length % SLICE === 0) yield PAUSE;
  }
  for (const each of passing) tell(each, source, losses);
  for (const flat of mentions.slice(next)) tell({ flat, halves: 0, placed: 0 }, source, losses);
  return filled;
}

/** Adds what of a mention lies in the block whose text is the source's `[from, to)` to `own`. */
function through(passing: Passing, source: string, from: number, to: number, own: Mention[]): Passing {
  const { flat, last, halves, placed } = passing;
  const { start, end } = withoutSpace(source, Math.max(flat.start, from), Math.min(flat.end, to));
  if (start >= end) return passing;
  const { continues: _, ...mention } = flat.mention;
  const id = last === undefined ? mention.id : `${mention.id}-${halves + 1}`;
  const continues = last ?? flat.mention.continues;
  const range = { start: start - from, end: end - from };
  own.push({ ...mention, id, ...range, ...(continues === undefined ? {} : { continues }) });
  return { flat, last: id, halves: halves + 1, placed: placed + inked(source, start, end) };
}

function tell({ flat, halves, placed }: Passing, source: string, losses: Losses): void {
  const place = () => placeOf(flat.block, flat.mention);
  if (halves > 1) losses.add('partedInOriginal', place);
  // Between blocks' texts lies white space; what else has no place there is a heading mark.
  if (placed < inked(source, flat.start, flat.end)) losses.add('inMarkup', place);
}

/** Code units of a range that are not white space, as lines are cut (U+0085 is a line end, though not of `\s`). */
function inked(text: string, start: number, end: number): number {
  return text.slice(start, end).replace(/[\s\x85]/g, '').length;
}

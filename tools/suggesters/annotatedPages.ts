import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BlockKind, TextBlock } from '../../shared/document/textBlock';
import { SUGGESTED_TYPES, type SuggestedType } from '../../shared/suggesters/suggestion';

export interface GoldMention {
  readonly type: SuggestedType;
  readonly start: number;
  readonly end: number;
}
/** One block with its gold mentions, offsets in the block's text. */
export interface AnnotatedBlock {
  readonly block: TextBlock;
  readonly mentions: readonly GoldMention[];
}
export interface AnnotatedPage {
  readonly id: string;
  readonly genre: string;
  readonly blocks: readonly AnnotatedBlock[];
}
/** Which text an OCR error `⟨wrong→right⟩` stands for. */
export type Reading = 'damaged' | 'corrected';

const MENTION_TYPES: ReadonlySet<string> = new Set(SUGGESTED_TYPES);
const isMentionType = (name: string): name is SuggestedType => MENTION_TYPES.has(name);

/**
 * Reads the corpus markup: first line `<!-- genre: … | lang: … -->`, then blocks, `⟦TYPE|text⟧` a mention (may nest),
 * `⟨wrong→right⟩` an OCR error. Every non-blank line is a block.
 * @throws Error naming the page and the line where the markup is broken
 */
export function parsePage(markup: string, id: string, reading: Reading): AnnotatedPage {
  const lines = markup.replaceAll('\r', '').split('\n');
  const genre = /genre:\s*([\w-]+)/.exec(lines[0] ?? '')?.[1] ?? 'unknown';
  const body = lines[0]?.startsWith('<!--') ? lines.slice(1) : lines;
  const blocks = body
    .filter(line => line.trim() !== '')
    .map((line, index) => {
      const { text, mentions } = parseLine(line, `${id}, "${line.slice(0, 30)}"`, reading);
      return annotatedBlock(text, mentions, `${id}:${index}`);
    });
  return { id, genre, blocks };
}

function parseLine(line: string, where: string, reading: Reading): { text: string; mentions: GoldMention[] } {
  let text = '';
  const mentions: GoldMention[] = [];
  const open: { type: SuggestedType; start: number }[] = [];
  for (let i = 0; i < line.length; ) {
    const c = line[i] ?? '';
    if (c === '⟦') {
      const bar = line.indexOf('|', i);
      const type = line.slice(i + 1, bar);
      if (!isMentionType(type)) throw new Error(`Unknown type "${type}" in ${where}.`);
      open.push({ type, start: text.length });
      i = bar + 1;
    } else if (c === '⟧') {
      const mention = open.pop();
      if (!mention) throw new Error(`Stray ⟧ in ${where}.`);
      if (mention.start < text.length) mentions.push({ ...mention, end: text.length });
      i++;
    } else if (c === '⟨') {
      const close = line.indexOf('⟩', i);
      const [wrong = '', right = ''] = line.slice(i + 1, close).split('→');
      text += reading === 'damaged' ? wrong : right;
      i = close + 1;
    } else {
      text += c;
      i++;
    }
  }
  if (open.length > 0) throw new Error(`Unclosed ⟦ in ${where}.`);
  return { text, mentions };
}

/** Cuts off the heading's marker and white space at the start, as the document parser does. */
function annotatedBlock(raw: string, mentions: readonly GoldMention[], id: string): AnnotatedBlock {
  const marker = /^\s*(?:#{1,6}\s+)?/.exec(raw)?.[0] ?? '';
  const text = raw.slice(marker.length);
  const level = marker.trim().length;
  const block = { id, kind: kindOf(text, level), level, marker, text, gap: '\n\n' };
  return {
    block,
    mentions: mentions.map(({ type, start, end }) => ({
      type,
      start: start - marker.length,
      end: end - marker.length,
    })),
  };
}

function kindOf(text: string, level: number): BlockKind {
  if (level > 0) return 'heading';
  if (text.startsWith('|')) return 'table';
  if (text.startsWith('>')) return 'quote';
  return /^[-*•] /.test(text) ? 'list' : 'paragraph';
}

/** All pages `*.md` of a folder, in the order of their names. */
export function readPages(folder: string, reading: Reading): AnnotatedPage[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.md'))
    .sort()
    .map(name => parsePage(readFileSync(join(folder, name), 'utf8'), basename(name, '.md'), reading));
}

interface JsonBlock {
  readonly text: string;
  readonly mentions?: readonly { type: string; start: number; end: number }[];
}

/**
 * Pages of a `.jsonl` file, one object a line: `{id, genre, corrected: [{text, mentions}]}` (as in dev.jsonl; lines
 * without `corrected` repeat a page and are skipped), `{text, mentions}` with offsets into the text, or `{markup}` /
 * `{text}` in the corpus markup.
 * @throws Error naming file and line that is not JSON
 */
export function readJsonPages(path: string, reading: Reading): AnnotatedPage[] {
  const pages: AnnotatedPage[] = [];
  readFileSync(path, 'utf8')
    .split('\n')
    .forEach((line, index) => {
      if (line.trim() === '') return;
      const where = `${path}:${index + 1}`;
      let row: Partial<JsonBlock> & {
        id?: string;
        genre?: string;
        markup?: string;
        corrected?: JsonBlock[];
        blocks?: unknown;
      };
      try {
        row = JSON.parse(line);
      } catch {
        throw new Error(`${where} is not JSON.`);
      }
      const id = row.id ?? `${basename(path)}:${index + 1}`;
      const genre = row.genre ?? 'unknown';
      if (row.corrected)
        pages.push({ id, genre, blocks: row.corrected.flatMap((part, k) => fromJson(part, `${id}:${k}`)) });
      else if (row.text !== undefined && row.mentions) {
        pages.push({ id, genre, blocks: fromJson({ text: row.text, mentions: row.mentions }, id) });
      } else if (row.markup ?? row.text) {
        pages.push({ ...parsePage(row.markup ?? row.text ?? '', id, reading), genre });
      }
    });
  return pages;
}

function fromJson(part: JsonBlock, id: string): AnnotatedBlock[] {
  const blocks: AnnotatedBlock[] = [];
  let from = 0;
  for (const line of part.text.split('\n')) {
    const to = from + line.length;
    if (line.trim() !== '') {
      const mentions = (part.mentions ?? []).flatMap(({ type, start, end }) =>
        isMentionType(type) && start >= from && end <= to
          ? [{ type, start: start - from, end: end - from }]
          : [],
      );
      blocks.push(annotatedBlock(line, mentions, `${id}:${from}`));
    }
    from = to + 1;
  }
  return blocks;
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { repositoryRoot } from '../lexicon/loadLexicon';

/** A document in its true paragraphs, before breaks are put in. */
export interface SourceDocument {
  readonly id: string;
  readonly genre: string;
  readonly lang: string;
  /** Headings carry their `#` marks. */
  readonly blocks: readonly SourceBlock[];
}

export interface SourceBlock {
  readonly text: string;
  /** Running text: no heading, list item, table or byline. Only such text is broken. */
  readonly isRunning: boolean;
  /** Ranges of the text that OCR got wrong, never broken inside. */
  readonly errors: readonly { readonly start: number; readonly end: number }[];
}

/** The folder of texts beside the repository, undefined where it is absent. */
export function corpusFolder(): string | undefined {
  const folder = join(repositoryRoot(), '..', 'shared', 'corpus');
  return existsSync(folder) ? folder : undefined;
}

const NOT_PROSE =
  /^(?:#{1,6}\s|[-*•●▲■◆]\s?|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d+[.)、]|\||>|```)/;

function isRunning(text: string): boolean {
  return !text.includes('\n') && !NOT_PROSE.test(text);
}

/** One line of `train/docs.jsonl.gz`. */
interface TrainLine {
  id: string;
  genre: string;
  split: string;
  blocks: { t: string; lvl?: number; s: string }[];
}

/** Real prose of `train/docs.jsonl.gz`. */
export function trainDocuments(folder: string, split: 'train' | 'dev'): SourceDocument[] {
  const text = gunzipSync(readFileSync(join(folder, 'train', 'docs.jsonl.gz'))).toString('utf8');
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as TrainLine)
    .filter(document => document.split === split)
    .map(({ id, genre, blocks }) => ({
      id,
      genre,
      lang: 'zh',
      blocks: blocks.map(({ t, lvl, s }) => {
        const line = t === 'h' ? `${'#'.repeat(Math.max(1, Math.min(6, lvl ?? 1)))} ${s}` : s;
        return { text: line, isRunning: t === 'p' && isRunning(line), errors: [] };
      }),
    }));
}

/** Pages in the corpus markup (`dev/*.md`, `ner/*.md`), with their OCR errors left in. */
export function pageDocuments(folder: string, name: 'dev' | 'ner'): SourceDocument[] {
  return readdirSync(join(folder, name))
    .filter(file => file.endsWith('.md'))
    .sort()
    .map(file => parsePage(readFileSync(join(folder, name, file), 'utf8'), file.replace(/\.md$/, '')));
}

const PAGE_HEAD = /^<!--\s*genre:\s*([\w-]+)\s*\|\s*lang:\s*([\w-]+)\s*-->\n/;

function parsePage(raw: string, id: string): SourceDocument {
  const text = raw.replace(/\r/g, '');
  const head = PAGE_HEAD.exec(text);
  if (!head) throw new Error(`${id}: the first line must be <!-- genre: … | lang: … -->`);
  const blocks = text
    .slice(head[0].length)
    .split(/\n{2,}/)
    .map(block => block.trim())
    .filter(block => block !== '')
    .map(parsePageBlock);
  return { id, genre: head[1] ?? '', lang: head[2] ?? 'zh', blocks };
}

/** `⟦TYPE|text⟧` is a mention, `⟨wrong→right⟩` an error of which the wrong reading stays. */
function parsePageBlock(markup: string): SourceBlock {
  const errors: { start: number; end: number }[] = [];
  let text = '';
  for (let i = 0; i < markup.length; i++) {
    const unit = markup.charAt(i);
    if (unit === '⟦') i = markup.indexOf('|', i);
    else if (unit === '⟨') {
      const end = markup.indexOf('⟩', i);
      const wrong = markup.slice(i + 1, markup.indexOf('→', i));
      errors.push({ start: text.length, end: text.length + wrong.length });
      text += wrong;
      i = end;
    } else if (unit !== '⟧') text += unit;
  }
  return { text, isRunning: isRunning(text), errors };
}

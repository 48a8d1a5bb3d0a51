import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { classify, headingLevel, isCodeFence } from '../../shared/document/block';
import { leadLength, linesOf } from '../../shared/document/lines';
import type { TextBlock } from '../../shared/document/textBlock';

/** What a marked error is, for the tables of the bench. `missing`: characters lost; `other`: none of the rest. */
export type ErrorKind = 'stutter' | 'lookalike' | 'space' | 'width' | 'missing' | 'other';

/** An error marked `⟨wrong→right⟩` in a page, located in a block of its text as it stands. */
export interface MarkedError {
  readonly kind: ErrorKind;
  /** Index of the block. */
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly wrong: string;
  readonly right: string;
}

export interface Page {
  readonly name: string;
  readonly blocks: readonly TextBlock[];
  readonly errors: readonly MarkedError[];
}

/** The pages `*.md` of a folder, in order of name. */
export function readPages(folder: string): Page[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.md'))
    .sort()
    .map(name => parsePage(name.slice(0, -3), readFileSync(join(folder, name), 'utf8')));
}

/** A page without its markup: the text as recognised, with the errors located in it. */
export function parsePage(name: string, markup: string): Page {
  const body = markup.replace(/^<!--.*?-->\s*/s, '');
  let text = '';
  const spans: { start: number; end: number; wrong: string; right: string }[] = [];
  for (let at = 0; at < body.length; at++) {
    const rest = body.charAt(at);
    if (rest === '⟦') at = body.indexOf('|', at);
    else if (rest === '⟨') {
      const close = body.indexOf('⟩', at);
      const [wrong = '', right = ''] = body
        .slice(at + 1, close)
        .replace(/⟦[A-Z]+\||⟧/g, '')
        .split('→');
      spans.push({ start: text.length, end: text.length + wrong.length, wrong, right });
      text += wrong;
      at = close;
    } else if (rest !== '⟧') text += rest;
  }
  const blocks: TextBlock[] = [];
  const errors: MarkedError[] = [];
  let fenced = false;
  let next = 0;
  for (const line of linesOf(text, leadLength(text))) {
    const marker = text.slice(line.start, line.body);
    const content = text.slice(line.body, line.gap);
    const fence = isCodeFence(content);
    const kind = fenced || fence ? 'code' : classify(marker, content);
    if (fence) fenced = !fenced;
    const gap = text.slice(line.gap, line.end);
    blocks.push({ id: `b${blocks.length}`, kind, level: headingLevel(marker), marker, text: content, gap });
    for (let span = spans[next]; span && span.end <= line.end; span = spans[++next]) {
      const start = Math.max(0, span.start - line.body);
      const end = Math.max(start, span.end - line.body);
      const { wrong, right } = span;
      errors.push({ kind: errorKind(wrong, right), block: blocks.length - 1, start, end, wrong, right });
    }
  }
  return { name, blocks, errors };
}

function errorKind(wrong: string, right: string): ErrorKind {
  const bare = (text: string): string => text.replace(/\s/g, '');
  if (bare(wrong) === bare(right)) return 'space';
  const narrow = (text: string): string => text.normalize('NFKC').replace(/[。]/g, '.').replace(/、/g, ',');
  const marks = /^[\p{P}\s]+$/u;
  if (wrong !== '' && narrow(wrong) === narrow(right)) return 'width';
  if (wrong.length > right.length && [...right].every(char => wrong.includes(char)) && right !== '')
    return 'stutter';
  if (wrong.length < right.length) return 'missing';
  if (wrong.length === right.length && !marks.test(wrong)) return 'lookalike';
  return marks.test(wrong) && marks.test(right) && wrong.length === right.length ? 'width' : 'other';
}

/** Text without markup as blocks, one per non-blank line. */
export function blocksOf(text: string): TextBlock[] {
  return [...parsePage('', text.replace(/[⟦⟧⟨⟩]/g, '')).blocks];
}

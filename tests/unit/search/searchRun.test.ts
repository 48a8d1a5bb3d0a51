// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { ExpressionSearch } from '../../../renderer/search/expressionSearch';
import { type Found, MOST_MATCHES, searchDocument } from '../../../renderer/search/searchRun';
import type { KanwuDocument } from '../../../shared/document/document';
import type { PlacedFinding } from '../../../shared/edits/deciding';
import { isAcross, type Match } from '../../../shared/search/match';
import { matchesIn } from '../../../shared/search/matchText';
import { compileQuery, EMPTY_QUERY, type SearchQuery } from '../../../shared/search/searchPattern';
import { open } from '../document/arbitraries';

/** A worker that answers at once, or never. */
function fakeWorker(answers = true): Worker {
  const target = new EventTarget();
  return Object.assign(target, {
    terminate: vi.fn(),
    postMessage: ({ id, source, flags, texts, limit }: never) => {
      if (!answers) return;
      const regex = new RegExp(source, flags);
      const found = (texts as readonly string[]).map(text => matchesIn(regex, text, limit));
      queueMicrotask(() => target.dispatchEvent(new MessageEvent('message', { data: { id, found } })));
    },
  }) as unknown as Worker;
}

interface Asked {
  readonly breaks?: readonly PlacedFinding[];
  readonly from?: number;
  readonly expressions?: ExpressionSearch;
  readonly cancelled?: () => boolean;
}

async function reports(
  document: KanwuDocument,
  query: Partial<SearchQuery>,
  asked: Asked = {},
): Promise<readonly Found[]> {
  const compiled = compileQuery({ ...EMPTY_QUERY, ...query });
  if (compiled.kind !== 'pattern') throw new Error(compiled.kind);
  const told: Found[] = [];
  const { breaks = [], from = 0, cancelled = () => false } = asked;
  const { expressions = new ExpressionSearch(() => fakeWorker()) } = asked;
  const task = { document, pattern: compiled.pattern, from, expressions, cancelled };
  await searchDocument({ ...task, breaks: new Map(breaks.map(placed => [placed.first, placed])) }, found =>
    told.push(found),
  );
  return told;
}

const shown = (found: Found | undefined) =>
  found?.matches.map(({ index, start, last, end }: Match) => `${index}:${start}–${last}:${end}`);

/** A suspected break after a block. */
function breakAfter(document: KanwuDocument, first: number, change: object = {}): PlacedFinding {
  const last = first + 1;
  const block = document.blocks[first]?.id ?? '';
  const next = document.blocks[last]?.id ?? '';
  const reason = { en: '', zh: '' };
  const finding = { kind: 'break' as const, block, next, confidence: 0.9, reason, between: [] };
  return { finding: { ...finding, glue: '', dropHyphen: false, ...change }, first, last };
}

describe('looking through a document', () => {
  it('begins where it is told and lists in the order of the text', async () => {
    const document = open('甲乙甲\n\n乙\n\n甲\n');
    const told = await reports(document, { words: '甲' }, { from: 2 });
    expect(shown(told[0])).toEqual(['2:0–2:1']);
    expect(told[0]?.state).toBe('looking');
    expect(shown(told.at(-1))).toEqual(['0:0–0:1', '0:2–0:3', '2:0–2:1']);
    expect(told.at(-1)).toMatchObject({ state: 'done', capped: false });
  });

  it('gives the same for words and for an expression', async () => {
    const document = open('银行甲\n\n乙银行和银\n\n行长\n');
    const breaks = [breakAfter(document, 1)];
    const words = await reports(document, { words: '银行' }, { breaks, from: 1 });
    const expression = await reports(document, { words: '银.', expression: true }, { breaks, from: 1 });
    expect(shown(words.at(-1))).toEqual(['0:0–0:2', '1:1–1:3', '1:4–2:1']);
    expect(shown(expression.at(-1))).toEqual(shown(words.at(-1)));
  });

  it('stops at a number nobody looks through, and says so', async () => {
    const document = open(`${'甲'.repeat(MOST_MATCHES)}\n\n甲\n`);
    const last = (await reports(document, { words: '甲' })).at(-1);
    expect(last?.capped).toBe(true);
    expect(last?.matches.length).toBeGreaterThanOrEqual(MOST_MATCHES);
  });

  it('reports nothing more once it is given up', async () => {
    const document = open('甲\n\n乙\n');
    let reported = 0;
    const cancelled = () => true;
    const told = await reports(document, { words: '.', expression: true }, { cancelled });
    reported += told.length;
    expect(reported).toBe(0);
  });
});

describe('across a suspected break', () => {
  it('a match is found in the text as it would be joined', async () => {
    const document = open('邀请了中\n\n国银行的人\n');
    const last = (await reports(document, { words: '中国银行' }, { breaks: [breakAfter(document, 0)] })).at(
      -1,
    );
    expect(shown(last)).toEqual(['0:3–1:3']);
    expect(last?.matches.every(isAcross)).toBe(true);
    expect(shown((await reports(document, { words: '中国银行' })).at(-1))).toEqual([]);
  });

  it('the join’s space and dropped hyphen count', async () => {
    const spaced = open('the old\n\nbank here\n');
    const glue = [breakAfter(spaced, 0, { glue: ' ' })];
    expect(shown((await reports(spaced, { words: 'old bank' }, { breaks: glue })).at(-1))).toEqual([
      '0:4–1:4',
    ]);
    const hyphen = open('the ban-\n\nkers here\n');
    const dropped = [breakAfter(hyphen, 0, { dropHyphen: true })];
    const whole = { words: 'bankers', wholeWords: true };
    expect(shown((await reports(hyphen, whole, { breaks: dropped })).at(-1))).toEqual(['0:4–1:4']);
    const part = { words: 'banker', wholeWords: true };
    expect(shown((await reports(hyphen, part, { breaks: dropped })).at(-1))).toEqual([]);
  });

  it('nothing is found a second time that is found without it', async () => {
    const document = open('天天\n\n天下\n');
    const breaks = [breakAfter(document, 0)];
    expect(shown((await reports(document, { words: '天天' }, { breaks })).at(-1))).toEqual(['0:0–0:2']);
    const all = await reports(document, { words: '.+', expression: true }, { breaks });
    expect(shown(all.at(-1))).toEqual(['0:0–0:2', '1:0–1:2']);
  });
});

describe('an expression that runs away', () => {
  it('is ended, and what was found so far stays', async () => {
    const worker = fakeWorker(false);
    const expressions = new ExpressionSearch(() => worker, 20);
    const told = await reports(open('aaa\n'), { words: '(a+)+$', expression: true }, { expressions });
    expect(told).toEqual([{ matches: [], state: 'tooSlow', capped: false }]);
    expect(worker.terminate).toHaveBeenCalledOnce();
  });

  it('does not keep the next one waiting', async () => {
    const workers = [fakeWorker(false), fakeWorker()];
    const expressions = new ExpressionSearch(() => workers.shift() ?? fakeWorker(), 60_000);
    const pattern = { source: 'a', flags: 'gu', longest: null };
    const first = expressions.search(pattern, ['a'], 10);
    const second = expressions.search(pattern, ['ba'], 10);
    expect(await first).toBeNull();
    expect(await second).toEqual([[{ start: 1, end: 2 }]]);
  });
});

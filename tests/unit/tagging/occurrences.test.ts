import { expect, it } from 'vitest';
import { applyChange, invert } from '../../../shared/document/change';
import { type KanwuDocument, workingText } from '../../../shared/document/document';
import type { PlacedFinding } from '../../../shared/edits/deciding';
import { addMention, allMentions } from '../../../shared/edits/tagging';
import { tagSpans } from '../../../shared/edits/tagSpans';
import { wordCutBy } from '../../../shared/search/cutsWord';
import { findOccurrences, type Occurrence } from '../../../shared/search/occurrences';
import { contextFor, open } from '../document/arbitraries';

const context = contextFor();

/** A break after the block at `first`, joined without anything between. */
function breakAfter(document: KanwuDocument, first: number, between: readonly string[] = []): PlacedFinding {
  const last = first + 1 + between.length;
  return {
    first,
    last,
    finding: {
      kind: 'break',
      block: document.blocks[first]?.id ?? '',
      next: document.blocks[last]?.id ?? '',
      glue: '',
      dropHyphen: false,
      between,
      confidence: 0.9,
      reason: { en: 'x', zh: 'x' },
    },
  };
}

function tagged(document: KanwuDocument, words: string, type: string): KanwuDocument {
  const index = document.blocks.findIndex(({ body }) => body.text.includes(words));
  const start = document.blocks[index]?.body.text.indexOf(words) ?? 0;
  return applyChange(
    document,
    addMention(document, index, start, start + words.length, type, context).change,
  );
}

const find = (document: KanwuDocument, text: string, type = 'LOC', breaks: readonly PlacedFinding[] = []) =>
  findOccurrences(document, { text, type, longer: [] }, breaks);
const shown = (list: readonly Occurrence[]) =>
  list.map(({ index, start, doubt }) => `${index}:${start}${doubt ? ` ${doubt.kind} ${doubt.words}` : ''}`);
const mentions = (document: KanwuDocument) =>
  [...allMentions(document)].map(({ block, mention }) => [
    mention.type,
    block.body.text.slice(mention.start, mention.end),
  ]);

it('finds the name wherever it stands and is not tagged with its type', () => {
  const document = tagged(open('上街区在变。\n\n上街区和上街区。', context), '上街区在', 'LOC');
  expect(shown(find(document, '上街区'))).toEqual(['1:0', '1:4']);
});

it('doubts a name inside a longer one, wherever the longer one stands', () => {
  const document = tagged(open('中国银行开业。\n\n中国的中国银行。', context), '中国银行', 'ORG');
  expect(shown(find(document, '中国'))).toEqual(['0:0 inside 中国银行', '1:0', '1:3 inside 中国银行']);
});

it('guards names of the register too, and says where the words have another type', () => {
  const document = tagged(open('河南大学与河南。', context), '河南。', 'ORG');
  const found = findOccurrences(document, { text: '河南', type: 'LOC', longer: ['河南大学'] }, []);
  expect(shown(found)).toEqual(['0:0 inside 河南大学', '0:5 inside 河南。']);
  const other = tagged(open('河南。', context), '河南', 'ORG');
  expect(shown(find(other, '河南'))).toEqual(['0:0 tagged ORG']);
});

it('leaves out what is only part of a Latin word or a number', () => {
  const document = open('Smith met Smithson on 3日, not 13日.', context);
  expect(shown(find(document, 'Smith', 'PER'))).toEqual(['0:0']);
  expect(shown(find(document, '3日', 'DATE'))).toEqual(['0:22']);
});

it('knows the words that a name would cut', () => {
  expect(wordCutBy('质量提高明显。', 3, 5)).not.toBeNull();
  expect(wordCutBy('上街区发展。', 0, 3)).toBeNull();
});

it('finds a name cut by a suspected break, and tags it with the join as one step', () => {
  const document = open('他来自上街\n\n区，上街区在变。\n\n上街区。', context);
  const breaks = [breakAfter(document, 0)];
  const found = find(document, '上街区', 'LOC', breaks);
  expect(shown(found)).toEqual(['0:3', '1:2', '2:0']);
  const change = tagSpans(
    document,
    found.map(occurrence => ({ ...occurrence, type: 'LOC' })),
    context,
  );
  const after = applyChange(document, change);
  expect(workingText(after)).toBe('他来自上街区，上街区在变。\n\n上街区。');
  expect(mentions(after)).toEqual([
    ['LOC', '上街区'],
    ['LOC', '上街区'],
    ['LOC', '上街区'],
  ]);
  expect([...after.decisions.values()].map(({ kind, answer }) => `${kind} ${answer}`)).toEqual([
    'break accepted',
  ]);
  const back = applyChange(after, invert(change));
  expect(back.blocks).toEqual(document.blocks);
  expect(back.decisions.size).toBe(0);
});

it('takes out what lies between the halves, as accepting the break does', () => {
  const document = open('他来自上街\n\n12\n\n区。', context);
  const [first, between] = document.blocks;
  const found = find(document, '上街区', 'LOC', [breakAfter(document, 0, [between?.id ?? ''])]);
  expect(first && found).toHaveLength(1);
  const spans = found.map(occurrence => ({ ...occurrence, type: 'LOC' }));
  const after = applyChange(document, tagSpans(document, spans, context));
  expect(workingText(after)).toBe('他来自上街区。');
  expect(mentions(after)).toEqual([['LOC', '上街区']]);
});

it('does not tag the same words with the same type twice', () => {
  const document = tagged(open('上街区。', context), '上街区', 'LOC');
  const span = { index: 0, start: 0, end: 3, type: 'LOC', join: null };
  expect(tagSpans(document, [span], context).patches).toEqual([]);
});

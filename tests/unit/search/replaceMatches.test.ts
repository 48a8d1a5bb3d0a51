import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyChange, invert } from '../../../shared/document/change';
import { applyCorrections, corrections } from '../../../shared/document/corrections';
import { blockAt, type KanwuDocument, workingText } from '../../../shared/document/document';
import { originOf } from '../../../shared/edits/context';
import { type Replacement, replaceMatches } from '../../../shared/edits/replaceMatches';
import { replaceText } from '../../../shared/edits/replaceText';
import { allMentions } from '../../../shared/edits/tagging';
import { actions, contextFor, open, texts } from '../document/arbitraries';
import { changeOf } from '../document/editing';

const RUNS = { numRuns: Number(process.env['KANWU_PROPERTY_RUNS'] ?? 600) };

/** Every place where one of the pieces of text stands, in order and disjoint. */
function placesOf(document: KanwuDocument, wanted: readonly string[], text: string): Replacement[] {
  return document.blocks.flatMap((block, index) => {
    const list: Replacement[] = [];
    const body = block.body.text;
    for (let at = 0; at < body.length; ) {
      const words = wanted.find(candidate => body.startsWith(candidate, at));
      if (words) list.push({ index, start: at, end: at + words.length, text });
      at += words?.length ?? 1;
    }
    return list;
  });
}

const edited = fc.tuple(texts, actions).map(([text, list]) => {
  const context = contextFor();
  let document = open(text, context);
  for (const action of list) document = applyChange(document, changeOf(document, action, context));
  return document;
});
const wanted = fc.subarray(['中', '国银行', '力发展', '野', 'e', ' ', '。', '👩‍👩‍👧', '上街区将大', '引'], {
  minLength: 1,
});
const texts1 = fc.constantFrom('', '已', '𠮷', '较长的替换', 'ab');

/** Text, markup and mentions; how the text is made of pieces and which ids new blocks get are left out. */
function contentOf(document: KanwuDocument) {
  return document.blocks.map(({ kind, level, marker, body, gap, mentions }) => {
    return { kind, level, marker: marker.text, text: body.text, gap: gap.text, mentions };
  });
}

it('makes what replacing one by one from the end makes', () => {
  fc.assert(
    fc.property(edited, wanted, texts1, (document, words, text) => {
      const list = placesOf(document, words, text);
      const context = contextFor(1000);
      const origin = originOf(context, 'series');
      const together = applyChange(document, replaceMatches(document, list, origin, context));
      let single = document;
      for (const { index, start, end } of [...list].reverse()) {
        const edit = replaceText(
          single,
          { index, offset: start },
          { index, offset: end },
          text,
          origin,
          context,
        );
        single = applyChange(single, edit.change);
      }
      // What becomes a heading on the way moves what is still to replace: one by one is no measure there.
      fc.pre(single.blocks.every((block, n) => block.marker === document.blocks[n]?.marker));
      expect(contentOf(together)).toEqual(contentOf(single));
    }),
    RUNS,
  );
});

it('is one change that is taken back exactly, and leaves mentions with text of their own', () => {
  fc.assert(
    fc.property(edited, wanted, fc.oneof(texts1, fc.constant('一\n二')), (document, words, text) => {
      const context = contextFor(1000);
      const list = placesOf(document, words, text);
      const change = replaceMatches(document, list, originOf(context, 'edit'), context);
      const after = applyChange(document, change);
      expect(applyChange(after, invert(change))).toEqual(document);
      expect(applyCorrections(after.source.text, corrections(after))).toBe(workingText(after));
      for (const { block, mention } of allMentions(after)) {
        expect(mention.start).toBeLessThan(mention.end);
        expect(mention.end).toBeLessThanOrEqual(block.body.text.length);
      }
    }),
    RUNS,
  );
});

it('keeps a mention on its words: inside it grows, outside it moves', () => {
  const context = contextFor();
  let document = open('己经到中国己经银行了己经', context);
  const mention = { id: 'm', type: 'ORG', start: 3, end: 9, who: '', when: '' };
  document = { ...document, blocks: [{ ...blockAt(document, 0), mentions: [mention] }] };
  const list = placesOf(document, ['己经'], '已然是');
  const after = applyChange(document, replaceMatches(document, list, originOf(context, 'edit'), context));
  const [placed] = [...allMentions(after)];
  expect(placed?.block.body.text.slice(placed.mention.start, placed.mention.end)).toBe('中国已然是银行');
  expect(replaceMatches(document, list, originOf(context, 'edit'), context).patches).toHaveLength(1);
});

it('refuses replacements that overlap', () => {
  const document = open('甲乙丙');
  const context = contextFor();
  const overlapping = [
    { index: 0, start: 0, end: 2, text: 'x' },
    { index: 0, start: 1, end: 3, text: 'y' },
  ];
  expect(() => replaceMatches(document, overlapping, originOf(context, 'edit'), context)).toThrow(RangeError);
});

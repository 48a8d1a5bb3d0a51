import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storedMentions } from '../../../shared/annotation/writeAnnotations';
import { applyChange } from '../../../shared/document/change';
import { workingText } from '../../../shared/document/document';
import { originOf } from '../../../shared/edits/context';
import { replaceText } from '../../../shared/edits/replaceText';
import { joinBlocks, usualJoin } from '../../../shared/edits/structure';
import { addMention, allMentions } from '../../../shared/edits/tagging';
import { CodePoints } from '../../../shared/exports/codePoints';
import { flatText } from '../../../shared/exports/flatText';
import { Losses } from '../../../shared/exports/losses';
import { contextFor, open } from '../document/arbitraries';
import { documents, drained, jobOf } from './generatedDocuments';

describe('the text and mentions an export is written from', () => {
  it('are those of the annotation file, corrected and original alike', () => {
    fc.assert(
      fc.property(documents, document => {
        const stored = [...storedMentions(document)];
        const corrected = drained(flatText(jobOf(document), new Losses())).result;
        expect(corrected.text).toBe(workingText(document));
        expect(corrected.mentions.map(m => [m.mention.id, m.start, m.end])).toEqual(
          stored.map(m => [m.id, m.start, m.end]),
        );
        const losses = new Losses();
        const original = drained(flatText(jobOf(document, { text: 'original' }), losses)).result;
        expect(original.text).toBe(document.source.text);
        const lost = losses.list().filter(l => l.what.en.includes('left out'));
        const all = [...allMentions(document)].length;
        expect(original.mentions.length + lost.reduce((sum, l) => sum + l.count, 0)).toBe(all);
        const ranges = new Map(stored.map(m => [m.id, m.source]));
        for (const { mention, start, end } of original.mentions) {
          const range = ranges.get(mention.id);
          if (!range) continue;
          const outer = document.source.text.slice(range.start, range.end);
          expect(document.source.text.slice(start, end)).toBe(outer.trim());
        }
      }),
      { numRuns: 400 },
    );
  });

  it('map a mention across a mended break to the original with its separator', () => {
    const context = contextFor();
    let document = open('邀请了中\r\n\r\n国银行。', context);
    document = applyChange(document, joinBlocks(document, 0, usualJoin('中', '国'), context).change);
    document = applyChange(document, addMention(document, 0, 3, 7, 'ORG', context).change);
    const { text, mentions } = drained(flatText(jobOf(document, { text: 'original' }), new Losses())).result;
    expect(mentions.map(m => text.slice(m.start, m.end))).toEqual(['中\r\n\r\n国银行']);
  });

  it('tell of a mention in text that was put in, and of one that covers part of a correction', () => {
    const context = contextFor();
    let document = open('请与人行行长联系。', context);
    const origin = originOf(context, 'edit');
    const put = { index: 0, offset: 1 };
    document = applyChange(document, replaceText(document, put, put, '王五', origin, context).change);
    const from = { index: 0, offset: 4 };
    const to = { index: 0, offset: 6 };
    document = applyChange(document, replaceText(document, from, to, '中央银行', origin, context).change);
    for (const [start, end] of [
      [1, 3],
      [6, 8],
    ] as const) {
      document = applyChange(document, addMention(document, 0, start, end, 'ORG', context).change);
    }
    const losses = new Losses();
    const { text, mentions } = drained(flatText(jobOf(document, { text: 'original' }), losses)).result;
    expect(mentions.map(m => text.slice(m.start, m.end))).toEqual(['人行']);
    expect(losses.list().map(l => [l.count, l.examples[0]?.text])).toEqual([
      [1, '王五'],
      [1, '银行'],
    ]);
  });
});

describe('code points', () => {
  it('count as a string iterator does, both ways', () => {
    const characters = fc.constantFrom('中', '𠮷', 'a', '\ud842', '\udfb7', '\u0301');
    const texts = fc.array(characters, { maxLength: 3000 }).map(parts => parts.join(''));
    fc.assert(
      fc.property(texts, text => {
        const points = new CodePoints(text);
        let offset = 0;
        let n = 0;
        for (const char of text) {
          if (points.at(offset) !== n || points.toUtf16(n) !== offset) {
            throw new Error(`code point ${n} at ${offset}: ${points.at(offset)}, ${points.toUtf16(n)}`);
          }
          offset += char.length;
          n++;
        }
        expect(points.length).toBe(n);
        expect(points.toUtf16(n)).toBe(text.length);
        expect(points.toUtf16(n + 3)).toBe(text.length + 3);
      }),
      { numRuns: 60 },
    );
  });
});

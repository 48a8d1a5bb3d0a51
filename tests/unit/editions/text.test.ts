import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange } from '../../../shared/document/change';
import { workingText } from '../../../shared/document/document';
import { openSource } from '../../../shared/document/parse';
import { markdownEdition } from '../../../shared/editions/markdown';
import { plainTextEdition } from '../../../shared/editions/plainText';
import { joinBlocks, setHeadingLevel, usualJoin } from '../../../shared/edits/structure';
import { addMention } from '../../../shared/edits/tagging';
import { exportFormatOf } from '../../../shared/exports';
import { exported, jobOf } from '../datasets/generatedDocuments';
import { actions, contextFor, open, sourceOf, texts } from '../document/arbitraries';
import { changeOf } from '../document/editing';
import { written } from './written';

const markdown = (text: string) => written(markdownEdition, open(text));

describe('the list of editions', () => {
  it('finds a format by its id', () => {
    expect(exportFormatOf('md')).toBe(markdownEdition);
    expect(exportFormatOf('doc')).toBeUndefined();
  });
});

describe('a plain-text edition', () => {
  it('is the working text, whatever was edited', () => {
    fc.assert(
      fc.property(texts, actions, (text, list) => {
        const context = contextFor();
        const document = list.reduce(
          (d, action) => applyChange(d, changeOf(d, action, context)),
          open(text, context),
        );
        expect(written(plainTextEdition, document)).toBe(workingText(document));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a Markdown edition', () => {
  it.each([
    ['marked headings', '# 题\r\n\r\n一*强*调 <br> 2 < 3\r\n    码'],
    ['a quotation', '> 引\n\n*甲*'],
    ['a table', '| a | b |\n*甲*'],
    ['a fence', '```\n*甲*\n```'],
  ])('of a Markdown source is its working text: %s', (_, text) => expect(markdown(text)).toBe(text));

  it('knows a Markdown source by its name too', () => {
    const { ids } = contextFor();
    const document = openSource({ ...sourceOf('*甲*'), name: '页.MD' }, ids);
    expect(written(markdownEdition, document)).toBe('*甲*');
  });

  it('of ordinary prose is the text unchanged, single line ends included', () => {
    const text = '\n　　上街区（2023年）:3~5%，a_b。\n“引”—— 10*20，见 [1]。\n\n1. 项\n- 项\n---\n';
    expect(markdown(text)).toBe(text);
  });

  it.each([
    ['*甲*乙', '\\*甲\\*乙'],
    ['* 项*甲*', '* 项\\*甲\\*'],
    ['_甲_ a_b_c', '\\_甲\\_ a_b_c'],
    ['甲`a`', '甲\\`a\\`'],
    ['甲~~a~~ 1~2', '甲\\~\\~a\\~\\~ 1~2'],
    ['甲<br>乙 2 < 3', '甲\\<br>乙 2 < 3'],
    ['甲&amp;乙 A&B', '甲\\&amp;乙 A&B'],
    ['甲[a](b)', '甲\\[a](b)'],
    ['甲\\*乙', '甲\\\\*乙'],
    ['    甲', '　　甲'],
    ['\t甲', '　　甲'],
  ])('of a plain source escapes what would be markup: %s', (text, expected) =>
    expect(markdown(text)).toBe(expected),
  );

  it('of a plain source marks the headings the editor marked', () => {
    const context = contextFor();
    const opened = open('题\n\n*甲*', context);
    const document = applyChange(opened, setHeadingLevel(opened, 0, 2, context));
    expect(written(markdownEdition, document)).toBe('## 题\n\n\\*甲\\*');
  });
});

describe('an edition of the text alone', () => {
  it('tells what it does not hold', () => {
    const context = contextFor();
    let document = open('中\n\n国银行', context);
    document = applyChange(document, joinBlocks(document, 0, usualJoin('中', '国'), context).change);
    document = applyChange(document, addMention(document, 0, 0, 4, 'ORG', context).change);
    for (const format of [plainTextEdition, markdownEdition]) {
      const { report } = exported(format, jobOf(document));
      expect(report.losses.map(l => [l.what.en.split(' ')[0], l.count])).toEqual([
        ['mentions', 1],
        ['corrections', 1],
      ]);
      expect(report.losses[0]?.examples[0]?.text).toBe('中国银行');
    }
  });
});

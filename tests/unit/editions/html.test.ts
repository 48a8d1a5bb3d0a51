import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange } from '../../../shared/document/change';
import { corrections } from '../../../shared/document/corrections';
import type { KanwuDocument } from '../../../shared/document/document';
import { correctionsHtml } from '../../../shared/editions/correctionsHtml';
import { htmlEdition } from '../../../shared/editions/html';
import { originOf } from '../../../shared/edits/context';
import { replaceText } from '../../../shared/edits/replaceText';
import { joinBlocks, usualJoin } from '../../../shared/edits/structure';
import { addMention, allMentions } from '../../../shared/edits/tagging';
import { documents } from '../datasets/generatedDocuments';
import { type Action, actions, contextFor, open, texts } from '../document/arbitraries';
import { changeOf } from '../document/editing';
import { attribute, descendants, linesOfPage, parsePage, textOf } from './parsedPage';
import { written } from './written';

function edited(text: string, list: readonly Action[]): KanwuDocument {
  const context = contextFor();
  return list.reduce((d, action) => applyChange(d, changeOf(d, action, context)), open(text, context));
}

function page(document: KanwuDocument) {
  return parsePage(written(htmlEdition, document, { locale: 'en' }));
}

/** A document of one line with these mentions. */
function tagged(text: string, ...mentions: readonly (readonly [number, number, string])[]): KanwuDocument {
  const context = contextFor();
  return mentions.reduce(
    (d, [start, end, type]) => applyChange(d, addMention(d, 0, start, end, type, context).change),
    open(text, context),
  );
}

function inner(html: string): string {
  return /<main>\n([\s\S]*)<\/main>/.exec(html)?.[1] ?? '';
}

/** What HTML can't hold is shown by one unit for each. */
function asShown(text: string): string {
  return text.replaceAll('\0', '\u2400').replace(/\p{Cs}/gu, '\ufffd');
}

/** `[start, end)` grown over the surrogate pairs it cuts. */
function wholeCharacters(text: string, start: number, end: number): string {
  let at = 0;
  let whole = '';
  for (const char of text) {
    if (at + char.length > start && at < end) whole += char;
    at += char.length;
  }
  return whole;
}

/** The lines of the working text as blocks have them; code keeps its indents and blank lines, which are left out. */
function linesOf(document: KanwuDocument): string[] {
  const lines: string[] = [];
  let glued = false;
  for (const { kind, marker, body, gap } of document.blocks) {
    const text = asShown(kind === 'code' ? marker.text + body.text : body.text);
    if (glued) lines.push((lines.pop() ?? '') + text);
    else lines.push(text);
    glued = gap.text === '';
  }
  return lines.filter(line => line.trim() !== '');
}

describe('an HTML edition', () => {
  it('parses without an error to the same text and the same mentions, whatever was edited', () => {
    fc.assert(
      fc.property(texts, actions, (text, list) => {
        const document = edited(text, list);
        const { errors, main } = page(document);
        expect(errors).toEqual([]);
        expect(linesOfPage(main).filter(line => line.trim() !== '')).toEqual(linesOf(document));
        const marked = new Map<string, string>();
        for (const mark of descendants(main, 'mark')) {
          const id = attribute(mark, 'data-id') ?? '';
          marked.set(id, (marked.get(id) ?? '') + textOf(mark));
        }
        const expected = [...allMentions(document)].map(({ block, mention }) => [
          mention.id,
          asShown(wholeCharacters(block.body.text, mention.start, mention.end)),
        ]);
        expect(marked).toEqual(new Map(expected as [string, string][]));
      }),
      { numRuns: 600 },
    );
  });

  it('nests mentions and splits those that cross into parts of the same id', () => {
    const html = written(htmlEdition, tagged('甲乙丙丁戊', [0, 4, 'ORG'], [1, 2, 'LOC'], [3, 5, 'PER']));
    expect(inner(html)).toBe(
      '<p><mark class="t2" data-type="ORG" data-id="m2" title="机构">甲' +
        '<mark class="t3" data-type="LOC" data-id="m3" title="地名">乙</mark>丙' +
        '<mark class="t1" data-type="PER" data-id="m4" title="人名">丁</mark></mark>' +
        '<mark class="t1" data-type="PER" data-id="m4" title="人名" data-continued="">戊</mark></p>\n',
    );
  });

  it('has a legend of the types that occur, in the order of the tagset, and none without mentions', () => {
    const { all } = page(tagged('甲乙丙', [2, 3, 'LOC'], [0, 1, 'PER'], [1, 2, 'PER'], [0, 2, 'SHIP']));
    const legend = all.find(element => attribute(element, 'class') === 'legend');
    expect(legend && descendants(legend, 'li').map(textOf)).toEqual(['Person 2', 'Place 1', 'SHIP 1']);
    expect(written(htmlEdition, open('甲'), { locale: 'en' })).not.toContain('<aside');
  });

  it('shows what the blocks are', () => {
    const text =
      '# 题 & <目>\n\n段。\n\n- 一\n- 二\n\n1. 三\n\n> 引\n\n| 名 | 数 |\n|---|---|\n| 甲 | 1 |\n\n```\n  码\n\n  <b>\n```\n\n---\n\n![图](a.png)';
    expect(inner(written(htmlEdition, open(text), { locale: 'en' }))).toBe(
      [
        '<h1>题 &amp; &lt;目&gt;</h1>',
        '<p>段。</p>',
        '<ul>',
        '<li><span class="sign">- </span>一</li>',
        '<li><span class="sign">- </span>二</li>',
        '<li class="numbered">1. 三</li>',
        '</ul>',
        '<blockquote>',
        '<p><span class="sign">&gt; </span>引</p>',
        '</blockquote>',
        '<table>',
        '<tr><th><span class="sign">| </span>名<span class="sign"> | </span></th><th>数<span class="sign"> |</span></th></tr>',
        '<tr class="sign"><td><span class="sign">|</span>---<span class="sign">|</span></td><td>---<span class="sign">|</span></td></tr>',
        '<tr><td><span class="sign">| </span>甲<span class="sign"> | </span></td><td>1<span class="sign"> |</span></td></tr>',
        '</table>',
        '<pre><code><span class="sign">```\n</span>  码\n\n  &lt;b&gt;\n<span class="sign">```</span></code></pre>',
        '<div class="rule" role="separator"><span class="sign">---</span></div>',
        '<p class="image">![图](a.png)</p>',
        '',
      ].join('\n'),
    );
  });

  it('is one page: charset, language, title, one style, no script, nothing from elsewhere', () => {
    const html = written(htmlEdition, open('段。\n\n## 标<题>'), { locale: 'en', generator: 'Kanwu "1"' });
    const { all } = parsePage(html);
    const named = (tag: string) => all.filter(element => element.tagName === tag);
    expect(html.startsWith('<!doctype html>\n<html lang="zh-Hans">\n<head>\n<meta charset="utf-8">')).toBe(
      true,
    );
    expect(named('title').map(textOf)).toEqual(['标<题>']);
    expect(named('meta').map(e => attribute(e, 'content'))).toContain('Kanwu "1"');
    expect(named('style')).toHaveLength(1);
    expect([...named('script'), ...named('link'), ...named('img')]).toEqual([]);
    expect(html).not.toMatch(/https?:|url\(|@import/);
    for (const media of ['prefers-color-scheme:dark', '@media print']) expect(html).toContain(media);
  });

  it('names the language by the script of the text', () => {
    const lang = (text: string) => /lang="([^"]*)"/.exec(written(htmlEdition, open(text)))?.[1];
    expect(['邀请中国银行', '邀請了中國銀行', 'The bank of 中国 said so'].map(lang)).toEqual([
      'zh-Hans',
      'zh-Hant',
      'en',
    ]);
  });

  it('escapes what a hand-edited annotation file may hold', () => {
    const document = tagged('甲', [0, 1, '"><script>']);
    const block = document.blocks[0];
    const mention = block?.mentions[0];
    if (!block || !mention) throw new Error('no mention');
    const nasty = { ...mention, note: '"<&\0', entity: '"e' };
    const { errors, main, all } = page({ ...document, blocks: [{ ...block, mentions: [nasty] }] });
    const [mark] = descendants(main, 'mark');
    expect(errors).toEqual([]);
    expect(all.some(element => element.tagName === 'script')).toBe(false);
    expect(mark?.attrs.map(({ name, value }) => [name, value])).toEqual([
      ['class', 't0'],
      ['data-type', '"><script>'],
      ['data-id', 'm2'],
      ['title', '"><script> · "<&\u2400'],
      ['data-entity', '"e'],
    ]);
  });

  it('shows control characters and lone surrogates, unit for unit', () => {
    const { errors, main } = page(open('甲\0\x07\x7f\x9b乙\ud800\t丙𠮷'));
    expect(errors).toEqual([]);
    expect(linesOfPage(main)).toEqual(['甲\u2400\u2407\u2421\ufffd乙\ufffd\t丙𠮷']);
  });

  it('makes one paragraph of a line that is parted only for its length', () => {
    const line = `${'好'.repeat(5999)}。>${'好'.repeat(3000)}`;
    const document = open(`${line}\n二`);
    expect(document.blocks).toHaveLength(3);
    expect(linesOfPage(page(document).main)).toEqual([line, '二']);
  });

  it('writes 5 M characters with 125,000 mentions', () => {
    const paragraph = `${'围绕打造先进制造业高地，'.repeat(16)}力发展。`.slice(0, 200);
    const opened = open(Array(25_000).fill(paragraph).join('\n\n'));
    const mention = (n: number, k: number) => ({
      id: `m${n * 5 + k}`,
      type: ['PER', 'ORG', 'LOC', 'DATE', 'WORK'][k] ?? '',
      start: 40 * k,
      end: 40 * k + 4 + (k === 1 ? 42 : 0),
      who: '',
      when: '',
    });
    const blocks = opened.blocks.map((b, n) => ({ ...b, mentions: [0, 1, 2, 3, 4].map(k => mention(n, k)) }));
    const html = written(htmlEdition, { ...opened, blocks });
    expect(html.length).toBeGreaterThan(5_000_000);
    expect(html.match(/<mark/g)?.length).toBeGreaterThanOrEqual(125_000);
  });

  it('marks every correction on request and lists it with what stood there before', () => {
    fc.assert(
      fc.property(documents, document => {
        const html = written(htmlEdition, document, { options: { apparatus: 'yes' } });
        const { errors, main, all } = parsePage(html);
        expect(errors).toEqual([]);
        const plain = parsePage(written(htmlEdition, document)).main;
        expect(linesOfPage(main)).toEqual(linesOfPage(plain));
        const notes = descendants(main, 'a').filter(a => attribute(a, 'class') === 'note');
        const ids = new Set(all.map(element => attribute(element, 'id')));
        const { length } = corrections(document);
        expect(notes.map(a => attribute(a, 'data-n'))).toEqual(
          Array.from({ length }, (_, n) => String(n + 1)),
        );
        for (const note of notes) expect(ids).toContain(attribute(note, 'href')?.slice(1));
      }),
      { numRuns: 300 },
    );
  });

  it('lists before, after, reason, who and when', () => {
    const context = contextFor();
    let document = open('上街区将大\n\n力发展。', context);
    document = applyChange(document, joinBlocks(document, 0, usualJoin('大', '力'), context).change);
    const { all } = parsePage(written(htmlEdition, document, { options: { apparatus: 'yes' } }));
    const row = all.find(element => attribute(element, 'id') === 'correction-1');
    expect(row && descendants(row, 'td').map(textOf)).toEqual([
      '1',
      '第 1 段第 6 字',
      '上街区将大⏎⏎力发展。',
      '上街区将大力发展。',
      '接合断行',
      'editor',
      '2023-11-14 22:13',
    ]);
  });

  it('ends with the register: names, identifiers and links to the mentions', () => {
    const document = tagged('中国银行和中行', [0, 4, 'ORG'], [5, 7, 'ORG']);
    const block = document.blocks[0];
    if (!block) throw new Error('no block');
    const entity = {
      id: 'e1',
      type: 'ORG',
      name: '中国银行',
      aliases: ['中行'],
      identifiers: [{ scheme: 'wikidata', value: 'Q7900' }],
      who: '',
      when: '',
    } as const;
    const linked = {
      ...document,
      blocks: [{ ...block, mentions: block.mentions.map(m => ({ ...m, entity: 'e1' })) }],
      entities: new Map([['e1', entity]]),
    };
    const { all, errors } = parsePage(written(htmlEdition, linked));
    expect(errors).toEqual([]);
    const ids = new Set(all.map(element => attribute(element, 'id')));
    const links = all.flatMap(element => (element.tagName === 'a' ? [attribute(element, 'href') ?? ''] : []));
    expect(links.filter(href => href.startsWith('#')).map(href => ids.has(href.slice(1)))).not.toContain(
      false,
    );
    expect(links).toContain('https://www.wikidata.org/wiki/Q7900');
    expect(all.filter(e => e.tagName === 'dd').map(textOf)).toEqual(['中行', 'Wikidata Q7900', '1 2']);
  });

  it('holds nothing active whatever names, reasons and authors say', () => {
    const nasty = '"><img src=x onerror=alert(1)><script>';
    const context = { ...contextFor(), who: nasty };
    const opened = open(`甲${nasty}`, context);
    const spot = { index: 0, offset: 1 };
    const origin = originOf(context, 'edit', nasty);
    const { change } = replaceText(opened, spot, spot, nasty, origin, context);
    const entity = {
      id: 'e1',
      type: nasty,
      name: nasty,
      aliases: [nasty],
      note: nasty,
      who: nasty,
      when: '',
    };
    const identifiers = [{ scheme: 'wikidata' as const, value: nasty }];
    const document = {
      ...applyChange(opened, change),
      entities: new Map([['e1', { ...entity, identifiers }]]),
    };
    for (const format of [htmlEdition, correctionsHtml]) {
      const options = format === htmlEdition ? { apparatus: 'yes' } : {};
      const { errors, all } = parsePage(written(format, document, { options }));
      expect(errors).toEqual([]);
      expect(all.filter(e => ['script', 'img', 'iframe', 'object'].includes(e.tagName))).toEqual([]);
      expect(all.flatMap(e => e.attrs).filter(a => a.name.startsWith('on'))).toEqual([]);
    }
  });
});

import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { shown, shownInText } from './detect';

/** Text as it looks when its UTF-8 bytes are read as GBK. */
function asGbk(text: string): string {
  return iconv.decode(Buffer.from(text, 'utf8'), 'gbk');
}

describe('an unpaired mark is found', () => {
  it.each([
    ['a quote never closed', '他说：“明天就来，让大家等着，别走开。', '“→?'],
    ['a title mark never closed', '他写的《种桐浅说一卷，乡人按法种植，获利甚多。', '《→?'],
    ['a quote that faces the wrong way', '他把这叫作“慢生活“，一年到头都是如此。', '“→”'],
    ['a bracket that closes nothing', '三名代表（均为基层职工））出席了会议，并作了发言。', '）→?'],
  ])('%s', (_, line, expected) => expect(shown(line, 'pairing')).toEqual([expected]));
});

describe('marks count as paired', () => {
  it.each([
    ['list numbers with one parenthesis', '1）受理申请；2）审核材料；3）发放证件。'],
    ['list numbers with two', '（一）受理申请。（二）审核材料。'],
    ['nested quotes', '他说：“老师讲过‘欲速则不达’，我一直记着。”'],
  ])('%s', (_, line) => expect(shown(line, 'pairing')).toEqual([]));

  it('in a quotation of several paragraphs that each open it anew', () => {
    const text = '她念道：\n\n“我奶奶叫曾二妹，一九三七年生。\n\n“她把自家的门板也拆了。”\n\n屋里很静。';
    expect(shownInText(text, 'pairing')).toEqual([]);
  });
  it('across a break that splits the sentence', () => {
    expect(shownInText('他说：“明天就\n\n来，让大家等着。”', 'pairing')).toEqual([]);
  });
});

describe('missing text is found', () => {
  it('where a block under a heading closes a quote it never opened', () => {
    const text = '## 乡村振兴\n\n型加工厂”培育成规上企业，带动周边三百人就业，人均年增收两万元。';
    expect(shownInText(text, 'truncated')).toEqual(['→?']);
    expect(shownInText(text, 'pairing')).toEqual([]);
  });
  it('where a block under a heading begins with a comma', () => {
    expect(shownInText('## 要闻\n\n，全市上下齐心协力，终于完成了任务。', 'truncated')).toEqual(['→?']);
  });
  it('where a section ends with a comma', () => {
    const text =
      '## 要闻\n\n全市上下齐心协力，终于完成了全年的各项任务，主要指标都超过了去年同期的水平，群众的满意度也有提高，\n\n## 简讯\n\n明日有雨。';
    expect(shownInText(text, 'truncated')).toEqual(['→?']);
  });
  it('but not where the next block may go on with the sentence', () => {
    const text =
      '全市上下齐心协力，终于完成了全年的任务，各项指标都超过了去年同期的水平，\n\n创造了新的纪录。';
    expect(shownInText(text, 'truncated')).toEqual([]);
  });
});

describe('mojibake', () => {
  it.each([
    ['is told by its notorious characters', '会议由锟斤拷锟斤拷主持召开。', '锟斤拷锟斤拷→?'],
    ['of lost characters has no correction', '会议由�主持召开。', '�→?'],
    ['of UTF-8 read as Latin-1 is undone', 'ä¸­æ–‡ 是 UTF-8。', 'ä¸­æ–‡→中文'],
    ['of UTF-8 read as GBK is undone', asGbk('我的中文'), `${asGbk('我的中文')}→我的中文`],
    ['includes invisible characters', '会议\u200B召开。', '\u200B→'],
    ['includes undecoded entities', '甲&nbsp;乙', '&nbsp;→ '],
  ])('%s', (_, line, expected) => expect(shown(line, 'mojibake')).toEqual([expected]));

  it('is not seen in ordinary accented words', () => {
    expect(shown('他在Café里读Ångström的传记，喝一杯crème。', 'mojibake')).toEqual([]);
  });
});

describe('a duplicated block', () => {
  const paragraph =
    '自今年三月起，全区所有公园、广场和体育场馆一律免费开放，周末延长到晚上十点，遇到大型活动提前三天在门口张贴公告，并在网上同步发布，请广大市民相互转告、合理安排出行时间，谢谢配合。';
  it('is found when it stands twice to the letter', () => {
    expect(shownInText(`${paragraph}\n\n别的话。\n\n${paragraph}`, 'duplicate')).toEqual([`${paragraph}→`]);
  });
  it('is found when it differs in a character or two', () => {
    const other = paragraph.replace('三月', '四月');
    expect(shownInText(`${paragraph}\n\n别的话。\n\n${other}`, 'duplicate')).toEqual([`${other}→`]);
  });
  it('is not seen in short lines that repeat', () => {
    expect(shownInText('本报讯\n\n天晴了。\n\n本报讯\n\n天晴了。', 'duplicate')).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, parseLexicon } from '../../../shared/lexicon';
import { loadLexicon } from '../../../tools/lexicon/loadLexicon';

const lexicon = loadLexicon();
const words = (text: string) => lexicon.segment(text).map(word => text.slice(word.start, word.end));

describe('the lexicon', () => {
  it('segments by the most probable words', () => {
    expect(words('活动邀请了中国银行')).toEqual(['活动', '邀请', '了', '中国银行']);
    expect(words('我来到北京清华大学')).toEqual(['我', '来到', '北京', '清华大学']);
  });

  it('reads traditional characters as simplified ones', () => {
    expect(words('活動邀請了中國銀行')).toEqual(['活動', '邀請', '了', '中國銀行']);
    expect(lexicon.tag('銀行')).toBe(lexicon.tag('银行'));
    expect(lexicon.logProbability('後來')).toBe(lexicon.logProbability('后来'));
  });

  it('keeps runs of Latin letters and digits, half- or full-width, whole', () => {
    expect(words('售价3.5元iPhone15手机')).toEqual(['售价', '3.5', '元', 'iPhone15', '手机']);
    expect(words('售价３５元')).toEqual(['售价', '３５', '元']);
    expect(lexicon.segment('售价3.5元iPhone').map(word => word.tag)).toEqual(['n', 'm', 'm', 'eng']);
  });

  it('finds dictionary words that mix Latin and Han', () => {
    expect(words('开了家4S店')).toContain('4S店');
    expect(lexicon.has('Ａ股')).toBe(true);
  });

  it('knows frequency and part of speech of its words only', () => {
    expect(lexicon.has('中国银行')).toBe(true);
    expect(lexicon.has('国银')).toBe(false);
    expect(lexicon.logProbability('国银')).toBe(Number.NEGATIVE_INFINITY);
    expect(lexicon.tag('国银')).toBeUndefined();
    expect(lexicon.logProbability('的')).toBeGreaterThan(lexicon.logProbability('银行'));
  });

  it('leaves 乾, 著 and surrogate pairs as they are', () => {
    expect(foldText('乾隆著作𠮷')).toBe('乾隆著作𠮷');
    expect(words('𠮷野家')[0]).toBe('𠮷');
  });

  it('covers any text with adjoining words', () => {
    const piece = fc.constantFrom(
      '中国',
      '銀',
      '行',
      'a',
      '1',
      '.',
      '，',
      '𠮷',
      '\ud842',
      ' ',
      '4S店',
      '大力发展',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const text = pieces.join('');
        expect(words(text).join('')).toBe(text);
      }),
    );
  });

  it('refuses a damaged word list, naming the line', () => {
    expect(() => parseLexicon('n 3 银行\nn x 国家\n')).toThrow(/line 2/);
  });
});

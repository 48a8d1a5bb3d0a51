import { describe, expect, it } from 'vitest';
import { matchesIn, replacementText } from '../../../shared/search/matchText';
import { compileQuery, EMPTY_QUERY, type SearchQuery } from '../../../shared/search/searchPattern';

function patternOf(words: string, change: Partial<SearchQuery> = {}) {
  const compiled = compileQuery({ ...EMPTY_QUERY, words, ...change });
  if (compiled.kind !== 'pattern') throw new Error(`${words} is ${compiled.kind}`);
  return compiled.pattern;
}

function found(text: string, words: string, change: Partial<SearchQuery> = {}): readonly string[] {
  const { source, flags } = patternOf(words, change);
  return matchesIn(new RegExp(source, flags), text, 100).map(
    ({ start, end }) => `${start}:${text.slice(start, end)}`,
  );
}

describe('words', () => {
  it('are found as they stand, signs of expressions included', () => {
    expect(found('a.b a+b axb (a.b)', 'a.b')).toEqual(['0:a.b', '13:a.b']);
    expect(found('价格*[1]', '*[1]')).toEqual(['2:*[1]']);
    expect(found('天天天', '天天')).toEqual(['0:天天']);
  });

  it('match case only when asked', () => {
    expect(found('Bank bank ÉTÉ été', 'été')).toEqual(['10:ÉTÉ', '14:été']);
    expect(found('Bank bank', 'bank', { matchCase: true })).toEqual(['5:bank']);
  });

  it('are whole words in Latin text and say nothing of Chinese', () => {
    const whole = { wholeWords: true };
    expect(found('bank banker 北bank行 bank1 e-bank', 'bank', whole)).toEqual([
      '0:bank',
      '13:bank',
      '27:bank',
    ]);
    expect(found('中国银行', '国银', whole)).toEqual(['1:国银']);
    expect(found('cafés café', 'café', whole)).toEqual(['6:café']);
  });

  it('never match half of a character', () => {
    expect(found('𠮷野家', '\udfb7')).toEqual([]);
    expect(found('𠮷野家', '野')).toEqual(['2:野']);
  });
});

describe('expressions', () => {
  const expression = true;

  it('that are none are said to be, and not mended by what is put round them', () => {
    for (const words of ['(', 'a)(b', '[', '*', '\\', 'a{2,1}']) {
      const compiled = compileQuery({ ...EMPTY_QUERY, words, expression, wholeWords: true });
      expect([words, compiled.kind]).toEqual([words, 'invalid']);
    }
    expect(compileQuery({ ...EMPTY_QUERY, expression }).kind).toBe('empty');
  });

  it('see whole characters, and pass over matches of nothing', () => {
    expect(found('𠮷野家', '^.', { expression })).toEqual(['0:𠮷']);
    expect(found('𠮷aab', 'a*', { expression })).toEqual(['2:aa']);
    expect(found('a|b', '$|^|b', { expression })).toEqual(['2:b']);
  });

  it('keep alternatives together when whole words are asked for', () => {
    expect(found('cat cats dog', 'cat|dogs?', { expression, wholeWords: true })).toEqual(['0:cat', '9:dog']);
  });

  it('fill groups into the replacement', () => {
    const pattern = patternOf('(?<y>\\d{4})-(\\d\\d)', { expression });
    const replaced = (template: string) =>
      replacementText(pattern, template, '在2024-05间', { start: 1, end: 8 });
    expect(replaced('$1年$2月')).toBe('2024年05月');
    expect(replaced('$<y>|$&|$$|$3|$12')).toBe('2024|2024-05|$|$3|20242');
    expect(replaced('a\\nb\\\\n')).toBe('a\nb\\n');
  });

  it('are looked at in their surroundings when groups are filled in', () => {
    const pattern = patternOf('(?<=第)(\\d+)', { expression });
    expect(replacementText(pattern, '$1号', '第12页', { start: 1, end: 3 })).toBe('12号');
  });
});

it('a replacement for words is taken as it is written', () => {
  expect(replacementText(patternOf('a'), '$&\\n', 'a', { start: 0, end: 1 })).toBe('$&\\n');
});

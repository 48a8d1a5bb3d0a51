import { describe, expect, it } from 'vitest';
import { firstWords, lastWords } from '../../../renderer/review/wordsAround';

describe('words around a place', () => {
  it('are so many characters of Chinese', () => {
    expect(lastWords('今年全区将大', 3)).toBe('区将大');
    expect(firstWords('力发展现代农业', 3)).toBe('力发展');
    expect(lastWords('大', 3)).toBe('大');
    expect(firstWords('', 3)).toBe('');
  });

  it('never halve a character', () => {
    expect(lastWords('吉野𠮷家', 2)).toBe('家');
    expect(firstWords('吉𠮷野家', 2)).toBe('吉');
  });

  it('are whole words of Latin, and more characters of them', () => {
    expect(lastWords('there was no further reason to wait for her', 6)).toBe('wait for her');
    expect(firstWords('reasonable people would have gone home', 6)).toBe('reasonable');
    expect(lastWords('there was no further reason to wait', 6, 16)).toBe('reason to wait');
    expect(lastWords('Nguyễn Văn Ấ', 2)).toBe('Ấ');
  });

  it('go by what stands at the place', () => {
    expect(lastWords('郑州市的 GDP（', 6)).toBe('郑州市的 GDP（');
    expect(lastWords('本报记者从今年的 OCR 识别结果获悉', 6)).toBe('识别结果获悉');
    expect(lastWords('他们打开了Ａ', 3)).toBe('开了Ａ');
    expect(firstWords('“Well,” she said, “no”', 6)).toBe('“Well,” she ');
  });
});

import { describe, expect, it } from 'vitest';
import { inUtf8 } from '../../../shared/imports/inUtf8';
import { encodeText } from '../../../shared/source/codecs';

const TEXT = '编号,姓名\n1,陈立新,上街区\n';

describe('the bytes a reader is given', () => {
  it.each(['gb18030', 'big5', 'utf-16le'] as const)('are UTF-8 where the file was %s', encoding => {
    const text = encoding === 'big5' ? '編號,姓名\n1,陳立新,上街區\n' : TEXT;
    const bytes = encodeText(encoding === 'utf-16le' ? `\ufeff${text}` : text, encoding);
    expect(new TextDecoder().decode(inUtf8(bytes))).toBe(text);
  });

  it('are the very same where the file was UTF-8, an archive, or nothing that is known', () => {
    const zip = Uint8Array.of(0x50, 0x4b, 3, 4, 0xff, 0xfe);
    for (const bytes of [new TextEncoder().encode(TEXT), zip, Uint8Array.of(0xff, 0, 0xff, 0, 0x81)]) {
      expect(inUtf8(bytes)).toBe(bytes);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decodeSource } from '../../../shared/source/decodeSource';
import { encodeSource } from '../../../shared/source/encodeSource';
import { SOURCE_ENCODINGS } from '../../../shared/source/encoding';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('decoding', () => {
  it('takes off the byte order mark and says so', () => {
    expect(decodeSource(utf8('\ufeff勘误\n'))).toEqual({
      text: '勘误\n',
      encoding: 'utf-8',
      bom: true,
      newline: '\n',
      undecodable: 0,
      lossless: true,
      encodingCertain: true,
    });
  });

  it('keeps a second byte order mark as text', () => {
    expect(decodeSource(utf8('\ufeff\ufeffa')).text).toBe('\ufeffa');
  });

  it.each([
    ['', '\n'],
    ['one line', '\n'],
    ['a\nb\n', '\n'],
    ['a\r\nb\r\n', '\r\n'],
    ['a\rb', '\r'],
    ['a\r\nb\n', 'mixed'],
    ['a\n\rb', 'mixed'],
  ])('%j has the newline style %j', (text, newline) => {
    expect(decodeSource(utf8(text))).toMatchObject({ text, newline });
  });

  it('an empty file is an empty text', () => {
    expect(decodeSource(new Uint8Array())).toMatchObject({ text: '', undecodable: 0, lossless: true });
  });

  it('counts undecodable bytes but not the U+FFFD that the file holds', () => {
    const bytes = Uint8Array.from([...utf8('好\ufffd'), 0xff, 0xfe, ...utf8('好好好好好好')]);
    expect(decodeSource(bytes)).toMatchObject({ encoding: 'utf-8', undecodable: 2, lossless: false });
  });

  it('an odd byte at the end of UTF-16 is undecodable', () => {
    const bytes = Uint8Array.from([0xff, 0xfe, 0x2d, 0x4e, 0x41]);
    expect(decodeSource(bytes)).toMatchObject({ text: '中\ufffd', undecodable: 1, lossless: false });
  });

  it('an override is obeyed, and takes off only its own byte order mark', () => {
    const gbk = encodeSource('中国银行', 'gb18030', false);
    if (gbk.kind !== 'encoded') throw new Error('GB18030 has every character');
    expect(decodeSource(gbk.bytes, 'gb18030').text).toBe('中国银行');
    expect(decodeSource(gbk.bytes, 'big5').text).not.toBe('中国银行');
    expect(decodeSource(utf8('\ufeffa'), 'gb18030').bom).toBe(false);
  });
});

describe('round trips', () => {
  const anyText = fc.string({ unit: 'binary' });
  /** UTF-16 code units without regard to pairs. */
  const units = fc.array(fc.integer({ min: 0, max: 0xffff })).map(codes => String.fromCharCode(...codes));

  it('every text comes back from UTF-8, GB18030 and UTF-16, with or without a byte order mark', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.boolean(),
        fc.constantFrom('utf-8', 'gb18030', 'utf-16le', 'utf-16be'),
        (text, bom, encoding) => {
          const encoded = encodeSource(text, encoding, bom);
          if (encoded.kind === 'unencodable') return; // checked below
          const decoded = decodeSource(encoded.bytes, encoding);
          // Without a mark of its own, a text that begins with one gives it to the file.
          if (bom || !text.startsWith('\ufeff')) expect(decoded.text).toBe(text);
          expect(decoded).toMatchObject({ undecodable: 0, lossless: true });
        },
      ),
    );
  });

  it('lone surrogates survive in UTF-16', () => {
    fc.assert(
      fc.property(units, fc.constantFrom('utf-16le', 'utf-16be'), (text, encoding) => {
        const encoded = encodeSource(text, encoding, true);
        expect(encoded.kind === 'encoded' && decodeSource(encoded.bytes).text).toBe(text);
      }),
    );
  });

  it('whatever the bytes, an unchanged text gives them back or the file is said to be lossy', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 40 }),
        fc.option(fc.constantFrom(...SOURCE_ENCODINGS), { nil: undefined }),
        (bytes, override) => {
          const { text, encoding, bom, lossless, undecodable } = decodeSource(bytes, override);
          const encoded = encodeSource(text, encoding, bom);
          const same = encoded.kind === 'encoded' && Buffer.from(encoded.bytes).equals(bytes);
          expect(same || !lossless).toBe(true);
          expect(undecodable > 0 && lossless).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('every assigned two-byte code of GB18030 and Big5 is lossless or said not to be', () => {
    for (const encoding of ['gb18030', 'big5'] as const) {
      let lossless = 0;
      for (let lead = 0x81; lead <= 0xfe; lead++) {
        for (let trail = 0x40; trail <= 0xfe; trail++) {
          const bytes = Uint8Array.of(lead, trail);
          const decoded = decodeSource(bytes, encoding);
          if (!decoded.lossless) continue;
          lossless++;
          const encoded = encodeSource(decoded.text, encoding, false);
          expect(encoded.kind === 'encoded' && [...encoded.bytes]).toEqual([lead, trail]);
        }
      }
      expect(lossless).toBeGreaterThan(13_000);
    }
  });
});

describe('encoding', () => {
  it('names the characters an encoding lacks, each once, in the order of the text', () => {
    expect(encodeSource('😀a們😀们', 'big5', false)).toEqual({
      kind: 'unencodable',
      characters: ['😀', '们'],
    });
  });

  it.each(['utf-8', 'gb18030'] as const)('%s cannot write a lone surrogate', encoding => {
    expect(encodeSource('a\ud842b', encoding, false)).toEqual({
      kind: 'unencodable',
      characters: ['\ud842'],
    });
  });

  it('keeps a real question mark apart from the sign for a missing character', () => {
    expect(encodeSource('何謂?', 'big5', false).kind).toBe('encoded');
  });
});

test('one line of five million characters decodes as any other', () => {
  const line = '汉字'.repeat(2_500_000);
  const encoded = encodeSource(line, 'gb18030', false);
  if (encoded.kind !== 'encoded') throw new Error('GB18030 has every character');
  expect(decodeSource(encoded.bytes)).toMatchObject({ encoding: 'gb18030', lossless: true });
});

import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docxEdition } from '../../../shared/editions/docx';
import { htmlEdition } from '../../../shared/editions/html';
import { teiEdition } from '../../../shared/editions/tei';
import { SOURCE_IMPORTS } from '../../../shared/imports';
import { type RandomNumbers, randomNumbers } from '../../torture/randomNumbers';
import { richDocument } from '../editions/richDocument';
import { written, writtenBytes } from '../editions/written';
import { ALTO_SAMPLE, HOCR_SAMPLE, PAGE_SAMPLE } from './ocrSamples';
import { readFile } from './readImport';

/** Damaged files of each format; 10,000 with KANWU_LONG=1. */
const RUNS = process.env['KANWU_LONG'] === '1' ? 10_000 : 150;
/** ms, of the processor, that the reading of any file may take. */
const LONGEST = 2000;

const SAMPLES: Readonly<Record<string, () => Uint8Array>> = {
  tei: () => strToU8(written(teiEdition, richDocument())),
  docx: () => writtenBytes(docxEdition, richDocument()),
  html: () => strToU8(written(htmlEdition, richDocument(), { options: { apparatus: 'yes' } })),
  hocr: () => strToU8(HOCR_SAMPLE),
  alto: () => strToU8(ALTO_SAMPLE),
  page: () => strToU8(PAGE_SAMPLE),
};

const SCRAPS = [
  '<',
  '>',
  '&',
  '"',
  '</p>',
  '<p>',
  '<![CDATA[',
  '<!--',
  '<?kanwu gap [["a","b","c"]]?>',
  '&#0;',
  '&x;',
  '<choice>',
  '<corr>',
  '<lb/>',
  '\0',
  '\ufffe',
  '𠮷',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
].map(scrap => strToU8(scrap));

/** A file with one to four faults: bytes changed, parts cut out, doubled or moved, scraps of markup put in. */
function damaged(bytes: Uint8Array, random: RandomNumbers['below']): Uint8Array {
  let result = bytes;
  for (let n = random(4); n >= 0; n--) {
    const at = random(result.length + 1);
    const length = random(Math.max(1, Math.min(200, result.length - at)));
    const [head, part, tail] = [
      result.subarray(0, at),
      result.subarray(at, at + length),
      result.subarray(at + length),
    ];
    const scrap = SCRAPS[random(SCRAPS.length)] ?? head;
    const flipped = Uint8Array.from(part, byte => byte ^ (1 << random(8)));
    const changes = [
      [head, tail],
      [head, part, part, tail],
      [head, scrap, part, tail],
      [head, flipped, tail],
      [head],
      [tail, part, head],
    ];
    result = joined(changes[random(changes.length)] ?? [head]);
  }
  return result;
}

/** The text of a Word document damaged within a sound archive: damage to the archive itself hardly gets that far. */
function damagedInside(bytes: Uint8Array, random: RandomNumbers['below']): Uint8Array {
  const files = unzipSync(bytes);
  const name = Object.keys(files)[random(Object.keys(files).length)] ?? '';
  const target = random(4) === 0 ? name : 'word/document.xml';
  return zipSync({ ...files, [target]: damaged(files[target] ?? new Uint8Array(0), random) }, { level: 0 });
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

describe('a damaged file', () => {
  it.each(SOURCE_IMPORTS.map(format => [format.id, format] as const))(
    'of %s is read, or is one error that names it; never an exception, never longer than 2 s',
    { timeout: RUNS * 100 },
    (id, format) => {
      const sample = SAMPLES[id]?.();
      if (!sample) throw new Error(`there is no sample of ${id}`);
      const random = randomNumbers(20_261_125).below;
      let longest = 0;
      for (let n = 0; n < RUNS; n++) {
        const inside = id === 'docx' && n % 4 > 0;
        const file = inside ? damagedInside(sample, random) : damaged(sample, random);
        const before = process.cpuUsage();
        const reading = readFile(format, file, 'damaged.x');
        const { user, system } = process.cpuUsage(before);
        longest = Math.max(longest, (user + system) / 1000);
        expect(format.recognise({ name: 'damaged.x', bytes: file })).toBeGreaterThanOrEqual(0);
        if (reading.kind === 'failed') expect(reading.error.message.en).toContain('damaged.x');
        else {
          for (const { text, mentions, corrections } of reading.documents) {
            for (const { from, to } of corrections)
              expect(from <= to && to <= (text?.length ?? 0)).toBe(true);
            for (const { quote } of mentions) expect(quote).not.toBe('');
          }
        }
      }
      expect(longest).toBeLessThan(LONGEST);
    },
  );
});

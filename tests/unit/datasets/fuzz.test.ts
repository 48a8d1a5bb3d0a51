import { describe, expect, it } from 'vitest';
import { annotationFileParts } from '../../../shared/annotation/writeAnnotations';
import { DATA_FORMATS, DATA_IMPORTS } from '../../../shared/datasets';
import type { ImportFile } from '../../../shared/imports/importFormat';
import { type RandomNumbers, randomNumbers } from '../../torture/randomNumbers';
import { exported, jobOf } from './generatedDocuments';
import { fileOf, readingOf } from './imported';
import { nastyDocument } from './nasty';

const ROUNDS = process.env['KANWU_LONG'] ? 10_000 : 1500;
/** No input of a few kilobytes may take longer. */
const LONGEST_MS = 2000;

/** Bytes that turn one kind of thing into another, in any of the formats. */
const TOKENS = [
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\\',
  '\n',
  '\r\n',
  '\t',
  '\0',
  '-1',
  '0',
  '1e309',
  '99999999999999999999',
  'null',
  'true',
  '""',
  '[]',
  '{}',
  '"__proto__":',
  '\\u0000',
  '\\ud842',
  '𠮷',
  '\ufeff',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '=1+1',
  'B-',
  'E-X',
  'T1\t',
  ';',
  '-DOCSTART-',
  '[[[[[[[[[[[[[[[[[[[[',
  '\xff',
];

function mutated(bytes: Uint8Array, random: RandomNumbers['below']): Uint8Array {
  const encoder = new TextEncoder();
  let out = bytes;
  for (let n = 1 + random(4); n > 0; n--) {
    const at = random(out.length + 1);
    const length = random(3) === 0 ? random(200) : random(4);
    const put =
      random(4) === 0
        ? out.subarray(random(out.length + 1)).subarray(0, random(60))
        : random(5) === 0
          ? Uint8Array.from({ length: random(4) }, () => random(256))
          : encoder.encode(TOKENS[random(TOKENS.length)] ?? '');
    const next = new Uint8Array(at + put.length + Math.max(0, out.length - at - length));
    next.set(out.subarray(0, at));
    next.set(put, at);
    next.set(out.subarray(Math.min(out.length, at + length)), at + put.length);
    out = random(40) === 0 ? next.subarray(0, random(next.length + 1)) : next;
  }
  return out;
}

/** What each import is given to begin with: what we write, in every form. */
function samples(): readonly (readonly ImportFile[])[] {
  const document = nastyDocument();
  const extras = { generator: 'test', saved: '2026-11-25T12:00:00.000Z' };
  const list: ImportFile[][] = [
    [fileOf('a.kanwu.json', [...annotationFileParts(document, extras)].join(''))],
  ];
  for (const format of DATA_FORMATS) {
    const choices = format.options.map(option =>
      option.choices.map(({ value }) => [option.id, value] as const),
    );
    const most = Math.max(1, ...choices.map(values => values.length));
    for (let n = 0; n < most; n++) {
      const options = Object.fromEntries(
        choices.flatMap(values => (values.length ? [values[n % values.length] ?? []] : [])),
      );
      const { files } = exported(format, jobOf(document, { options }));
      list.push(files.map((text, k) => fileOf(`a${format.files[k]?.extension ?? ''}`, text)));
    }
  }
  return list;
}

describe('mutated input', () => {
  it(
    `is read or refused with one error, ${ROUNDS} times over all imports, never slowly`,
    () => {
      const random = randomNumbers(20261125).below;
      const sound = samples();
      let refused = 0;
      let slowest = 0;
      for (let round = 0; round < ROUNDS; round++) {
        const files = sound[random(sound.length)] ?? [];
        const broken = files.map(file => ({ ...file, bytes: mutated(file.bytes, random) }));
        const likely = DATA_IMPORTS.filter(format => format.recognise(broken[0] ?? fileOf('', '')) > 0);
        const readers = random(4) === 0 || likely.length === 0 ? DATA_IMPORTS : likely;
        const reader = readers[random(readers.length)];
        if (!reader) throw new Error('no import');
        const { user } = process.cpuUsage();
        const result = readingOf(reader, ...broken);
        slowest = Math.max(slowest, (process.cpuUsage().user - user) / 1000);
        if (result.kind === 'read') {
          expect(result.documents.length).toBeGreaterThan(0);
          for (const { text, mentions, corrections } of result.documents) {
            for (const { position, type, quote } of mentions) {
              expect(type).not.toBe('');
              if (!position) expect(quote).not.toBe('');
              if (text !== null && position && corrections.length === 0)
                expect(position.end).toBeLessThanOrEqual(text.length);
            }
          }
          continue;
        }
        refused++;
        expect(result.error.message.en).toMatch(/^Could not (?:import|open) “.*”: [\s\S]{10,}/);
        expect(result.error.message.en.length).toBeLessThan(500);
        expect(result.error.hint.en).not.toBe('');
      }
      expect(refused).toBeGreaterThan(ROUNDS / 10);
      expect(slowest).toBeLessThan(LONGEST_MS);
    },
    ROUNDS * 60,
  );
});

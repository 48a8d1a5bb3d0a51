import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotationFileParts } from '../../../shared/annotation/writeAnnotations';
import { DATA_FORMATS, DATA_IMPORTS } from '../../../shared/datasets';
import { outermost } from '../../../shared/datasets/outermost';
import type { ExportFormat, ExportJob } from '../../../shared/exports';
import { Losses } from '../../../shared/exports/losses';
import type { ImportFormat } from '../../../shared/imports/importFormat';
import { documents, jobOf } from './generatedDocuments';
import { again, fileOf, flatOf, importedRanges, rangesOf, read } from './imported';
import { nastyDocument } from './nasty';

function formatOf(id: string): ExportFormat {
  const format = DATA_FORMATS.find(f => f.id === id);
  if (!format) throw new Error(`no format ${id}`);
  return format;
}

function readerOf(id: string): ImportFormat {
  const reader = DATA_IMPORTS.find(f => f.id === id);
  if (!reader) throw new Error(`no import ${id}`);
  return reader;
}

const RUNS = { numRuns: process.env['KANWU_LONG'] ? 1000 : 25 };

/** Formats that hold every mention, with each of their options that says how. */
const HOLDING: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['w3c', {}],
  ['w3c', { form: 'collection', positions: 'utf16' }],
  ['brat', { newline: 'keep' }],
  ['doccano', {}],
  ['doccano', { unit: 'document', form: 'entities' }],
  ['label-studio', {}],
  ['label-studio', { unit: 'document', as: 'annotations' }],
  ['cas-json', {}],
  ['cas-json', { anchors: 'plain' }],
  ['spacy', {}],
  ['spacy', { unit: 'document', tokens: 'no' }],
  ['mentions-csv', {}],
];

/** Tells apart formats that write paragraphs: what stands between them is not in the file. */
function comparable(job: ExportJob, id: string): ReturnType<typeof flatOf> {
  const flat = flatOf(job);
  return id === 'brat' || id === 'mentions-csv'
    ? { ...flat, text: flat.text.replace(/\p{Surrogate}/gu, '\ufffd') }
    : flat;
}

describe.each(HOLDING)('%s %o', (id, options) => {
  it.each(['corrected', 'original'] as const)('gives back the very mentions of the %s text', text => {
    fc.assert(
      fc.property(documents, document => {
        const job = jobOf(document, { text, options });
        const flat = comparable(job, id);
        // A data set without an example is no file one could read.
        fc.pre(flat.text.trim() !== '' || id === 'w3c' || id === 'cas-json');
        expect(importedRanges(again(formatOf(id), readerOf(id), job), flat.text)).toEqual(rangesOf(flat));
      }),
      RUNS,
    );
  });
});

describe.each(['conll', 'bioes'])('%s', id => {
  it.each([
    { spaces: 'sign', separator: 'tab' },
    { spaces: 'omit', separator: 'space' },
    { spaces: 'omit', separator: 'tab', sequence: 'sentence' },
  ])('gives back the outermost mentions, without white space where it has no row: %o', options => {
    fc.assert(
      fc.property(documents, document => {
        const job = jobOf(document, { options });
        const flat = flatOf(job);
        const { text } = flat;
        const bare = (quote: string) => {
          const shown = quote.replace(/[^\S\n-\r\x85\u2028\u2029]/g, options.spaces === 'sign' ? ' ' : '');
          return shown.replace(/\p{Cc}|[\u2028\u2029]/gu, '').replace(/\p{Surrogate}/gu, '\ufffd');
        };
        fc.pre(bare(text).trim() !== '');
        const kept = outermost(flat.mentions, new Losses());
        const quotes = kept
          .map(m => [m.mention.type, bare(text.slice(m.start, m.end))])
          .filter(([, q]) => q !== '');
        const imported = again(formatOf(id), readerOf(id), job);
        expect(imported.mentions.map(m => [m.type, m.quote.replaceAll('\n', '')])).toEqual(quotes);
        const lines = (whole: string) =>
          whole
            .split(/[\n-\r\x85\u2028\u2029]/)
            .map(bare)
            .filter(l => l.trim() !== '');
        if (options.sequence === undefined && options.spaces === 'omit') {
          expect(lines(imported.text ?? '').join('')).toEqual(lines(text).join(''));
        }
      }),
      RUNS,
    );
  });
});

describe('what formats hold beside ranges and types', () => {
  const job = jobOf(nastyDocument());
  const details = (id: string) => {
    const document = again(formatOf(id), readerOf(id), job);
    const at = (quote: string, type: string) =>
      document.mentions.find(m => m.quote === quote && m.type === type);
    return {
      document,
      bank: at('中国银行', 'ORG'),
      role: at('银行行长', 'PER'),
      name: at('王<小>&"明"', 'PER'),
    };
  };

  it('W3C: entity with names and identifiers, note, normal form, attributes, who and when', () => {
    const { document, bank, role, name } = details('w3c');
    const [entity] = document.entities;
    expect(entity).toMatchObject({ name: '中国银行', aliases: ['中行'], note: '总行在北京', type: 'ORG' });
    expect(entity?.identifiers).toEqual([{ scheme: 'wikidata', value: 'Q790068' }]);
    expect(bank).toMatchObject({
      entity: entity?.id,
      note: '第一行\n第二行',
      who: 'editor',
      when: '2023-11-14T22:13:23.000Z',
    });
    expect(role?.attributes).toEqual({ role: '行长 & "代表"' });
    expect(name?.normal).toBe('王小明');
  });

  it('brat: entity by its identifiers, note on one line, normal form, attributes', () => {
    const { document, bank, role, name } = details('brat');
    expect(document.entities[0]?.identifiers).toEqual([{ scheme: 'wikidata', value: 'Q790068' }]);
    expect(bank).toMatchObject({ entity: document.entities[0]?.id, note: '第一行 第二行' });
    expect(role?.attributes).toEqual({ role: '行长 & "代表"' });
    expect(name?.normal).toBe('王小明');
  });

  it('CAS and spaCy: entity by its identifier; Label Studio: note; CSV: all but identifiers', () => {
    for (const id of ['cas-json', 'spacy']) {
      const { document, bank } = details(id);
      expect(document.entities[0]?.identifiers).toEqual([{ scheme: 'wikidata', value: 'Q790068' }]);
      expect(bank?.entity).toBe(document.entities[0]?.id);
    }
    expect(details('label-studio').bank?.note).toBe('第一行\n第二行');
    const { document, bank, role, name } = details('mentions-csv');
    expect(document.entities[0]?.name).toBe('中国银行');
    expect(bank).toMatchObject({
      note: '第一行\n第二行',
      who: 'editor',
      prefix: expect.stringMatching(/邀请了$/),
    });
    expect(role?.attributes).toEqual({ role: '行长 & "代表"' });
    expect(name?.normal).toBe('王小明');
  });

  it('Kanwu: text, corrections, mentions, entities and types', () => {
    fc.assert(
      fc.property(documents, document => {
        const extras = { generator: 'test', saved: '2026-11-25T12:00:00.000Z' };
        const json = [...annotationFileParts(document, extras)].join('');
        const [imported] = read(readerOf('kanwu'), fileOf('a.kanwu.json', json));
        expect(imported?.text).toBe(document.source.text);
        const flat = flatOf(jobOf(document));
        expect(imported && importedRanges(imported, flat.text)).toEqual(rangesOf(flat));
      }),
      RUNS,
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DATA_FORMATS } from '../../../shared/datasets';
import { bratFormat } from '../../../shared/datasets/brat';
import { outermost } from '../../../shared/datasets/outermost';
import { Losses } from '../../../shared/exports/losses';
import { documents, exported, jobOf } from './generatedDocuments';
import { flatOf } from './imported';
import { INDEPENDENT } from './independentReaders';
import { nastyDocument } from './nasty';

const RUNS = { numRuns: process.env['KANWU_LONG'] ? 1000 : 40 };
const LINE_BREAKS = /[\n-\r\x1c-\x1e\x85\u2028\u2029]+/g;

describe.each(Object.keys(INDEPENDENT))('%s, read by another reader', id => {
  const format = DATA_FORMATS.find(one => one.id === id);
  const reader = INDEPENDENT[id];
  if (!format || !reader) throw new Error(id);
  const columns = id === 'conll' || id === 'bioes';

  /** How the format has a quotation. */
  const shown = (quote: string) => {
    const whole = quote.replace(
      /\p{Surrogate}/gu,
      id === 'brat' || columns || id.endsWith('csv') ? '\ufffd' : '$&',
    );
    if (columns) return whole.replace(/[\s\p{Cc}]/gu, '');
    return id === 'brat' ? whole.replace(LINE_BREAKS, ' ') : whole;
  };

  it.each(['corrected', 'original'] as const)('has every mention of the %s text at its place', text => {
    fc.assert(
      fc.property(fc.oneof(documents, fc.constant(nastyDocument())), document => {
        const job = jobOf(document, { text });
        const flat = flatOf(job);
        const mentions = columns ? outermost(flat.mentions, new Losses()) : flat.mentions;
        const wanted = mentions.map(m => `${m.mention.type} ${shown(flat.text.slice(m.start, m.end))}`);
        const { files, report } = exported(format, job);
        const found = reader(files);
        expect(found.toSorted()).toEqual(wanted.filter(line => !line.endsWith(' ')).toSorted());
        expect(report.mentions).toBe(found.length);
      }),
      RUNS,
    );
  });
});

describe('reports', () => {
  it('name what a format leaves out, with places', () => {
    const { report } = exported(
      DATA_FORMATS.find(f => f.id === 'conll') ?? bratFormat,
      jobOf(nastyDocument()),
    );
    const lost = Object.fromEntries(report.losses.map(l => [l.what.en, [l.count, l.examples[0]?.text]]));
    expect(lost).toMatchObject({
      'mentions inside another (left out)': [1, '中国'],
      'mentions that cross another (left out)': [1, '银行行长'],
      'further mentions of the very same text (left out)': [1, '中国银行'],
      'links from mentions to entities': [1, '中国银行'],
    });
  });

  it('tell of cells a spreadsheet would run', () => {
    const { report, files } = exported(
      DATA_FORMATS.find(f => f.id === 'mentions-csv') ?? bratFormat,
      jobOf(nastyDocument()),
    );
    expect(files[0]?.startsWith('\ufefftype,')).toBe(true);
    expect(files[0]).toContain(",'=SUM(1),");
    expect(report.losses.some(l => l.what.en.startsWith('cells that a spreadsheet'))).toBe(true);
  });
});

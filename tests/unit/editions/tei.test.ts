import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { teiEdition } from '../../../shared/editions/tei';
import { documents, exported, jobOf } from '../datasets/generatedDocuments';
import { richDocument, withOwnTypes } from './richDocument';
import { schemaIsHere, teiFaults } from './teiValidity';
import { written } from './written';

describe('TEI', () => {
  it.skipIf(!schemaIsHere)(
    'is valid against tei_all, whatever the document holds',
    { timeout: 30_000 },
    async () => {
      const xml = written(teiEdition, richDocument(), { generator: 'Kanwu 0.1.0' });
      expect(await teiFaults(xml)).toEqual([]);
      expect(await teiFaults(written(teiEdition, withOwnTypes(richDocument())))).toEqual([]);
      for (const document of fc.sample(documents, 25)) {
        const generated = written(teiEdition, document);
        expect(await teiFaults(generated), generated).toEqual([]);
      }
    },
  );

  it('has two readings in every choice, which the schema does not ask for', () => {
    const xml = written(teiEdition, richDocument());
    const choices = [...xml.matchAll(/<choice>(.*?)<\/choice>/gs)].map(([, inner]) => inner ?? '');
    expect(choices.length).toBeGreaterThan(2);
    for (const inner of choices) expect(inner).toMatch(/^<sic>.*<\/sic><corr [^>]*>.*<\/corr>$/s);
  });

  it('has mended breaks, insertions, deletions and crossing mentions in TEI’s own words', () => {
    const xml = written(teiEdition, richDocument()).replace(/(?:change|resp|xml:id)="#?[acmr]\d+"/g, '…');
    for (const words of [
      '中<lb break="no" … …/>国',
      '<surplus … …>王五</surplus>',
      '<date … when="2023-02-23"',
      '<measure type="currency" … quantity="1500000000" unit="CNY"',
      '<span ana="#type1" from="#a3" to="#a4" …/>',
      '<org xml:id="e101"',
      '<idno type="wikidata">Q790068</idno>',
      '<idno type="sha256">',
    ]) {
      expect(xml).toContain(words);
    }
  });

  it('tells of the characters that XML cannot hold', () => {
    const { report } = exported(teiEdition, jobOf(richDocument()));
    expect(report).toMatchObject({ mentions: 15, entities: 5, corrections: 7 });
    expect(report.losses.map(l => [l.what.en.split(',')[0], l.count])).toEqual([['control characters', 1]]);
  });
});

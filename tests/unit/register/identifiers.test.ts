import { describe, expect, it } from 'vitest';
import type { IdentifierScheme } from '../../../shared/document/entity';
import { identifierUrl, readIdentifier } from '../../../shared/register/identifiers';

describe('identifiers', () => {
  it.each<[IdentifierScheme, string, string]>([
    ['wikidata', ' q956 ', 'Q956'],
    ['wikidata', 'Ｑ９５６', 'Q956'],
    ['wikidata', 'https://www.wikidata.org/wiki/Q956#sitelinks', 'Q956'],
    ['wikidata', 'http://www.wikidata.org/entity/Q956', 'Q956'],
    ['viaf', 'https://viaf.org/viaf/102333412/', '102333412'],
    ['viaf', 'viaf.org/viaf/102333412', '102333412'],
    ['geonames', 'https://www.geonames.org/1816670/beijing.html', '1816670'],
    ['geonames', 'http://sws.geonames.org/1816670/', '1816670'],
    ['own', 'P-0042/甲', 'P-0042/甲'],
  ])('of %s: %s is read as %s', (scheme, typed, value) => {
    expect(readIdentifier(scheme, typed)).toEqual({ kind: 'ok', identifier: { scheme, value } });
  });

  it.each<[IdentifierScheme, string]>([
    ['wikidata', '956'],
    ['wikidata', 'Q0956'],
    ['wikidata', 'Q95 6'],
    ['wikidata', 'https://www.wikidata.org/wiki/Property:P31'],
    ['viaf', 'Q956'],
    ['viaf', '12345678901234567890123'],
    ['geonames', '1816670a'],
    ['geonames', ''],
    ['own', 'two words'],
  ])('of %s: %s is malformed, with the form said', (scheme, typed) => {
    const read = readIdentifier(scheme, typed);
    expect(read.kind).toBe('malformed');
    if (read.kind === 'malformed') expect(read.message.zh).toContain('应为');
  });

  it('have an address where the authority has one', () => {
    expect(identifierUrl({ scheme: 'wikidata', value: 'Q956' })).toBe('https://www.wikidata.org/wiki/Q956');
    expect(identifierUrl({ scheme: 'wikidata', value: 'x' })).toBeNull();
    expect(identifierUrl({ scheme: 'own', value: 'P1' })).toBeNull();
  });
});

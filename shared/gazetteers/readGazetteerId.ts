import type { Identifier } from '../document/entity';
import { readIdentifier } from '../register/identifiers';

/** How ids of a gazetteer may name their authority: `wikidata:Q12`, `geonames:178`, addresses too. */
const SCHEMES = ['wikidata', 'viaf', 'geonames'] as const;

/**
 * The identifier that the id of a gazetteer's entry stands for: a Wikidata item (`Q16572`), one of VIAF or GeoNames with
 * its name before it or as an address, anything else an own id. Null where it is none, such as text with white space.
 */
export function readGazetteerId(id: string): Identifier | null {
  const [, prefix, rest] = /^(wikidata|viaf|geonames)\s*:\s*(\S+)$/i.exec(id) ?? [];
  const named = SCHEMES.find(scheme => scheme === prefix?.toLowerCase());
  if (named && rest !== undefined) return identifier(named, rest) ?? identifier('own', id);
  if (/^Q\d+$/i.test(id)) return identifier('wikidata', id);
  const address = SCHEMES.find(scheme => id.includes(`${scheme}.org/`));
  return (address && identifier(address, id)) ?? identifier('own', id);
}

function identifier(scheme: Identifier['scheme'], text: string): Identifier | null {
  const read = readIdentifier(scheme, text);
  return read.kind === 'ok' ? read.identifier : null;
}

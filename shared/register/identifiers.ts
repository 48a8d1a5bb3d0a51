import type { Identifier, IdentifierScheme } from '../document/entity';
import type { Message } from '../source/fileError';

export type ReadIdentifier =
  | { readonly kind: 'ok'; readonly identifier: Identifier }
  | { readonly kind: 'malformed'; readonly message: Message };

interface SchemeRule {
  readonly name: Message;
  /** What the identifier looks like, for the editor. */
  readonly form: Message;
  readonly pattern: RegExp;
  /** Takes the identifier out of an address that people copy; null for schemes without one. */
  readonly address: RegExp | null;
  readonly url: ((value: string) => string) | null;
}

// Forms: wikidata.org/wiki/Wikidata:Identifiers; VIAF: 1–22 digits (P214's format on Wikidata); GeoNames: P1566's.
const SCHEMES: Readonly<Record<IdentifierScheme, SchemeRule>> = {
  wikidata: {
    name: { en: 'Wikidata', zh: '维基数据' },
    form: { en: 'Q and digits, such as Q956', zh: 'Q 加数字，如 Q956' },
    pattern: /^Q[1-9]\d{0,11}$/,
    address:
      /^(?:https?:\/\/)?(?:www\.|m\.)?wikidata\.org\/(?:wiki|entity)\/(?:Special:EntityPage\/)?(Q\d+)/i,
    url: value => `https://www.wikidata.org/wiki/${value}`,
  },
  viaf: {
    name: { en: 'VIAF', zh: 'VIAF' },
    form: { en: 'up to 22 digits', zh: '不超过 22 位的数字' },
    pattern: /^[1-9]\d{0,21}$/,
    address: /^(?:https?:\/\/)?(?:www\.)?viaf\.org\/(?:[a-z]{2}\/)?viaf\/(\d+)/i,
    url: value => `https://viaf.org/viaf/${value}`,
  },
  geonames: {
    name: { en: 'GeoNames', zh: 'GeoNames' },
    form: { en: 'up to 9 digits', zh: '不超过 9 位的数字' },
    pattern: /^[1-9]\d{0,8}$/,
    address: /^(?:https?:\/\/)?(?:www\.|sws\.)?geonames\.org\/(\d+)/i,
    url: value => `https://www.geonames.org/${value}`,
  },
  own: {
    name: { en: 'Own id', zh: '自编号' },
    form: { en: 'anything without white space', zh: '不含空白的任意文字' },
    pattern: /^\S{1,200}$/u,
    address: null,
    url: null,
  },
};

export function schemeName(scheme: IdentifierScheme): Message {
  return SCHEMES[scheme].name;
}

/** What an identifier of a scheme looks like, for the hint beside a field. */
export function schemeForm(scheme: IdentifierScheme): Message {
  return SCHEMES[scheme].form;
}

/** Where the authority shows it; null for an own id, and for one that is not well formed. */
export function identifierUrl({ scheme, value }: Identifier): string | null {
  const { url, pattern } = SCHEMES[scheme];
  return url && pattern.test(value) ? url(value) : null;
}

export function isWellFormed({ scheme, value }: Identifier): boolean {
  return SCHEMES[scheme].pattern.test(value);
}

/** Reads what was typed or pasted: an identifier, or an address of it (which is reduced to the identifier). */
export function readIdentifier(scheme: IdentifierScheme, typed: string): ReadIdentifier {
  const { pattern, address, name, form } = SCHEMES[scheme];
  const trimmed = typed.normalize('NFKC').trim();
  const value = address?.exec(trimmed)?.[1] ?? trimmed;
  const found = scheme === 'wikidata' ? value.toUpperCase() : value;
  if (pattern.test(found)) return { kind: 'ok', identifier: { scheme, value: found } };
  return {
    kind: 'malformed',
    message: {
      en: `“${typed.trim()}” is no identifier of ${name.en}: expected ${form.en}.`,
      zh: `“${typed.trim()}”不是${name.zh}的标识：应为${form.zh}。`,
    },
  };
}

export function sameIdentifier(a: Identifier, b: Identifier): boolean {
  return a.scheme === b.scheme && a.value === b.value;
}

/** Authorities an entity may be identified in; `own` is the editor's own numbering. */
export const IDENTIFIER_SCHEMES = ['wikidata', 'viaf', 'geonames', 'own'] as const;
export type IdentifierScheme = (typeof IDENTIFIER_SCHEMES)[number];

export interface Identifier {
  readonly scheme: IdentifierScheme;
  readonly value: string;
}

/** What mentions refer to: a person, an organisation, a place … */
export interface Entity {
  /** `e1`, `e2` …; unique in the document, never used again. */
  readonly id: string;
  /** A type of the tagset. */
  readonly type: string;
  readonly name: string;
  /** Other names it goes by, without `name`. */
  readonly aliases: readonly string[];
  readonly identifiers: readonly Identifier[];
  readonly note?: string;
  readonly who: string;
  /** ISO 8601, UTC. */
  readonly when: string;
}

/** The entities of a document by id, in the order in which they were made. */
export type Register = ReadonlyMap<string, Entity>;

export const EMPTY_REGISTER: Register = new Map();

/** One line of a list of names that an editor loads: a gazetteer, an index of persons, an authority file. */
export interface GazetteerEntry {
  readonly name: string;
  /** A type of the tagset. */
  readonly type: string;
  /** What the list knows it by: `Q16572`, `geonames:1784658`, an own number; empty where it has none. */
  readonly id: string;
  readonly aliases: readonly string[];
}

/** A gazetteer as it is kept: its entries cross to the worker as the text they are stored in. */
export interface Gazetteer {
  readonly name: string;
  readonly entries: readonly GazetteerEntry[];
}

/** A name decided in another document, as it is kept. */
export interface EarlierName {
  readonly text: string;
  readonly type: string;
  readonly answer: 'accepted' | 'dismissed';
  /** Name of the document's file. */
  readonly where: string;
}

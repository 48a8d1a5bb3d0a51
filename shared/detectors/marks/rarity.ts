import { RARITY_UNKNOWN } from './repetition';

/** At index n the characters of which about one in 2^n occurrences is doubled in sound text. */
export type RarityTable = readonly string[];

/** Level by code unit (folded), for look-up. */
export function rarityOf(table: RarityTable): Float32Array {
  const levels = new Float32Array(0x10000).fill(RARITY_UNKNOWN);
  table.forEach((characters, level) => {
    for (let at = 0; at < characters.length; at++) levels[characters.charCodeAt(at)] = level;
  });
  return levels;
}

import type { Entity, Register } from '../../shared/document/entity';
import { saysWords } from './entityRows';

/** Rows a picker shows; who wants another types more of its name. */
export const MOST_SHOWN = 60;

/** Entities looked at between two pauses. */
const STRIDE = 500;

/** What is looked for. */
export interface EntityQuery {
  readonly typed: string;
  /** Words chosen, by which matches are ranked. */
  readonly texts: readonly string[];
  readonly type: string | null;
  /** An entity that can't be chosen. */
  readonly except: string | null;
}

export interface EntityMatches {
  readonly shown: readonly Entity[];
  /** Further ones that match as well. */
  readonly more: number;
}

/**
 * The entities to choose from: those whose names hold what was typed, or all where nothing was; best those that go by the
 * very words (`texts`) chosen and have the type, then those whose name holds them or is held. Pauses by yielding. O(names).
 */
export function* entityMatches(
  register: Register,
  { typed, texts, type, except }: EntityQuery,
): Generator<undefined, EntityMatches> {
  const wanted = typed.trim().toLowerCase();
  const words = wanted === '' ? texts : [typed.trim()];
  // Put in by rank, for twenty thousand are too many to sort while a dialog opens.
  const byRank: Entity[][] = [[], [], [], [], [], []];
  let count = 0;
  let looked = 0;
  for (const entity of register.values()) {
    if (++looked % STRIDE === 0) yield;
    if (entity.id === except || (wanted !== '' && !saysWords(entity, wanted))) continue;
    byRank[rank(entity, words, type)]?.push(entity);
    count++;
  }
  const shown: Entity[] = [];
  for (const alike of byRank.reverse()) shown.push(...alike.slice(0, MOST_SHOWN - shown.length));
  return { shown, more: count - shown.length };
}

/** 0 to 5. */
function rank(entity: Entity, words: readonly string[], type: string | null): number {
  const { name, aliases } = entity;
  const same = words.some(word => name === word || aliases.includes(word));
  const near =
    !same &&
    words.some(word => {
      const alike = (other: string) => other.includes(word) || word.includes(other);
      return alike(name) || aliases.some(alike);
    });
  return (same ? 4 : near ? 2 : 0) + (entity.type === type ? 1 : 0);
}

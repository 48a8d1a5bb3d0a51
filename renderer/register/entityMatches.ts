import type { Entity, Register } from '../../shared/document/entity';
import { saysWords } from './entityRows';

/** Rows a picker shows; who wants another types more of its name. */
export const MOST_SHOWN = 60;

export interface EntityMatches {
  readonly shown: readonly Entity[];
  /** Further ones that match as well. */
  readonly more: number;
}

/**
 * The entities to choose from: those whose names hold what was typed, or all where nothing was; best those that go by the
 * very words (`texts`) chosen and have the type, then those whose name holds them or is held. O(names).
 */
export function entityMatches(
  register: Register,
  typed: string,
  texts: readonly string[],
  type: string | null,
  except: string | null = null,
): EntityMatches {
  const wanted = typed.trim().toLowerCase();
  const words = wanted === '' ? texts : [typed.trim()];
  // Put in by rank, for twenty thousand are too many to sort while a dialog opens.
  const byRank: Entity[][] = [[], [], [], [], [], []];
  let count = 0;
  for (const entity of register.values()) {
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

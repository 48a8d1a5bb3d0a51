import type { Entity, Register } from '../../shared/document/entity';
import { nameKey, namesOf } from '../../shared/register/findEntity';
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
  const keys = [...new Set((wanted === '' ? texts : [typed]).map(nameKey))].filter(key => key !== '');
  const ranked: (readonly [number, Entity])[] = [];
  for (const entity of register.values()) {
    if (entity.id === except || (wanted !== '' && !saysWords(entity, wanted))) continue;
    ranked.push([rank(entity, keys, type), entity]);
  }
  ranked.sort(([a], [b]) => b - a);
  return {
    shown: ranked.slice(0, MOST_SHOWN).map(([, entity]) => entity),
    more: Math.max(0, ranked.length - MOST_SHOWN),
  };
}

function rank(entity: Entity, keys: readonly string[], type: string | null): number {
  const names = namesOf(entity).map(nameKey);
  const same = keys.some(key => names.includes(key));
  const near = !same && keys.some(key => names.some(name => name.includes(key) || key.includes(name)));
  return (same ? 4 : near ? 2 : 0) + (entity.type === type ? 1 : 0);
}

import type { Origin } from '../../document/piece';
import { xmlAttribute } from '../xmlText';

/** `w:ins`, `w:del` and the like with their number, author and date; nothing where changes are not tracked. */
export class Revisions {
  #number = 0;

  constructor(readonly tracked: boolean) {}

  /** The attributes of one revision. Word numbers them all, each once. */
  of({ who, when }: Pick<Origin, 'who' | 'when'>): string {
    const date = wordDate(when);
    const dated = date === null ? '' : ` w:date="${date}"`;
    return ` w:id="${++this.#number}" w:author="${xmlAttribute(who)}"${dated}`;
  }
}

/** To the second, as Word writes it; null where it is no date. */
export function wordDate(when: string): string | null {
  const time = new Date(when);
  return when === '' || Number.isNaN(time.getTime()) ? null : time.toISOString().replace(/\.\d+Z$/, 'Z');
}

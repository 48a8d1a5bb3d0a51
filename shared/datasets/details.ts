import type { ExportJob, ExportPart } from '../exports/exportFormat';
import { type FlatMention, PAUSE, placeOf } from '../exports/flatText';
import type { Losses, LossKind } from '../exports/losses';
import { madeCorrections } from '../exports/madeCorrections';

/** What a format has a place for, beside the range and type of a mention. */
export interface HeldDetails {
  readonly links?: boolean;
  readonly entities?: boolean;
  readonly entityDetails?: boolean;
  readonly normals?: boolean;
  readonly notes?: boolean;
  readonly attributes?: boolean;
  readonly authors?: boolean;
}

/** Counts the entities that no mention written refers to, where a format has no place for an entity but at its mentions. */
export function countUnmentioned(
  { document }: ExportJob,
  mentioned: ReadonlySet<string>,
  losses: Losses,
): void {
  for (const { id, name } of document.entities.values()) {
    if (!mentioned.has(id)) losses.add('unmentioned', { block: null, start: 0, end: 0, text: name });
  }
}

/** Counts what of the mentions written, of the register and of the document itself a format has no place for. Yields pauses. */
export function* countDetails(
  job: ExportJob,
  mentions: readonly FlatMention[],
  held: HeldDetails,
  losses: Losses,
): Generator<ExportPart, void> {
  let count = 0;
  for (const { mention, block } of mentions) {
    if (++count % 10_000 === 0) yield PAUSE;
    const lost: LossKind[] = [];
    if (mention.entity !== undefined && !held.links) lost.push('links');
    if (mention.normal !== undefined && !held.normals) lost.push('normals');
    if (mention.note !== undefined && !held.notes) lost.push('notes');
    if (mention.attributes !== undefined && !held.attributes) lost.push('attributes');
    if (mention.who !== '' && !held.authors) lost.push('authors');
    if (mention.continues !== undefined) lost.push('parted');
    if (lost.length === 0) continue;
    for (const kind of lost) losses.add(kind, () => placeOf(block, mention));
  }
  const { document } = job;
  if (!held.entities) losses.add('entities', undefined, document.entities.size);
  else if (!held.entityDetails) {
    for (const { aliases, note } of document.entities.values()) {
      if (aliases.length > 0 || note !== undefined) losses.add('entityDetails');
    }
  }
  const { length } = yield* madeCorrections(document);
  losses.add(job.text === 'original' ? 'correctionsUndone' : 'corrections', undefined, length);
  if (document.issueDate !== null) losses.add('issueDate');
}

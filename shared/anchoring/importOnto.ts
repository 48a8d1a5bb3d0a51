import { type Change, type EntityPatch, isNoChange, NO_CHANGE, type Patch } from '../document/change';
import type { KanwuDocument } from '../document/document';
import type { Entity } from '../document/entity';
import type { Orphan } from '../document/orphan';
import type { EditContext } from '../edits/context';
import { addOrphans } from '../edits/orphans';
import type { ImportedMention } from '../imports/importFormat';
import { retold } from '../steps/retold';
import { extendedTagset } from './extendedTagset';
import type { ImportPlan, Placement } from './importPlan';
import { type RangedMention, settlingMentions } from './settleMentions';

/** Imported mentions as one change of a document. */
export interface ImportChange {
  readonly change: Change;
  /** Those of them that have no place in it: the change adds them to the document's orphans. */
  readonly orphans: readonly Orphan[];
  /** Mentions added; those the document has already (same type, same place) are passed over. */
  readonly added: number;
}

/** Mentions between two pauses: a millisecond or two. */
const SLICE = 2000;

/**
 * Takes the chosen placements of a plan into a document: mentions, the entities they refer to under new ids (one the
 * register has with the same type and name is taken for the same), and types the tagset lacks. What was not chosen
 * stays out; what has no place becomes an orphan. Yields the share done (0–1).
 */
export function* importingOnto(
  document: KanwuDocument,
  plan: ImportPlan,
  chosen: ReadonlySet<Placement>,
  context: EditContext,
): Generator<number, ImportChange> {
  const { imported, placements, orphans } = plan;
  const taken = placements.filter(placement => chosen.has(placement));
  yield 0;
  const register = entityLinks(document, plan, taken, context);
  yield 0;
  const present = yield* rangesOf(document);
  const ranged: RangedMention[] = [];
  const sources = new Map<string, ImportedMention>();
  for (const { mention, start, end } of taken) {
    if (present.has(`${start}-${end}-${mention.type}`)) continue;
    const made = newMention(mention, context, register.idOf);
    sources.set(made.id, mention);
    if (ranged.push({ start, end, mention: made }) % SLICE === 0) yield 0.3;
  }
  const settling = settlingMentions(document.lead, document.blocks, ranged, context.ids);
  const settled = yield* retold(settling, share => 0.3 + 0.6 * share);
  const patches: Patch[] = [];
  settled.blocks.forEach((block, at) => {
    const before = document.blocks[at];
    if (before && before !== block) patches.push({ at, before: [before], after: [block] });
  });
  yield 0.9;
  const tagset = extendedTagset(document.tagset, imported.tagset, plan.types);
  const left = settled.left.flatMap(({ mention }) => sources.get(mention.id) ?? []);
  const lost = [...orphans, ...left].map(mention => orphanOf(mention, context, register.idOf));
  const change: Change = {
    ...addOrphans(document, lost),
    patches,
    ...(register.patches.length > 0 ? { entities: register.patches } : {}),
    ...(tagset === document.tagset ? {} : { tagset: { before: document.tagset, after: tagset } }),
  };
  return {
    change: isNoChange(change) ? NO_CHANGE : change,
    orphans: lost,
    added: ranged.length - settled.left.length,
  };
}

/** Type and range of every mention in the whole text, as keys. */
function* rangesOf(document: KanwuDocument): Generator<number, ReadonlySet<string>> {
  const keys = new Set<string>();
  let at = document.lead.text.length;
  for (const { marker, body, gap, mentions } of document.blocks) {
    const from = at + marker.text.length;
    for (const { start, end, type } of mentions) {
      keys.add(`${from + start}-${from + end}-${type}`);
      if (keys.size % SLICE === 0) yield 0;
    }
    at = from + body.text.length + gap.text.length;
  }
  return keys;
}

type IdOf = (imported: string | undefined) => string | undefined;

function entityLinks(
  document: KanwuDocument,
  { imported, orphans }: ImportPlan,
  taken: readonly Placement[],
  { ids, who, now }: EditContext,
): { readonly idOf: IdOf; readonly patches: readonly EntityPatch[] } {
  const used = new Set([
    ...taken.map(({ mention }) => mention.entity),
    ...orphans.map(({ entity }) => entity),
  ]);
  const known = new Map(
    [...document.entities.values()].map(entity => [`${entity.type}\n${entity.name}`, entity.id]),
  );
  const links = new Map<string, string>();
  const patches: EntityPatch[] = [];
  for (const entity of imported.entities) {
    if (!used.has(entity.id)) continue;
    const same = known.get(`${entity.type}\n${entity.name}`);
    if (same !== undefined) {
      links.set(entity.id, same);
      continue;
    }
    const id = ids.next('e');
    const after: Entity = { ...entity, id, who: entity.who || who, when: entity.when || now() };
    links.set(entity.id, id);
    known.set(`${entity.type}\n${entity.name}`, id);
    patches.push({ id, before: undefined, after });
  }
  return { idOf: id => (id === undefined ? undefined : links.get(id)), patches };
}

function newMention(imported: ImportedMention, context: EditContext, idOf: IdOf): RangedMention['mention'] {
  const { type, note, normal, attributes } = imported;
  const entity = idOf(imported.entity);
  return {
    id: context.ids.next('m'),
    type,
    who: imported.who || context.who,
    when: imported.when || context.now(),
    ...(entity === undefined ? {} : { entity }),
    ...(note === undefined ? {} : { note }),
    ...(normal === undefined ? {} : { normal }),
    ...(attributes === undefined ? {} : { attributes }),
  };
}

/** An imported mention without a place, as the annotation file keeps it. */
function orphanOf(imported: ImportedMention, context: EditContext, idOf: IdOf): Orphan {
  const { position, quote, prefix, suffix } = imported;
  const start = position?.start ?? 0;
  const range = { start, end: start + quote.length };
  return { ...newMention(imported, context, idOf), ...range, text: quote, prefix, suffix, source: range };
}

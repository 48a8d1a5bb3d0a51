import { applyChange } from '../document/change';
import { piecesOf } from '../document/corrections';
import type { KanwuDocument } from '../document/document';
import { EMPTY_REGISTER } from '../document/entity';
import { parseInSteps } from '../document/parse';
import { runOf } from '../document/run';
import type { Source } from '../document/source';
import { DEFAULT_TAGSET, type Tagset } from '../document/tagset';
import type { EditContext } from '../edits/context';
import type { ImportedDocument } from '../imports/importFormat';
import { retold } from '../steps/retold';
import { importingOnto } from './importOnto';
import { type ImportPlan, planImport } from './importPlan';

export interface NewDocument {
  readonly document: KanwuDocument;
  readonly plan: ImportPlan;
}

/**
 * A document made of an imported one: its text is the source, its corrections are pieces, its mentions are placed by
 * position and words. `source.text` may be another text than the one the format carries (it has to be given where it
 * carries none): then the corrections, which belong to the carried text, are left out. Yields the share done (0–1).
 */
export function* importedToDocument(
  imported: ImportedDocument,
  source: Source,
  context: EditContext,
  tagset: Tagset = DEFAULT_TAGSET,
): Generator<number, NewDocument> {
  const own = imported.text === source.text;
  const corrections = own ? imported.corrections : [];
  const whole = runOf(piecesOf(source.text.length, corrections), source.text);
  const { lead, blocks } = yield* retold(parseInSteps(whole, context.ids), share => 0.05 * share);
  const empty: KanwuDocument = {
    source,
    lead,
    blocks,
    decisions: new Map(),
    tagset,
    entities: EMPTY_REGISTER,
    issueDate: imported.issueDate,
    orphans: [],
  };
  const plan = yield* retold(planImport(imported, whole.text), share => 0.05 + 0.75 * share);
  const taking = importingOnto(empty, plan, new Set(plan.placements), context);
  const { change } = yield* retold(taking, share => 0.8 + 0.2 * share);
  yield 1;
  return { document: withAllEntities(applyChange(empty, change), imported, context), plan };
}

/** Entities without a mention belong to the register of a new document as well. */
function withAllEntities(
  document: KanwuDocument,
  imported: ImportedDocument,
  context: EditContext,
): KanwuDocument {
  const known = new Set([...document.entities.values()].map(({ type, name }) => `${type}\n${name}`));
  const further = imported.entities.filter(({ type, name }) => !known.has(`${type}\n${name}`));
  if (further.length === 0) return document;
  const entities = new Map(document.entities);
  for (const entity of further) {
    const id = context.ids.next('e');
    entities.set(id, { ...entity, id, who: entity.who || context.who, when: entity.when || context.now() });
  }
  return { ...document, entities };
}

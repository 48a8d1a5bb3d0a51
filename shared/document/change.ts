import type { Block } from './block';
import type { Decision, Decisions } from './decision';
import type { KanwuDocument } from './document';
import type { Entity, Register } from './entity';
import { applyOrphanPatch, type OrphanPatch } from './orphan';
import type { Run } from './run';
import type { Tagset } from './tagset';

/** `before` stands at index `at` of the document the change applies to, and becomes `after`. */
export interface Patch {
  readonly at: number;
  readonly before: readonly Block[];
  readonly after: readonly Block[];
}

/** One fingerprint's decision before and after; undefined means not decided. */
export interface DecisionPatch {
  readonly fingerprint: string;
  readonly before: Decision | undefined;
  readonly after: Decision | undefined;
}

/** One entity before and after; undefined where it is not in the register. */
export interface EntityPatch {
  readonly id: string;
  readonly before: Entity | undefined;
  readonly after: Entity | undefined;
}

/**
 * An invertible edit of the document. Text, mentions and decisions change together, so that undo takes all of them
 * back together.
 */
export interface Change {
  /** Ascending and disjoint; indices count in the document before the change. */
  readonly patches: readonly Patch[];
  readonly decisions: readonly DecisionPatch[];
  readonly lead?: { readonly before: Run; readonly after: Run };
  readonly tagset?: { readonly before: Tagset; readonly after: Tagset };
  readonly entities?: readonly EntityPatch[];
  readonly issueDate?: { readonly before: string | null; readonly after: string | null };
  readonly orphans?: OrphanPatch;
}

export const NO_CHANGE: Change = { patches: [], decisions: [] };

export function isNoChange(change: Change): boolean {
  return change.patches.length === 0 && change.decisions.length === 0 && changesBlocksOnly(change);
}

/** Whether nothing but blocks and decisions is changed. */
export function changesBlocksOnly(change: Change): boolean {
  const { lead, tagset, issueDate, orphans, entities } = change;
  return !lead && !tagset && !issueDate && !orphans && (entities?.length ?? 0) === 0;
}

/** Whether a patch changes more than mentions: they say nothing of the text they stand on. O(blocks of the patch). */
function changesText({ before, after }: Patch): boolean {
  return (
    before.length !== after.length ||
    before.some((block, n) => {
      const next = after[n];
      return (
        block.id !== next?.id ||
        block.kind !== next.kind ||
        block.level !== next.level ||
        block.marker !== next.marker ||
        block.body !== next.body ||
        block.gap !== next.gap
      );
    })
  );
}

const textOf = new WeakMap<Change, readonly Patch[]>();

/** The patches of a change that say more than of mentions; remembered, for many ask. O(blocks of its patches). */
export function textPatches(change: Change): readonly Patch[] {
  let patches = textOf.get(change);
  if (!patches) {
    const some = change.patches.filter(changesText);
    patches = some.length === change.patches.length ? change.patches : some;
    textOf.set(change, patches);
  }
  return patches;
}

/** Whether there are any. */
export function touchesText(change: Change): boolean {
  return textPatches(change).length > 0;
}

/** A change of some blocks only. */
export function blockChange(...patches: Patch[]): Change {
  return { patches, decisions: [] };
}

export function withDecisions(change: Change, decisions: readonly DecisionPatch[]): Change {
  return decisions.length === 0 ? change : { ...change, decisions: [...change.decisions, ...decisions] };
}

/**
 * The document after the change. Shares every untouched block; O(blocks) to copy the array of them, whatever the
 * number of patches. Throws where the change does not belong to this document.
 */
export function applyChange(document: KanwuDocument, change: Change): KanwuDocument {
  return {
    source: document.source,
    lead: change.lead ? change.lead.after : document.lead,
    blocks: applyPatches(document.blocks, change.patches),
    decisions: applyDecisions(document.decisions, change.decisions),
    tagset: change.tagset ? change.tagset.after : document.tagset,
    entities: applyEntities(document.entities, change.entities ?? []),
    issueDate: change.issueDate ? change.issueDate.after : document.issueDate,
    orphans: change.orphans ? applyOrphanPatch(document.orphans, change.orphans) : document.orphans,
  };
}

function applyPatches(blocks: readonly Block[], patches: readonly Patch[]): readonly Block[] {
  if (patches.length === 0) return blocks;
  const inPlace = applyInPlace(blocks, patches);
  if (inPlace) return inPlace;
  // Not `flat`: it takes 5 ms for 24,000 blocks, at every keystroke; `concat` copies them in 0.2 ms.
  const parts: (readonly Block[])[] = [];
  let from = 0;
  for (const { at, before, after } of patches) {
    if (at < from || before.some((block, n) => blocks[at + n] !== block)) {
      throw new Error(OTHER_STATE);
    }
    parts.push(blocks.slice(from, at), after);
    from = at + before.length;
  }
  parts.push(blocks.slice(from));
  return concatAll(parts);
}

/** Where every block stays in its place, which is most of what is done to many at once; null where some do not. */
function applyInPlace(blocks: readonly Block[], patches: readonly Patch[]): readonly Block[] | null {
  if (patches.some(({ before, after }) => before.length !== after.length)) return null;
  const next = blocks.slice();
  let from = 0;
  for (const { at, before, after } of patches) {
    if (at < from) throw new Error(OTHER_STATE);
    for (let n = 0; n < after.length; n++) {
      const block = after[n];
      if (blocks[at + n] !== before[n] || !block) throw new Error(OTHER_STATE);
      next[at + n] = block;
    }
    from = at + before.length;
  }
  return next;
}

const OTHER_STATE = 'This change was made for another state of the document.';

/** In portions, for a call takes only so many arguments. */
function concatAll(parts: readonly (readonly Block[])[]): readonly Block[] {
  if (parts.length <= 1024) return ([] as readonly Block[]).concat(...parts);
  const middle = parts.length >> 1;
  return concatAll(parts.slice(0, middle)).concat(concatAll(parts.slice(middle)));
}

function applyDecisions(decisions: Decisions, patches: readonly DecisionPatch[]): Decisions {
  if (patches.length === 0) return decisions;
  const next = new Map(decisions);
  for (const { fingerprint, after } of patches) {
    if (after) next.set(fingerprint, after);
    else next.delete(fingerprint);
  }
  return next;
}

function applyEntities(register: Register, patches: readonly EntityPatch[]): Register {
  if (patches.length === 0) return register;
  const next = new Map(register);
  for (const { id, before, after } of patches) {
    if (next.get(id) !== before) throw new Error('This change was made for another state of the register.');
    if (after) next.set(id, after);
    else next.delete(id);
  }
  return next;
}

/** The change that takes `change` back. */
export function invert(change: Change): Change {
  const inverse = inverseOf(change);
  // What touches no text touches none on its way back: 24,000 patches need not be looked at again while Undo is waited for.
  if (textOf.get(change)?.length === 0) textOf.set(inverse, []);
  return inverse;
}

function inverseOf(change: Change): Change {
  let shift = 0;
  const patches = change.patches.map(({ at, before, after }) => {
    const patch = { at: at + shift, before: after, after: before };
    shift += after.length - before.length;
    return patch;
  });
  const decisions = change.decisions
    .map(({ fingerprint, before, after }) => ({ fingerprint, before: after, after: before }))
    .reverse();
  return {
    patches,
    decisions,
    ...(change.lead ? { lead: { before: change.lead.after, after: change.lead.before } } : {}),
    ...(change.tagset ? { tagset: { before: change.tagset.after, after: change.tagset.before } } : {}),
    ...(change.entities
      ? { entities: change.entities.map(p => ({ id: p.id, before: p.after, after: p.before })).reverse() }
      : {}),
    ...(change.issueDate
      ? { issueDate: { before: change.issueDate.after, after: change.issueDate.before } }
      : {}),
    ...(change.orphans
      ? { orphans: { at: change.orphans.at, before: change.orphans.after, after: change.orphans.before } }
      : {}),
  };
}

import type { Block } from '../document/block';
import type { Change, Patch } from '../document/change';
import type { KanwuDocument } from '../document/document';
import type { Orphan, OrphanPatch } from '../document/orphan';
import type { Origin } from '../document/piece';
import { type BlockCode, decodeBlock } from './blockCode';
import { textLength } from './encodeStep';
import { type ChangeCode, CONTINUED, type PatchCode } from './record';

/**
 * The change a code stands for, made for `document`: what it replaces is taken from there, so that undo gives back the
 * very same blocks. `early` are the patches that came in `part` records. Throws where the code does not fit.
 */
export function decodeChange(
  document: KanwuDocument,
  { p, ...rest }: ChangeCode,
  early: readonly PatchCode[],
  origins: readonly Origin[],
): Change {
  const codes = [...early, ...p];
  const patches: Patch[] = [];
  for (let n = 0; n < codes.length; ) {
    const [at, count, length, first] = codes[n++] ?? [CONTINUED, 0, 0, []];
    const before = document.blocks.slice(at, at + count);
    if (at < 0 || before.length !== count || textLength(before) !== length) {
      throw new Error('The journal was written for another state of the document.');
    }
    const after = [...decodeBlocks(first, before, origins, document.source.text)];
    for (let more = codes[n]; more?.[0] === CONTINUED; more = codes[++n]) {
      for (const block of decodeBlocks(more[3], before, origins, document.source.text)) after.push(block);
    }
    patches.push({ at, before, after });
  }
  return { decisions: [], ...rebind(document, rest), patches };
}

function* decodeBlocks(
  codes: readonly BlockCode[],
  before: readonly Block[],
  origins: readonly Origin[],
  source: string,
): Generator<Block> {
  for (const code of codes) yield decodeBlock(code, before, origins, source);
}

type Rest = Partial<Omit<Change, 'patches'>>;

/** What a change replaces, as the very values the document holds: a session compares by identity. */
function rebind(document: KanwuDocument, rest: Rest): Rest {
  return {
    ...rest,
    ...(rest.decisions && {
      decisions: chained(rest.decisions, 'fingerprint', key => document.decisions.get(key)),
    }),
    ...(rest.entities && { entities: chained(rest.entities, 'id', key => document.entities.get(key)) }),
    ...(rest.lead && { lead: { ...rest.lead, before: document.lead } }),
    ...(rest.tagset && { tagset: { ...rest.tagset, before: document.tagset } }),
    ...(rest.orphans && { orphans: { ...rest.orphans, before: replacedOrphans(document, rest.orphans) } }),
  };
}

function replacedOrphans({ orphans }: KanwuDocument, { at, before }: OrphanPatch): readonly Orphan[] {
  const replaced = orphans.slice(at, at + before.length);
  if (replaced.some(({ id }, n) => id !== before[n]?.id)) {
    throw new Error('The journal was written for another state of the document.');
  }
  return replaced;
}

/** Patches by key, each beginning with what the one before it left there, the first with what the document has. */
function chained<
  K extends string,
  V,
  P extends { readonly [key in K]: string } & { readonly after: V | undefined },
>(patches: readonly P[], key: K, present: (key: string) => V | undefined) {
  const now = new Map<string, V | undefined>();
  return patches.map(patch => {
    const name = patch[key];
    const before = now.has(name) ? now.get(name) : present(name);
    now.set(name, patch.after);
    return { ...patch, before, after: patch.after };
  });
}

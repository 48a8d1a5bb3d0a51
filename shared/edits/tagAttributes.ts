import { type Change, NO_CHANGE } from '../document/change';
import type { KanwuDocument } from '../document/document';
import type { Mention } from '../document/mention';
import type { TagAttribute, TagType } from '../document/tagset';
import { patchMentions } from './patchMentions';
import { moveItem, tagsetChange } from './tagsetEdits';

export type AttributeProblem =
  | { readonly kind: 'nameEmpty' | 'idBad' }
  | { readonly kind: 'idTaken'; readonly attribute: TagAttribute }
  | { readonly kind: 'noChoices' };

export type AttributeEdit =
  | { readonly kind: 'change'; readonly change: Change }
  | { readonly kind: 'refused'; readonly problem: AttributeProblem };

const ATTRIBUTE_ID = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.-]{0,31}$/u;

function problemOf(type: TagType, attribute: TagAttribute, own: string | null): AttributeProblem | null {
  if (attribute.name.en.trim() === '' && attribute.name.zh.trim() === '') return { kind: 'nameEmpty' };
  if (!ATTRIBUTE_ID.test(attribute.id)) return { kind: 'idBad' };
  const taken = type.attributes?.find(({ id }) => id !== own && id === attribute.id);
  if (taken) return { kind: 'idTaken', attribute: taken };
  return attribute.kind === 'choice' && attribute.choices.length === 0 ? { kind: 'noChoices' } : null;
}

/** Adds an attribute to a type, after those it has. */
export function addAttribute(document: KanwuDocument, type: string, attribute: TagAttribute): AttributeEdit {
  const old = typeOf(document, type);
  if (!old) return changed(NO_CHANGE);
  const problem = problemOf(old, attribute, null);
  if (problem) return { kind: 'refused', problem };
  return changed(withAttributes(document, old, [...(old.attributes ?? []), attribute]));
}

/** Changes an attribute. With another `id` the values of all mentions of the type follow, in the same change. */
export function updateAttribute(
  document: KanwuDocument,
  type: string,
  id: string,
  update: Partial<TagAttribute>,
): AttributeEdit {
  const old = typeOf(document, type);
  const before = old?.attributes?.find(attribute => attribute.id === id);
  if (!old || !before) return changed(NO_CHANGE);
  const merged = { ...before, ...update };
  const after = merged.kind === 'choice' ? merged : { ...merged, choices: [] };
  const problem = problemOf(old, after, id);
  if (problem) return { kind: 'refused', problem };
  const attributes = (old.attributes ?? []).map(attribute => (attribute === before ? after : attribute));
  const change = withAttributes(document, old, attributes);
  if (after.id === id) return changed(change);
  const patches = changeValues(document, type, ({ [id]: value, ...values }) =>
    value === undefined ? values : { ...values, [after.id]: value },
  );
  return changed({ ...change, patches });
}

export function moveAttribute(document: KanwuDocument, type: string, id: string, to: number): Change {
  const old = typeOf(document, type);
  const attributes = old?.attributes ?? [];
  const moved = moveItem(
    attributes,
    attributes.findIndex(attribute => attribute.id === id),
    to,
  );
  return !old || moved === attributes ? NO_CHANGE : withAttributes(document, old, moved);
}

/** Takes an attribute away, with the values that mentions of the type have for it. */
export function removeAttribute(document: KanwuDocument, type: string, id: string): Change {
  const old = typeOf(document, type);
  if (!old?.attributes?.some(attribute => attribute.id === id)) return NO_CHANGE;
  const change = withAttributes(
    document,
    old,
    old.attributes.filter(attribute => attribute.id !== id),
  );
  return { ...change, patches: changeValues(document, type, ({ [id]: _, ...values }) => values) };
}

/** How many mentions of a type have a value for an attribute. */
export function valuesOf(document: KanwuDocument, type: string, id: string): number {
  let count = 0;
  for (const block of document.blocks) {
    for (const mention of block.mentions) {
      if (mention.type === type && mention.attributes?.[id] !== undefined) count++;
    }
  }
  return count;
}

type Values = Readonly<Record<string, string>>;

function changeValues(document: KanwuDocument, type: string, become: (values: Values) => Values) {
  return patchMentions(document.blocks, mention =>
    mention.type === type && mention.attributes
      ? withValues(mention, mention.attributes, become(mention.attributes))
      : mention,
  );
}

function withValues(mention: Mention, before: Values, after: Values): Mention {
  const names = Object.keys(after);
  const same =
    names.length === Object.keys(before).length && names.every(name => after[name] === before[name]);
  if (same) return mention;
  const { attributes: _, ...rest } = mention;
  return names.length === 0 ? rest : { ...rest, attributes: after };
}

function typeOf(document: KanwuDocument, type: string): TagType | undefined {
  return document.tagset.find(({ id }) => id === type);
}

function withAttributes(document: KanwuDocument, type: TagType, attributes: readonly TagAttribute[]): Change {
  const { attributes: _, ...rest } = type;
  const next: TagType = attributes.length === 0 ? rest : { ...rest, attributes };
  return tagsetChange(
    document.tagset,
    document.tagset.map(other => (other === type ? next : other)),
  );
}

function changed(change: Change): AttributeEdit {
  return { kind: 'change', change };
}

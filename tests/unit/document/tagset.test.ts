import { describe, expect, it } from 'vitest';
import { keyTable } from '../../../renderer/commands/keys';
import { applyChange, type Change, invert } from '../../../shared/document/change';
import type { KanwuDocument } from '../../../shared/document/document';
import type { Mention } from '../../../shared/document/mention';
import { DEFAULT_TAGSET, normalFormKind, type TagType } from '../../../shared/document/tagset';
import {
  addAttribute,
  moveAttribute,
  removeAttribute,
  updateAttribute,
  valuesOf,
} from '../../../shared/edits/tagAttributes';
import { allMentions } from '../../../shared/edits/tagging';
import {
  addType,
  moveType,
  removingType,
  replaceTagset,
  type TagsetEdit,
  typesInUse,
  updateType,
} from '../../../shared/edits/tagsetEdits';
import { drained } from '../../../shared/steps/drained';
import { open } from './arbitraries';

const NEWS: TagType = { id: 'NEWS', name: { en: 'Newspaper', zh: '报纸' }, key: 'n', color: 10 };

function mention(id: string, type: string, start: number, end: number, more: Partial<Mention> = {}): Mention {
  return { id, type, start, end, who: 'editor', when: '2026-01-01T00:00:00Z', ...more };
}

/** 临江市 as place inside 临江市政府 as organisation, and 临江市 once more as organisation, linked. */
function tagged(): KanwuDocument {
  const document = open('临江市政府\n\n临江市');
  const [first, second] = document.blocks;
  if (!first || !second) throw new Error('two blocks');
  const entity = { type: 'LOC', aliases: [], identifiers: [], who: '', when: '' };
  return {
    ...document,
    blocks: [
      { ...first, mentions: [mention('m1', 'ORG', 0, 5), mention('m2', 'LOC', 0, 3, { entity: 'e1' })] },
      { ...second, mentions: [mention('m3', 'LOC', 0, 3, { note: 'x' }), mention('m4', 'ORG', 0, 3)] },
    ],
    entities: new Map([
      ['e1', { ...entity, id: 'e1', name: '临江市' }],
      ['e2', { ...entity, id: 'e2', name: '北门' }],
    ]),
  };
}

const START = tagged();

const types = (document: KanwuDocument) =>
  [...allMentions(document)].map(({ mention: { id, type } }) => `${id} ${type}`).join(', ');

/** The document after a change, which undo takes back exactly. */
function made(document: KanwuDocument, change: Change): KanwuDocument {
  const next = applyChange(document, change);
  expect(applyChange(next, invert(change))).toEqual(document);
  return next;
}

function changeIn(edit: TagsetEdit): Change {
  if (edit.kind === 'refused') throw new Error(edit.problem.kind);
  return edit.change;
}

describe('the types of a document', () => {
  it('are added, recoloured, described and put in another order', () => {
    let document = made(START, changeIn(addType(START, NEWS)));
    document = made(document, changeIn(updateType(document, 'NEWS', { color: 3, description: '报名' })));
    document = made(document, moveType(document, 'NEWS', 1));
    expect(document.tagset.map(({ id }) => id).slice(0, 3)).toEqual(['PER', 'NEWS', 'ORG']);
    expect(document.tagset[1]).toEqual({ ...NEWS, color: 3, description: '报名' });
    document = made(document, changeIn(updateType(document, 'NEWS', { description: '' })));
    expect(document.tagset[1]).not.toHaveProperty('description');
  });

  it('take their mentions and entities along to another short name', () => {
    const document = made(START, changeIn(updateType(START, 'LOC', { id: 'GPE' })));
    expect(types(document)).toBe('m1 ORG, m2 GPE, m3 GPE, m4 ORG');
    expect(document.entities.get('e1')?.type).toBe('GPE');
    expect(document.tagset[2]).toMatchObject({ id: 'GPE', key: '3' });
  });

  it('say which normal form their mentions have, and keep it under another short name', () => {
    const kind = (document: KanwuDocument, id: string) => normalFormKind(document.tagset, id);
    let document = made(START, changeIn(updateType(START, 'DATE', { id: '日期' })));
    expect([kind(document, '日期'), kind(document, 'DATE'), kind(document, 'LOC')]).toEqual([
      'date',
      'date',
      null,
    ]);
    expect(document.tagset.find(({ id }) => id === '日期')).toMatchObject({ normal: 'date' });
    document = made(document, changeIn(updateType(document, '日期', { normal: 'none' })));
    expect(kind(document, '日期')).toBeNull();
    document = made(document, changeIn(updateType(document, 'LOC', { normal: 'percentage' })));
    expect(kind(document, 'LOC')).toBe('percentage');
    // What the short name says anyway is not said twice.
    document = made(document, changeIn(updateType(document, 'LOC', { normal: 'none' })));
    expect(document.tagset.find(({ id }) => id === 'LOC')).not.toHaveProperty('normal');
    document = made(document, changeIn(updateType(document, 'TIME', { normal: 'none' })));
    expect(kind(document, 'TIME')).toBeNull();
  });

  it('have short names and keys of their own', () => {
    const refused = (edit: TagsetEdit) => (edit.kind === 'refused' ? edit.problem : null);
    const document = START;
    expect(refused(updateType(document, 'LOC', { id: 'org' }))).toMatchObject({
      kind: 'idTaken',
      type: { id: 'ORG' },
    });
    expect(refused(updateType(document, 'LOC', { id: 'a b' }))).toEqual({ kind: 'idBad' });
    expect(refused(updateType(document, 'LOC', { key: '2' }))).toMatchObject({
      kind: 'keyTaken',
      type: { id: 'ORG' },
    });
    expect(refused(updateType(document, 'LOC', { key: 'j' }))).toEqual({
      kind: 'keyReserved',
      command: 'review.accept',
    });
    expect(refused(updateType(document, 'LOC', { key: '；' }))).toEqual({ kind: 'keyBad' });
    expect(refused(updateType(document, 'LOC', { key: '' }))).toBeNull();
    expect(refused(addType(document, { ...NEWS, name: { en: ' ', zh: '' } }))).toEqual({ kind: 'nameEmpty' });
  });

  it('have keys that never take one from the program or from typing, whatever a file says', () => {
    const key = (id: string, pressed: string): TagType => ({ ...NEWS, id, key: pressed });
    const table = keyTable([key('A', 'Up'), key('B', 'J'), key('C', 'n'), key('D', 'N'), key('E', '，')]);
    expect(table.get('Alt+Up')).toBe('review.previous');
    expect(table.get('Alt+J')).toBe('review.accept');
    expect(table.get('Alt+N')).toBe('tag.type.C');
    expect([...table.keys()].filter(pressed => !/Alt|CmdOrCtrl|^F\d|Shift\+F\d/.test(pressed))).toEqual([]);
  });
});

describe('a type taken away', () => {
  it('leaves its mentions with a type that is not known', () => {
    const document = made(START, drained(removingType(START, 'LOC', { kind: 'keep' })));
    expect(types(document)).toBe(types(START));
    expect(document.tagset.some(({ id }) => id === 'LOC')).toBe(false);
    expect(typesInUse(document).get('LOC')).toEqual({ mentions: 2, entities: 2 });
  });

  it('gives its mentions to another type, where two of the same words become one', () => {
    const document = made(START, drained(removingType(START, 'LOC', { kind: 'retype', to: 'ORG' })));
    expect(types(document)).toBe('m1 ORG, m2 ORG, m4 ORG');
    expect(document.blocks[1]?.mentions[0]).toMatchObject({ id: 'm4', note: 'x' });
    expect([...document.entities.values()].map(({ type }) => type)).toEqual(['ORG', 'ORG']);
  });

  it('takes its mentions along, and the entities nothing refers to', () => {
    const document = made(START, drained(removingType(START, 'LOC', { kind: 'delete' })));
    expect(types(document)).toBe('m1 ORG, m4 ORG');
    expect(document.entities.size).toBe(0);
  });
});

it('another tagset keeps the types in use that it lacks', () => {
  const document = made(START, replaceTagset(START, [{ ...NEWS, key: '3' }]));
  expect(document.tagset.map(({ id, key }) => `${id}${key}`)).toEqual(['NEWS3', 'ORG2', 'LOC']);
  const back = made(document, replaceTagset(document, DEFAULT_TAGSET));
  expect(back.tagset).toEqual(DEFAULT_TAGSET);
});

describe('the attributes of a type', () => {
  const ROLE = {
    id: 'role',
    name: { en: 'Role', zh: '角色' },
    kind: 'choice',
    choices: ['主', '次'],
  } as const;
  const change = (edit: ReturnType<typeof addAttribute>): Change => {
    if (edit.kind === 'refused') throw new Error(edit.problem.kind);
    return edit.change;
  };

  it('are added, changed, moved and taken away, their values with them', () => {
    let document = made(START, change(addAttribute(START, 'LOC', ROLE)));
    document = made(document, change(addAttribute(document, 'LOC', { ...ROLE, id: 'since', kind: 'date' })));
    const [first] = document.blocks;
    if (!first) throw new Error('a block');
    const valued = first.mentions.map(m => (m.id === 'm2' ? { ...m, attributes: { role: '主' } } : m));
    document = { ...document, blocks: [{ ...first, mentions: valued }, ...document.blocks.slice(1)] };
    document = made(document, moveAttribute(document, 'LOC', 'since', 0));
    document = made(document, change(updateAttribute(document, 'LOC', 'role', { id: 'part' })));
    expect(document.tagset[2]?.attributes?.map(({ id }) => id)).toEqual(['since', 'part']);
    expect(document.blocks[0]?.mentions[1]?.attributes).toEqual({ part: '主' });
    expect(valuesOf(document, 'LOC', 'part')).toBe(1);
    document = made(document, removeAttribute(document, 'LOC', 'part'));
    expect(document.blocks[0]?.mentions[1]).not.toHaveProperty('attributes');
  });

  it('have ids of their own, and choices where they are choices', () => {
    const document = made(START, change(addAttribute(START, 'LOC', ROLE)));
    const refused = (edit: ReturnType<typeof addAttribute>) => edit.kind === 'refused' && edit.problem.kind;
    expect(refused(addAttribute(document, 'LOC', ROLE))).toBe('idTaken');
    expect(refused(addAttribute(document, 'LOC', { ...ROLE, id: 'x', choices: [] }))).toBe('noChoices');
    expect(refused(updateAttribute(document, 'LOC', 'role', { name: { en: '', zh: '' } }))).toBe('nameEmpty');
  });
});

it('125,000 mentions are retyped, and back, as one change', () => {
  const document = open('临江市政府大街，北门。\n\n'.repeat(25_000));
  const blocks = document.blocks.map((block, n) => ({
    ...block,
    mentions: [0, 1, 2, 3, 4].map(k => mention(`m${n * 5 + k}`, 'LOC', k, k + 3)),
  }));
  const large = { ...document, blocks };
  const change = drained(removingType(large, 'LOC', { kind: 'retype', to: 'PER' }));
  const next = applyChange(large, change);
  const back = applyChange(next, invert(change));
  expect(back.blocks[24_999]).toBe(large.blocks[24_999]);
  expect(typesInUse(next).get('PER')?.mentions).toBe(125_000);
});

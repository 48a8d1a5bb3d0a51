import { describe, expect, it } from 'vitest';
import { applyChange, type Change, invert, isNoChange } from '../../../shared/document/change';
import {
  editEntity,
  mergeEntities,
  removeEntities,
  renameEntity,
  splitEntity,
} from '../../../shared/register/entityEdits';
import { registerIndex } from '../../../shared/register/findEntity';
import { addEntity, linkMentions, linkToNew, unlinkMentions } from '../../../shared/register/linking';
import { RegisterDocument } from './registerDocument';

/** 上街区 and what else it is called, and a mention of the bank. */
function district() {
  const at = new RegisterDocument('[上街区|LOC]将发展，[区|LOC]里说。\n\n[该区|LOC]与[中国银行|ORG]。');
  const made = linkToNew(
    at.document,
    at.places('上街区', '区', '该区'),
    { type: 'LOC', name: '上街区' },
    at.context,
  );
  at.make(made.change);
  return { at, id: made.entity.id };
}

describe('links', () => {
  it('are made for several mentions at once, and taken back by one undo', () => {
    const { at } = district();
    expect(at.links()).toEqual(['上街区 → 上街区', '区 → 上街区', '该区 → 上街区', '中国银行 → –']);
    at.make(unlinkMentions(at.document, at.places('区', '中国银行')));
    expect(at.links()).toEqual(['上街区 → 上街区', '区 → –', '该区 → 上街区', '中国银行 → –']);
  });

  it('leave blocks alone whose mentions are linked so already', () => {
    const { at, id } = district();
    expect(isNoChange(linkMentions(at.document, at.places('上街区', '该区'), id))).toBe(true);
    expect(linkMentions(at.document, at.places('中国银行'), id).patches.map(patch => patch.at)).toEqual([1]);
  });

  it('are not made to what the register does not have', () => {
    const { at } = district();
    expect(() => linkMentions(at.document, at.places('区'), 'e999')).toThrow(/e999/);
  });
});

describe('every edit of the register', () => {
  const edits: readonly [string, (given: ReturnType<typeof district>) => Change][] = [
    ['rename', ({ at, id }) => renameEntity(at.document, id, '郑州市上街区', at.context)],
    ['edit', ({ at, id }) => editEntity(at.document, id, { type: 'ORG', note: '郑州' }, at.context)],
    [
      'split',
      ({ at, id }) => splitEntity(at.document, id, at.places('区'), {}, at.context)?.change as Change,
    ],
    ['remove', ({ at, id }) => removeEntities(at.document, [id])],
    [
      'merge',
      ({ at, id }) => {
        const other = linkToNew(
          at.document,
          at.places('中国银行'),
          { type: 'ORG', name: '中国银行' },
          at.context,
        );
        at.make(other.change);
        return mergeEntities(at.document, [other.entity.id], id, at.context);
      },
    ],
  ];
  it.each(edits)('%s is one change, and its inverse gives back the same document', (_, edit) => {
    const given = district();
    const change = edit(given);
    const before = given.at.document;
    const after = applyChange(before, change);
    expect(after).not.toEqual(before);
    const back = applyChange(after, invert(change));
    expect(back.blocks).toEqual(before.blocks);
    expect(new Map(back.entities)).toEqual(new Map(before.entities));
  });
});

describe('merging', () => {
  it('lets mentions follow, makes names aliases and keeps identifiers and notes', () => {
    const { at, id } = district();
    const other = addEntity(
      {
        type: 'LOC',
        name: '上街',
        aliases: ['上街区', '老上街'],
        identifiers: [{ scheme: 'wikidata', value: 'Q1361163' }],
        note: '见区志',
      },
      at.context,
    );
    at.make(other.change);
    at.make(linkMentions(at.document, at.places('区'), other.entity.id));
    at.make(mergeEntities(at.document, [id, other.entity.id, 'e99'], id, at.context));
    expect(at.names()).toEqual(['上街区 = 上街 = 老上街']);
    expect(at.links().slice(0, 3)).toEqual(['上街区 → 上街区', '区 → 上街区', '该区 → 上街区']);
    const merged = at.document.entities.get(id);
    expect(merged?.identifiers).toEqual([{ scheme: 'wikidata', value: 'Q1361163' }]);
    expect(merged?.note).toBe('见区志');
  });
});

describe('splitting', () => {
  it('makes a new entity of the chosen mentions, named as they read', () => {
    const { at, id } = district();
    at.make(splitEntity(at.document, id, at.places('该区', '中国银行'), {}, at.context)?.change as Change);
    expect(at.names()).toEqual(['上街区', '该区']);
    expect(at.links()).toEqual(['上街区 → 上街区', '区 → 上街区', '该区 → 该区', '中国银行 → –']);
  });

  it('does nothing with mentions of something else', () => {
    const { at, id } = district();
    expect(splitEntity(at.document, id, at.places('中国银行'), {}, at.context)).toBeNull();
  });
});

describe('names', () => {
  it('stay as aliases after renaming, each once and never beside themselves', () => {
    const { at, id } = district();
    at.make(renameEntity(at.document, id, ' 郑州市上街区 ', at.context));
    at.make(editEntity(at.document, id, { aliases: ['上街', '', '上街 ', '郑州市上街区'] }, at.context));
    expect(at.names()).toEqual(['郑州市上街区 = 上街']);
    expect(isNoChange(renameEntity(at.document, id, '  ', at.context))).toBe(true);
  });

  it('find their entity, whatever the width and white space', () => {
    const { at, id } = district();
    at.make(editEntity(at.document, id, { aliases: ['Shangjie'] }, at.context));
    const named = (name: string) => registerIndex(at.document.entities).named(name);
    expect(named('ｓｈａｎｇｊｉｅ ').map(entity => entity.id)).toEqual([id]);
    expect(named('下街区')).toEqual([]);
    at.make(addEntity({ type: 'LOC', name: '上街区' }, at.context).change);
    expect(registerIndex(at.document.entities).named('上街区')).toHaveLength(2);
  });
});

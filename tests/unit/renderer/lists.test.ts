// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { showReply } from '../../../renderer/app/openFlow';
import { stepFrom } from '../../../renderer/mentions/extentActions';
import { makeMentionList } from '../../../renderer/mentions/makeMentionList';
import { mentionAt } from '../../../renderer/mentions/mentionAt';
import { MentionCounts } from '../../../renderer/mentions/mentionCounts';
import { type MentionFilter, mentionText, visibleMentions } from '../../../renderer/mentions/mentionFilter';
import type { MentionList, MentionOrder } from '../../../renderer/mentions/mentionList';
import { removeMentions, retype, tagSelection } from '../../../renderer/mentions/tagActions';
import { findingsBySection, hasPreface, sectionOf } from '../../../renderer/outline/outlineRows';
import type { KanwuDocument } from '../../../shared/document/document';
import type { PlacedFinding } from '../../../shared/edits/deciding';
import { addMention } from '../../../shared/edits/tagging';
import { linkToNew } from '../../../shared/register/linking';
import { fakeProgram, openedFile } from './fakeProgram';

const ALL = { words: '', types: null };

/** 张三 and 银行 in the first block, 张三 in the third. */
async function tagged() {
  const { workspace } = fakeProgram();
  await showReply(workspace, {
    kind: 'opened',
    document: openedFile('张三到银行。\n\n没有。\n\n又是张三。\n'),
  });
  const { open } = workspace;
  if (!open) throw new Error('nothing open');
  const { session } = open;
  const tag = (index: number, start: number, end: number, type: string) =>
    session.edit('tag.add', addMention(session.document, index, start, end, type, session.context()).change);
  tag(0, 3, 5, 'ORG');
  tag(0, 0, 2, 'PER');
  tag(2, 2, 4, 'PER');
  return { workspace, open, session };
}

function listOf(document: KanwuDocument, order: MentionOrder, filter: MentionFilter = ALL): MentionList {
  const making = makeMentionList(document, visibleMentions(filter, document.entities), order);
  for (;;) {
    const next = making.next();
    if (next.done) return next.value;
  }
}

/** The rows as they read: a mention by its text, a head by its key and count. */
function shown(list: MentionList): readonly string[] {
  return Array.from({ length: list.count }, (_, row) => {
    const placed = list.at(row);
    const head = list.head(row);
    return placed ? mentionText(placed.block, placed.mention) : `${head?.key} ${head?.count}`;
  });
}

describe('the list of mentions', () => {
  it('is in the order of the text, and finds a mention’s row', async () => {
    const { session } = await tagged();
    const list = listOf(session.document, 'order');
    expect(shown(list)).toEqual(['张三', '银行', '张三']);
    const rows = Array.from({ length: list.count }, (_, row) => list.at(row));
    expect(rows.map(placed => placed && list.rowOf(placed.index, placed.mention.id))).toEqual([0, 1, 2]);
    expect(list.at(3)).toBeNull();
    const texts = (from: number, to: number) =>
      [...list.between(from, to)].map(({ block, mention }) => mentionText(block, mention));
    expect(texts(1, 2)).toEqual(['银行', '张三']);
    expect(texts(0, 0)).toEqual(['张三']);
  });

  it('is filtered by type and by words', async () => {
    const { session } = await tagged();
    const { document } = session;
    expect(listOf(document, 'order', { words: '', types: new Set(['PER']) }).count).toBe(2);
    expect(listOf(document, 'order', { words: '银', types: null }).at(0)?.mention.type).toBe('ORG');
  });

  it('is grouped by type, entity and wording, with heads that count', async () => {
    const { session } = await tagged();
    const places = [{ index: 2, id: session.document.blocks[2]?.mentions[0]?.id ?? '' }];
    const { change, entity } = linkToNew(
      session.document,
      places,
      { type: 'PER', name: '张三丰' },
      session.context(),
    );
    session.edit('tag.link', change);
    const { document } = session;
    expect(shown(listOf(document, 'type'))).toEqual(['PER 2', '张三', '张三', 'ORG 1', '银行']);
    expect(shown(listOf(document, 'entity'))).toEqual([`${entity.id} 1`, '张三', ' 2', '张三', '银行']);
    expect(shown(listOf(document, 'text'))).toEqual(['银行', '张三', '张三']);
    const byEntity = listOf(document, 'entity');
    expect(byEntity.rowOf(2, places[0]?.id ?? '')).toBe(1);
    expect(byEntity.mentions).toBe(3);
    expect(listOf(document, 'entity', { words: '丰', types: null }).mentions).toBe(1);
  });

  it('is counted by type with every change', async () => {
    const { session } = await tagged();
    const counts = new MentionCounts(session);
    expect([...counts.getCounts()]).toEqual(
      expect.arrayContaining([
        ['PER', 2],
        ['ORG', 1],
      ]),
    );
    session.undo();
    expect(counts.getCounts().get('PER')).toBe(1);
  });
});

describe('mentions', () => {
  it('many are retyped or removed as one step', async () => {
    const { open, session } = await tagged();
    const people = [0, 2].map(index => ({
      index,
      id: session.document.blocks[index]?.mentions.find(({ type }) => type === 'PER')?.id ?? '',
    }));
    retype(open, people, 'LOC');
    expect(session.document.blocks.flatMap(({ mentions }) => mentions.map(({ type }) => type))).toEqual([
      'LOC',
      'ORG',
      'LOC',
    ]);
    removeMentions(open, people);
    expect(session.document.blocks.flatMap(({ mentions }) => mentions)).toHaveLength(1);
    session.undo();
    session.undo();
    expect(session.document.blocks[2]?.mentions[0]?.type).toBe('PER');
  });

  it('another type for words just tagged corrects the tag; a further one is asked for', async () => {
    const { workspace, session } = await tagged();
    session.select({ anchor: { index: 0, offset: 3 }, focus: { index: 0, offset: 5 } });
    const types = () => session.document.blocks[0]?.mentions.map(({ type }) => type);
    tagSelection(workspace, 'WORK');
    expect(types()).toEqual(['PER', 'WORK']);
    tagSelection(workspace, 'LOC', true);
    expect(types()?.toSorted()).toEqual(['LOC', 'PER', 'WORK']);
    tagSelection(workspace, 'LOC');
    expect(types()?.toSorted()).toEqual(['LOC', 'PER', 'WORK']);
  });

  it('the innermost at the caret is the one meant', async () => {
    const { session } = await tagged();
    session.edit('tag.add', addMention(session.document, 0, 0, 5, 'EVENT', session.context()).change);
    const caret = { index: 0, offset: 1 };
    expect(mentionAt(session.document, { anchor: caret, focus: caret })?.mention.type).toBe('PER');
  });

  it('grow by what a reader takes for one character', () => {
    const family = '👨‍👩‍👧';
    expect(stepFrom(`a${family}b`, 1, 'character', 1)).toBe(1 + family.length);
    expect(stepFrom(`a${family}b`, 1 + family.length, 'character', -1)).toBe(1);
    expect(stepFrom('e\u0301', 0, 'character', 1)).toBe(2);
    expect(stepFrom('ab', 2, 'character', 1)).toBe(2);
  });
});

describe('the outline', () => {
  it('knows the section of a block', () => {
    expect([0, 2, 3, 4, 9].map(index => sectionOf([2, 4, 7], index))).toEqual([-1, 0, 0, 1, 2]);
    expect(sectionOf([], 3)).toBe(-1);
  });

  it('has a row for what stands before the first heading, if anything does', () => {
    expect([[2, 4], [0, 4], []].map(hasPreface)).toEqual([true, false, false]);
  });

  it('counts the findings of each section', () => {
    const open = [0, 1, 2, 3, 8].map(first => ({ first }) as PlacedFinding);
    const { before, sections } = findingsBySection([2, 4, 7], open);
    expect(before).toBe(2);
    expect([...sections]).toEqual([2, 0, 1]);
  });
});

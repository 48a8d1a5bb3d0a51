import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MentionCounts } from '../../../renderer/mentions/mentionCounts';
import { EntityCounts } from '../../../renderer/register/entityCounts';
import { EditingSession } from '../../../renderer/session/session';
import { TaggedNames } from '../../../renderer/suggestions/taggedNames';
import { changeMentions } from '../../../shared/edits/changeMentions';
import { joinBlocks, splitBlock, usualJoin } from '../../../shared/edits/structure';
import { addMention, allMentions } from '../../../shared/edits/tagging';
import { typesInUse, usesOfTypes } from '../../../shared/edits/tagsetEdits';
import { mergeEntities, removeEntities } from '../../../shared/register/entityEdits';
import { addEntity, linkMentions } from '../../../shared/register/linking';
import { contextFor, open } from '../document/arbitraries';

/** More mentions than are followed within the change. */
const MANY = 900;
const LINE = '上街区与中国银行在郑州签约';

function sessionOf(lines: number): EditingSession {
  const context = contextFor();
  const session = new EditingSession(open(`${LINE}\n\n`.repeat(lines), context), context.ids, 'editor');
  const { blocks } = session.document;
  const tagged = blocks.map((block, at) => {
    const of = (type: string, start: number, end: number) =>
      addMention({ ...session.document, blocks: [block] }, 0, start, end, type, context).mention ?? [];
    return {
      at,
      before: [block],
      after: [{ ...block, mentions: [of('LOC', 0, 3), of('ORG', 4, 8)].flat() }],
    };
  });
  session.edit('tag', { patches: tagged, decisions: [] });
  for (const name of ['上街', '银行']) {
    session.edit('entity', addEntity({ type: 'LOC', name }, context).change);
  }
  return session;
}

/** What can be done to it, by kind and two numbers. */
const EDITS: readonly ((session: EditingSession, a: number, b: number) => void)[] = [
  // Everything at once: too much to be followed within the change.
  (session, a) =>
    session.edit(
      'retype',
      changeMentions(session.document, placesOf(session), one => ({ ...one, type: a % 2 ? 'PER' : 'ORG' })),
    ),
  session =>
    session.edit(
      'remove',
      changeMentions(session.document, placesOf(session), () => null),
    ),
  (session, a) => {
    const [entity] = [...session.document.entities.keys()].slice(a % 2);
    if (entity !== undefined) session.edit('link', linkMentions(session.document, placesOf(session), entity));
  },
  // One or two.
  (session, a, b) => {
    const entity = [...session.document.entities.keys()][b % 2];
    const some = placesOf(session).slice(a, a + 2);
    if (entity !== undefined) session.edit('link', linkMentions(session.document, some, entity));
  },
  (session, a, b) => {
    const index = a % session.document.blocks.length;
    session.edit(
      'tag',
      addMention(session.document, index, b % 5, 6 + (b % 5), 'WORK', session.context()).change,
    );
  },
  (session, a) => {
    const index = a % session.document.blocks.length;
    session.edit('split', splitBlock(session.document, { index, offset: 5 }, session.context()).change);
  },
  session => {
    if (session.document.blocks.length > 1)
      session.edit('join', joinBlocks(session.document, 0, usualJoin('汉', '字'), session.context()).change);
  },
  session => {
    const [one, other] = [...session.document.entities.keys()];
    if (one !== undefined && other !== undefined)
      session.edit('merge', mergeEntities(session.document, [one, other], one, session.context()));
  },
  (session, a) =>
    session.edit(
      'removeEntity',
      removeEntities(session.document, [...session.document.entities.keys()].slice(a % 2, 1 + (a % 2))),
    ),
  session => session.undo(),
  session => session.undo(),
  session => session.redo(),
];

const placesOf = ({ document }: EditingSession) =>
  [...allMentions(document)].map(({ index, mention }) => ({ index, id: mention.id }));

function counted<T>(items: Iterable<T>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[String(item)] = (counts[String(item)] ?? 0) + 1;
  return counts;
}

describe('what is kept up with every change', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is what counting anew gives, after any edits, undo and redo, also while a large change is still followed', () => {
    const steps = fc.array(fc.tuple(fc.nat(EDITS.length - 1), fc.nat(2000), fc.nat(9), fc.boolean()), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.constantFrom(2, MANY), steps, (lines, list) => {
        const session = sessionOf(lines);
        const mentions = new MentionCounts(session);
        const entities = new EntityCounts(session);
        const told = new Set<string>();
        const names = new TaggedNames(session, ({ added, removed }) => {
          for (const { type, text } of added) told.add(`${type} ${text}`);
          for (const { type, text } of removed) told.delete(`${type} ${text}`);
        });
        for (const [kind, a, b, isWaitedFor] of list) {
          EDITS[kind]?.(session, a, b);
          if (isWaitedFor) vi.advanceTimersToNextTimer();
          if (a % 3 === 0) names.tell();
        }
        vi.runAllTimers();
        names.tell();
        const all = [...allMentions(session.document)];
        const types = Object.fromEntries([...mentions.getCounts()].filter(([, count]) => count !== 0));
        expect(types).toEqual(counted(all.map(({ mention }) => mention.type)));
        expect(mentions.isSettled).toBe(true);
        expect(usesOfTypes(mentions.getCounts(), session.document.entities)).toEqual(
          typesInUse(session.document),
        );
        const linked = counted(all.flatMap(({ mention }) => mention.entity ?? []));
        for (const id of ['e0', ...session.document.entities.keys()])
          expect(entities.of(id)).toBe(linked[id] ?? 0);
        const texts = all.map(
          ({ block, mention: { type, start, end } }) => [type, block.body.text.slice(start, end)] as const,
        );
        expect([...told].sort()).toEqual(
          [...new Set(texts.flatMap(([type, text]) => (text.length < 2 ? [] : `${type} ${text}`)))].sort(),
        );
        for (const one of [mentions, entities, names]) one.dispose();
      }),
      { numRuns: 40 },
    );
  });
});

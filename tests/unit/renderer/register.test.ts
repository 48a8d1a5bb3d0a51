import { describe, expect, it } from 'vitest';
import { EntityCounts } from '../../../renderer/register/entityCounts';
import {
  type EntityMatches,
  type EntityQuery,
  entityMatches,
  MOST_SHOWN,
} from '../../../renderer/register/entityMatches';
import { type EntityFilter, type EntityOrder, entityRows } from '../../../renderer/register/entityRows';
import { EditingSession } from '../../../renderer/session/session';
import type { Entity, Register } from '../../../shared/document/entity';
import { mergeEntities, removeEntities } from '../../../shared/register/entityEdits';
import { linkToNew, unlinkMentions } from '../../../shared/register/linking';
import { RegisterDocument } from '../register/registerDocument';

const entity = (n: number, name: string, type = 'PER', more: Partial<Entity> = {}): [string, Entity] => {
  const id = `e${n}`;
  return [id, { id, type, name, aliases: [], identifiers: [], who: '', when: '', ...more }];
};
const REGISTER = new Map([
  entity(1, '张伟'),
  entity(2, '上街区', 'LOC', { aliases: ['上街'], identifiers: [{ scheme: 'wikidata', value: 'Q1361163' }] }),
  entity(3, '阿里', 'PER', { note: '市长' }),
  entity(4, '郑州市上街区', 'LOC'),
  entity(5, '上街区', 'ORG'),
]);

function matchesOf(register: Register, query: EntityQuery): EntityMatches {
  const looking = entityMatches(register, query);
  let step = looking.next();
  while (!step.done) step = looking.next();
  return step.value;
}

function rows(
  filter: Partial<EntityFilter>,
  order: EntityOrder = 'made',
  counts: Record<string, number> = {},
) {
  const work = entityRows(REGISTER, { words: '', types: null, ...filter }, order, id => counts[id] ?? 0);
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value.map(({ id }) => id);
}

describe('the list of entities', () => {
  it('is filtered by name, alias, identifier, note and type', () => {
    expect(rows({ words: '上街' })).toEqual(['e2', 'e4', 'e5']);
    expect(rows({ words: 'q136' })).toEqual(['e2']);
    expect(rows({ words: '市长' })).toEqual(['e3']);
    expect(rows({ words: '上街', types: new Set(['LOC']) })).toEqual(['e2', 'e4']);
  });

  it('is in the order of making, of names as Chinese sorts them, or of mentions', () => {
    expect(rows({})).toEqual(['e1', 'e2', 'e3', 'e4', 'e5']);
    expect(rows({}, 'name')).toEqual(['e3', 'e2', 'e5', 'e1', 'e4']);
    expect(rows({}, 'mentions', { e3: 2, e4: 7 })).toEqual(['e4', 'e3', 'e1', 'e2', 'e5']);
  });
});

describe('what a name may mean', () => {
  const ids = (typed: string, texts: readonly string[], type: string | null, except: string | null = null) =>
    matchesOf(REGISTER, { typed, texts, type, except }).shown.map(({ id }) => id);

  it('is first what goes by the very words, of the type before others', () => {
    expect(ids('', ['上街区'], 'LOC')).toEqual(['e2', 'e5', 'e4', 'e1', 'e3']);
    expect(ids('', ['上街区'], 'ORG').slice(0, 2)).toEqual(['e5', 'e2']);
  });

  it('is narrowed down by what is typed, and never the one to be merged', () => {
    expect(ids('郑州', ['上街区'], 'LOC')).toEqual(['e4']);
    expect(ids('上街区', [], 'LOC', 'e2')).toEqual(['e4', 'e5'].reverse());
  });

  it('of many, tells how many more there are', () => {
    const many = new Map(Array.from({ length: MOST_SHOWN + 5 }, (_, n) => entity(n + 1, `张${n}`)));
    const { shown, more } = matchesOf(many, { typed: '张', texts: [], type: null, except: null });
    expect([shown.length, more]).toEqual([MOST_SHOWN, 5]);
  });
});

describe('counts of mentions by entity', () => {
  it('follow linking, merging, unlinking, removing and undo', () => {
    const at = new RegisterDocument('[上街区|LOC]与[区|LOC]\n\n[该区|LOC]');
    const session = new EditingSession(at.document, at.context.ids, 'editor');
    const counts = new EntityCounts(session);
    let told = 0;
    counts.subscribe(() => told++);
    const make = (texts: readonly string[]): string => {
      const made = linkToNew(
        session.document,
        at.places(...texts),
        { type: 'LOC', name: texts[0] ?? '' },
        at.context,
      );
      session.edit('entity.link', made.change);
      return made.entity.id;
    };
    const one = make(['上街区', '该区']);
    const other = make(['区']);
    expect([counts.of(one), counts.of(other)]).toEqual([2, 1]);
    session.edit('entity.merge', mergeEntities(session.document, [other], one, at.context));
    expect([counts.of(one), counts.of(other)]).toEqual([3, 0]);
    session.edit('entity.unlink', unlinkMentions(session.document, at.places('区')));
    expect(counts.of(one)).toBe(2);
    session.undo();
    session.undo();
    expect([counts.of(one), counts.of(other)]).toEqual([2, 1]);
    session.edit('entity.remove', removeEntities(session.document, [one, other]));
    expect([counts.of(one), counts.of(other), told]).toEqual([0, 0, 7]);
  });
});

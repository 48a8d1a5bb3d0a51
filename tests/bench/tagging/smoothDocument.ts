import type { KanwuDocument } from '../../../shared/document/document';
import type { Entity } from '../../../shared/document/entity';
import { impliedNormalForm } from '../../../shared/document/tagset';
import { benchDocument } from '../exports/benchDocument';

/** Entities in the register. */
const ENTITIES = 20_000;
/** Every so-manieth linked mention means the first entity: one that a whole book is about. */
const FIRST = 8;
const WHEN = '2026-11-25T12:00:00.000Z';

/**
 * Text with a mention for every forty characters; all names are linked to a register of 20,000 entities, and dates and amounts have
 * no normal form yet.
 */
export function smoothDocument(characters: number): KanwuDocument {
  const document = benchDocument(characters);
  let n = 0;
  const blocks = document.blocks.map(block => ({
    ...block,
    mentions: block.mentions.map(mention => {
      if (impliedNormalForm(mention.type) !== null) {
        const { normal: _, ...plain } = mention;
        return plain;
      }
      n++;
      return { ...mention, entity: `e${n % FIRST === 0 ? 1 : 1 + (n % ENTITIES)}` };
    }),
  }));
  const entities = Array.from(
    { length: ENTITIES },
    (_, e): Entity => ({
      id: `e${e + 1}`,
      type: 'ORG',
      name: `第${e + 1}厂`,
      aliases: e % 7 === 0 ? [`${e + 1}厂`] : [],
      identifiers: [{ scheme: 'wikidata', value: `Q${1000 + e}` }],
      who: 'editor',
      when: WHEN,
    }),
  );
  return {
    ...document,
    issueDate: '1956-03-01',
    blocks,
    entities: new Map(entities.map(entity => [entity.id, entity])),
  };
}

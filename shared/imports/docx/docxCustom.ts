import * as v from 'valibot';
import { entitySchema, tagTypeSchema } from '../../annotation/format';
import { parseJson } from '../json';
import { isList, isObject } from '../jsonPlace';

const optional = v.exactOptional(v.string());

const mentionSchema = v.object({
  type: v.pipe(v.string(), v.minLength(1)),
  who: v.string(),
  when: v.string(),
  entity: optional,
  note: optional,
  normal: optional,
  attributes: v.exactOptional(v.record(v.string(), v.string())),
});

/** Mentions checked between two pauses: a millisecond or two. */
const SLICE = 500;

const customSchema = v.object({
  separator: v.string(),
  issueDate: v.nullable(v.string()),
  tagset: v.array(tagTypeSchema),
  entities: v.array(entitySchema),
  mentions: v.array(mentionSchema),
});

export type DocxCustom = v.InferOutput<typeof customSchema>;

export const NOTHING_CUSTOM: DocxCustom = {
  separator: '\n\n',
  issueDate: null,
  tagset: [],
  entities: [],
  mentions: [],
};

/**
 * What Kanwu's own part of a Word document says; nothing where it is not ours, or damaged: the text still stands. Yields now
 * and then.
 */
export function* customOf(xml: string): Generator<number, DocxCustom> {
  const [, json] = /<kanwu xmlns="urn:kanwu:document">([\s\S]*)<\/kanwu>/.exec(xml) ?? [];
  if (json === undefined) return NOTHING_CUSTOM;
  try {
    const plain = json
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&#13;', '\r')
      .replaceAll('&amp;', '&');
    yield 0;
    const value = yield* parseJson(plain, '');
    if (!isObject(value) || !isList(value.mentions)) return NOTHING_CUSTOM;
    const custom = v.safeParse(customSchema, { ...value, mentions: [] });
    if (!custom.success) return NOTHING_CUSTOM;
    const mentions: DocxCustom['mentions'] = [];
    for (const item of value.mentions) {
      const mention = v.safeParse(mentionSchema, item);
      if (!mention.success) return NOTHING_CUSTOM;
      if (mentions.push(mention.output) % SLICE === 0) yield 0;
    }
    return { ...custom.output, mentions };
  } catch {
    return NOTHING_CUSTOM;
  }
}

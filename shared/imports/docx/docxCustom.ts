import * as v from 'valibot';
import { entitySchema, tagTypeSchema } from '../../annotation/format';

const optional = v.exactOptional(v.string());

const customSchema = v.object({
  separator: v.string(),
  issueDate: v.nullable(v.string()),
  tagset: v.array(tagTypeSchema),
  entities: v.array(entitySchema),
  mentions: v.array(
    v.object({
      type: v.pipe(v.string(), v.minLength(1)),
      who: v.string(),
      when: v.string(),
      entity: optional,
      note: optional,
      normal: optional,
      attributes: v.exactOptional(v.record(v.string(), v.string())),
    }),
  ),
});

export type DocxCustom = v.InferOutput<typeof customSchema>;

export const NOTHING_CUSTOM: DocxCustom = {
  separator: '\n\n',
  issueDate: null,
  tagset: [],
  entities: [],
  mentions: [],
};

/** What Kanwu's own part of a Word document says; nothing where it is not ours, or damaged: the text still stands. */
export function customOf(xml: string): DocxCustom {
  const [, json] = /<kanwu xmlns="urn:kanwu:document">([\s\S]*)<\/kanwu>/.exec(xml) ?? [];
  if (json === undefined) return NOTHING_CUSTOM;
  try {
    const plain = json
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&#13;', '\r')
      .replaceAll('&amp;', '&');
    const custom = v.safeParse(customSchema, JSON.parse(plain));
    return custom.success ? custom.output : NOTHING_CUSTOM;
  } catch {
    return NOTHING_CUSTOM;
  }
}

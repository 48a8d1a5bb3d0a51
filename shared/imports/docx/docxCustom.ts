import * as v from 'valibot';
import { entitySchema, tagTypeSchema } from '../../annotation/format';
import { parseJson } from '../json';
import { isList, isObject } from '../jsonPlace';
import { partsOf } from '../textParts';

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
 * What Kanwu's own part of a Word document says, in parts cut anywhere; nothing where it is not ours, or damaged: the text
 * still stands. Yields now and then.
 */
export function* customOf(parts: readonly string[]): Generator<number, DocxCustom> {
  const written = contentsOf(parts);
  if (written === null) return NOTHING_CUSTOM;
  try {
    const plain: string[] = [];
    for (const part of written) {
      plain.push(unescaped(part));
      yield 0;
    }
    const value = yield* parseJson(partsOf(plain), '');
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

const START = '<kanwu xmlns="urn:kanwu:document">';
const END = '</kanwu>';

/** What stands in our element, parted between two characters or their escapes; null where it is not there. */
function contentsOf(parts: readonly string[]): readonly string[] | null {
  const [first = '', ...others] = parts;
  const start = first.indexOf(START);
  if (start < 0) return null;
  const contents: string[] = [];
  let open = '';
  for (const part of [first.slice(start + START.length), ...others]) {
    const text = open + part;
    const cut = CUT.exec(text)?.index ?? text.length;
    contents.push(text.slice(0, cut));
    open = text.slice(cut);
  }
  const end = open.lastIndexOf(END);
  if (end < 0) return null;
  contents.push(open.slice(0, end));
  return contents;
}

/** An escape that has no end yet, or what may be the end of our element. */
const CUT = /(?:&[^;]{0,5}|<[^<]*)$/;

function unescaped(part: string): string {
  return part
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#13;', '\r')
    .replaceAll('&amp;', '&');
}

import * as v from 'valibot';
import { tagKeyOf } from '../commands/tagKeys';
import type { Tagset, TagType } from '../document/tagset';
import { type FileError, fileError, type Message } from '../source/fileError';
import { FORMAT_NAME, tagTypeSchema } from './format';
import { schemaFault } from './schemaFault';

/** A file of types for mentions, by itself: to hand a project's tagset on. */
export const TAGSET_FORMAT = 'kanwu-tagset';
export const TAGSET_VERSION = 1;

/** Types in one tagset; more are no help to anyone. */
const MOST_TYPES = 200;

/** A tagset as it crosses a border: types whose short names differ. */
export const tagsetSchema = v.pipe(
  v.array(tagTypeSchema),
  v.maxLength(MOST_TYPES),
  v.check(
    types => new Set(types.map(({ id }) => id)).size === types.length,
    'two types have the same short name',
  ),
);

/** The file's text: JSON, indented, for people look at it too. */
export function writeTagsetFile(tagset: Tagset): string {
  const file = { format: TAGSET_FORMAT, version: TAGSET_VERSION, tagset };
  return `${JSON.stringify(file, null, 2)}\n`;
}

export type TagsetReading =
  | { readonly kind: 'read'; readonly tagset: Tagset }
  | { readonly kind: 'failed'; readonly error: FileError };

/**
 * Reads a tagset file, or the tagset of an annotation file. What is wrong is an error that names the place in the file.
 * Keys no type can have, or that an earlier type has, are left out.
 */
export function readTagsetFile(json: string, fileName: string): TagsetReading {
  const fail = (detail: Message): TagsetReading => ({
    kind: 'failed',
    error: fileError('open', 'notTagset', fileName, detail),
  });
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return fail({ en: `it is not JSON (${detail})`, zh: `不是 JSON（${detail}）` });
  }
  const head = v.safeParse(
    v.object({ format: v.picklist([TAGSET_FORMAT, FORMAT_NAME]), version: v.number() }),
    value,
  );
  if (!head.success) {
    return fail({ en: `“format” is not ${TAGSET_FORMAT}`, zh: `“format”不是 ${TAGSET_FORMAT}` });
  }
  const { format, version } = head.output;
  if (format === TAGSET_FORMAT && version > TAGSET_VERSION) {
    const detail = { en: `format version ${version}`, zh: `格式版本 ${version}` };
    return { kind: 'failed', error: fileError('open', 'newerVersion', fileName, detail) };
  }
  const file = v.safeParse(v.object({ tagset: tagsetSchema }), value, { abortEarly: true });
  if (file.success) return { kind: 'read', tagset: withSoundKeys(file.output.tagset) };
  const [issue] = file.issues;
  if (issue.type === 'check') {
    const path = v.getDotPath(issue);
    return fail({ en: `${path}: ${issue.message}`, zh: `${path}：有两个类型代码相同` });
  }
  return fail(schemaFault(issue));
}

function withSoundKeys(tagset: Tagset): Tagset {
  const taken = new Set<string>();
  return tagset.map((type): TagType => {
    const key = tagKeyOf(type.key) ?? '';
    if (key === '' || taken.has(key)) return { ...type, key: '' };
    taken.add(key);
    return { ...type, key };
  });
}

import * as v from 'valibot';
import type { Message } from '../source/fileError';
import { type AnnotationFile, annotationFileSchema, FORMAT_NAME, FORMAT_VERSION } from './format';

/** Items of a list checked between two pauses: some 2 ms. */
const SLICE = 500;

/** The lists that may be long, in the order of the schema, which is the order in which faults are found. */
const LONG_LISTS = ['entities', 'corrections', 'decisions', 'mentions', 'orphans'] as const;

export type ValidatedFile =
  | { readonly kind: 'ok'; readonly value: AnnotationFile }
  | { readonly kind: 'wrong'; readonly code: 'malformed' | 'newerVersion'; readonly what: Message };

/**
 * What was read from an annotation file, checked against its schema: the file as this version writes it, or the first fault.
 * Yields the share done (0–1); long lists are checked item by item.
 */
export function* validateFile(value: unknown): Generator<number, ValidatedFile> {
  const head = v.safeParse(v.object({ format: v.literal(FORMAT_NAME), version: v.number() }), value);
  if (!head.success) {
    return wrong({ en: 'it is not a Kanwu annotation file', zh: '不是勘误的标注文件' });
  }
  const { version } = head.output;
  if (version > FORMAT_VERSION) {
    const what = {
      en: `it was written by a newer Kanwu (format version ${version}; this program reads ${FORMAT_VERSION})`,
      zh: `由更新版本的勘误写成（格式版本 ${version}，本程序读到 ${FORMAT_VERSION}）`,
    };
    return { kind: 'wrong', code: 'newerVersion', what };
  }
  const lists = new Map<string, readonly unknown[]>();
  const rest: Record<string, unknown> = { ...upgraded(value, version) };
  for (const key of LONG_LISTS) {
    const list = rest[key];
    if (!Array.isArray(list)) continue;
    lists.set(key, list);
    rest[key] = [];
  }
  const file = v.safeParse(annotationFileSchema, rest, { abortEarly: true });
  if (!file.success) return wrong(faultOf(file.issues[0], ''));
  const items = [...lists.values()].reduce((sum, list) => sum + list.length, 0);
  let done = 0;
  const checked = new Map<string, unknown[]>();
  for (const key of LONG_LISTS) {
    const schema = annotationFileSchema.entries[key].item;
    const good: unknown[] = [];
    checked.set(key, good);
    for (const [n, item] of (lists.get(key) ?? []).entries()) {
      const one = v.safeParse(schema, item, { abortEarly: true });
      if (!one.success) return wrong(faultOf(one.issues[0], `${key}.${n}`));
      good.push(one.output);
      if (++done % SLICE === 0) yield done / items;
    }
  }
  return { kind: 'ok', value: { ...file.output, ...(Object.fromEntries(checked) as Lists) } };
}

type Lists = Pick<AnnotationFile, (typeof LONG_LISTS)[number]>;

function faultOf(issue: v.BaseIssue<unknown>, above: string): Message {
  const path = [above, v.getDotPath(issue) ?? ''].filter(Boolean).join('.') || '(top level)';
  const found = issue.received.slice(0, 60);
  return {
    en: `${path} is wrong: expected ${issue.expected ?? 'something else'}, found ${found}`,
    zh: `${path} 有误：应为 ${issue.expected ?? '别的内容'}，实为 ${found}`,
  };
}

function wrong(what: Message): ValidatedFile {
  return { kind: 'wrong', code: 'malformed', what };
}

/** A file of an earlier version as this version would have written it. Version 1 had no entities and no day of issue. */
function upgraded(value: unknown, version: number): object {
  if (typeof value !== 'object' || value === null) return {};
  return version === 1 ? { ...value, version: FORMAT_VERSION, issueDate: null, entities: [] } : value;
}

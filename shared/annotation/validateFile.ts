import * as v from 'valibot';
import type { TakeItem } from '../imports/json';
import type { Message } from '../source/fileError';
import { type AnnotationFile, annotationFileSchema, FORMAT_NAME, FORMAT_VERSION } from './format';
import { schemaFault } from './schemaFault';

/** The lists that may be long, in the order of the schema, which is the order in which faults are found. */
const LONG_LISTS = ['entities', 'corrections', 'decisions', 'mentions', 'orphans'] as const;

export type ValidatedFile =
  | { readonly kind: 'ok'; readonly value: AnnotationFile }
  | { readonly kind: 'wrong'; readonly code: 'malformed' | 'newerVersion'; readonly what: Message };

/**
 * The long lists of a file, each item checked as soon as it is read: what was read is let go then, and only what was checked
 * is kept.
 */
export class CheckedLists {
  /** For `parseJson`. */
  readonly takers: ReadonlyMap<string, TakeItem>;
  private readonly good = new Map<string, unknown[]>();
  private readonly faults = new Map<string, Message>();

  constructor() {
    this.takers = new Map(LONG_LISTS.map(key => [key, this.takerOf(key)]));
  }

  /** The first fault in the order of the schema. */
  get fault(): Message | null {
    for (const key of LONG_LISTS) {
      const fault = this.faults.get(key);
      if (fault) return fault;
    }
    return null;
  }

  /** The lists, where there is no fault. */
  get lists(): Lists {
    return Object.fromEntries(LONG_LISTS.map(key => [key, this.good.get(key) ?? []])) as Lists;
  }

  forget(key: (typeof LONG_LISTS)[number]): void {
    this.good.delete(key);
    this.faults.delete(key);
  }

  private takerOf(key: (typeof LONG_LISTS)[number]): TakeItem {
    const schema = annotationFileSchema.entries[key].item;
    const good: unknown[] = [];
    this.good.set(key, good);
    return (item, index) => {
      if (this.faults.has(key)) return;
      const one = v.safeParse(schema, item, { abortEarly: true });
      if (one.success) good.push(one.output);
      else this.faults.set(key, schemaFault(one.issues[0], `${key}.${index}`));
    };
  }
}

/**
 * What was read from an annotation file beside its long lists, checked against the schema: the file as this version writes it,
 * or the first fault.
 */
export function validateFile(value: unknown, checked: CheckedLists): ValidatedFile {
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
  if (version === 1) checked.forget('entities');
  const rest: Record<string, unknown> = { ...upgraded(value, version) };
  for (const key of LONG_LISTS) if (Array.isArray(rest[key])) rest[key] = [];
  const file = v.safeParse(annotationFileSchema, rest, { abortEarly: true });
  if (!file.success) return wrong(schemaFault(file.issues[0]));
  const { fault } = checked;
  return fault ? wrong(fault) : { kind: 'ok', value: { ...file.output, ...checked.lists } };
}

type Lists = Pick<AnnotationFile, (typeof LONG_LISTS)[number]>;

function wrong(what: Message): ValidatedFile {
  return { kind: 'wrong', code: 'malformed', what };
}

/** A file of an earlier version as this version would have written it. Version 1 had no entities and no day of issue. */
function upgraded(value: unknown, version: number): object {
  if (typeof value !== 'object' || value === null) return {};
  return version === 1 ? { ...value, version: FORMAT_VERSION, issueDate: null, entities: [] } : value;
}

import * as v from 'valibot';
import { IDENTIFIER_SCHEMES } from '../document/entity';
import { CORRECTION_KINDS } from '../document/piece';
import { NORMAL_FORM_KINDS } from '../document/tagset';
import { FINDING_KINDS } from '../findings/finding';
import { SOURCE_ENCODINGS } from '../source/encoding';

/** The annotation file, version 2: `docs/annotation-format.md` describes it, its JSON Schema lies beside that. */
export const FORMAT_NAME = 'kanwu-annotations';
export const FORMAT_VERSION = 2;

const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const text = v.string();
const range = v.object({ start: offset, end: offset });

const sourceSchema = v.object({
  name: text,
  sha256: v.pipe(text, v.regex(/^[0-9a-f]{64}$/)),
  encoding: v.picklist(SOURCE_ENCODINGS),
  bom: v.boolean(),
  newline: v.picklist(['\n', '\r\n', '\r', 'mixed']),
  length: offset,
  text,
});

const name = v.object({ en: text, zh: text });
const filled = v.pipe(text, v.minLength(1));

const tagAttributeSchema = v.object({
  id: filled,
  name,
  kind: v.picklist(['text', 'choice', 'date', 'id']),
  choices: v.array(text),
});

export const tagTypeSchema = v.object({
  id: filled,
  name,
  key: text,
  color: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)),
  description: v.exactOptional(text),
  attributes: v.exactOptional(v.array(tagAttributeSchema)),
  normal: v.exactOptional(v.picklist([...NORMAL_FORM_KINDS, 'none'])),
});

/** A day of the calendar, `YYYY-MM-DD`. */
const day = v.pipe(text, v.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/));

export const entitySchema = v.object({
  id: v.pipe(text, v.regex(/^e[0-9]{1,15}$/)),
  type: filled,
  name: filled,
  aliases: v.array(text),
  identifiers: v.array(v.object({ scheme: v.picklist(IDENTIFIER_SCHEMES), value: filled })),
  note: v.exactOptional(text),
  who: text,
  when: text,
});

const correctionSchema = v.object({
  from: offset,
  to: offset,
  original: text,
  replacement: text,
  kind: v.picklist(CORRECTION_KINDS),
  who: text,
  when: text,
  why: v.exactOptional(text),
});

const decisionSchema = v.object({
  fingerprint: text,
  kind: v.picklist([...FINDING_KINDS, 'suggestion']),
  answer: v.picklist(['accepted', 'dismissed']),
  at: offset,
  quote: text,
  who: text,
  when: text,
});

/** valibot takes an array for a record. */
const attributeValues = v.pipe(
  v.custom<Record<string, string>>(value => !Array.isArray(value)),
  v.record(text, text),
);

const mentionSchema = v.object({
  id: v.pipe(text, v.regex(/^m[0-9]{1,15}$/)),
  type: v.pipe(text, v.minLength(1)),
  start: offset,
  end: offset,
  text,
  prefix: text,
  suffix: text,
  source: range,
  who: text,
  when: text,
  continues: v.exactOptional(text),
  entity: v.exactOptional(text),
  note: v.exactOptional(text),
  normal: v.exactOptional(text),
  attributes: v.exactOptional(attributeValues),
});

export const annotationFileSchema = v.object({
  format: v.literal(FORMAT_NAME),
  version: v.literal(FORMAT_VERSION),
  generator: text,
  saved: text,
  source: sourceSchema,
  issueDate: v.nullable(day),
  tagset: v.array(tagTypeSchema),
  entities: v.array(entitySchema),
  corrections: v.array(correctionSchema),
  decisions: v.array(decisionSchema),
  mentions: v.array(mentionSchema),
  orphans: v.array(mentionSchema),
});

export type AnnotationFile = v.InferOutput<typeof annotationFileSchema>;
/** A mention as stored: offsets in the working text and in the source, with its text and what stands around it. */
export type StoredMention = v.InferOutput<typeof mentionSchema>;

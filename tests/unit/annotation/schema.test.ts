import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { annotationFileSchema } from '../../../shared/annotation/format';
import { readAnnotations } from '../../../shared/annotation/readAnnotations';
import { writeAnnotations } from '../../../shared/annotation/writeAnnotations';
import { applyChange } from '../../../shared/document/change';
import type { KanwuDocument } from '../../../shared/document/document';
import { dismissFinding, placeFinding } from '../../../shared/edits/deciding';
import { addMention } from '../../../shared/edits/tagging';
import { type Action, actions, contextFor, open, texts } from '../document/arbitraries';
import { changeOf } from '../document/editing';

const DOCS = join(import.meta.dirname, '../../../docs');
const schema = JSON.parse(readFileSync(join(DOCS, 'annotation-file.schema.json'), 'utf8'));
const conforms = new Ajv2020({ strict: true, strictRequired: false }).compile(schema);
const EXTRAS = { generator: 'Kanwu test', saved: '2026-01-01T00:00:00.000Z' };

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

function edited(text: string, list: readonly Action[]): KanwuDocument {
  const context = contextFor();
  return list.reduce((d, action) => applyChange(d, changeOf(d, action, context)), open(text, context));
}

/** A file with something in every list and every optional key. */
function fullFile(): Json {
  const context = contextFor();
  let document = open('邀请了中国银行，\n\n去了北京。', context);
  const [first, next] = document.blocks;
  if (!first || !next) throw new Error('no blocks');
  const finding = {
    kind: 'break',
    block: first.id,
    next: next.id,
    glue: '',
    dropHyphen: false,
    between: [],
    confidence: 0.6,
    reason: { en: 'no sentence end', zh: '没有句末标点' },
  } as const;
  const placed = placeFinding(document, finding);
  if (!placed) throw new Error('the finding has no place');
  document = applyChange(document, dismissFinding(document, placed, context));
  document = applyChange(document, addMention(document, 0, 3, 7, 'ORG', context).change);
  const file = JSON.parse(writeAnnotations(document, EXTRAS));
  Object.assign(file.mentions[0], {
    continues: 'm9',
    entity: 'e1',
    note: '',
    normal: '2023-02-23',
    attributes: { role: 'x' },
  });
  const name = { en: 'Role', zh: '职务' };
  Object.assign(file.tagset[0], {
    description: '',
    attributes: [{ id: 'role', name, kind: 'choice', choices: ['x'] }],
    normal: 'none' as const,
  });
  file.issueDate = '2023-02-24';
  const identifiers = [{ scheme: 'wikidata', value: 'Q790068' }];
  file.entities = [
    {
      id: 'e1',
      type: 'ORG',
      name: '中国银行',
      aliases: ['中行'],
      identifiers,
      note: '',
      who: 'a',
      when: 'b',
    },
  ];
  file.orphans = [{ ...file.mentions[0], id: 'm8', text: '外国银行' }];
  file.corrections = [
    { from: 0, to: 0, original: '', replacement: '他', kind: 'edit', who: 'a', when: 'b', why: 'c' },
  ];
  return file;
}

/** Every path to a value inside, the value itself included. */
function pathsOf(value: Json): (string | number)[][] {
  if (value === null || typeof value !== 'object') return [[]];
  const entries: [string | number, Json][] = Array.isArray(value)
    ? value.map((item, n) => [n, item])
    : Object.entries(value);
  return [[], ...entries.flatMap(([key, item]) => pathsOf(item).map(path => [key, ...path]))];
}

function changedAt(value: Json, path: readonly (string | number)[], to: Json | undefined): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return to;
  const copy = structuredClone(value) as Record<string | number, Json>;
  const next = changedAt(copy[key] ?? null, rest, to);
  if (next !== undefined) copy[key] = next;
  else if (Array.isArray(copy)) copy.splice(Number(key), 1);
  else delete copy[key];
  return copy as Json;
}

describe('the JSON Schema of the annotation file', () => {
  it('accepts whatever is written, after any edits', () => {
    fc.assert(
      fc.property(texts, actions, (text, list) => {
        const file = JSON.parse(writeAnnotations(edited(text, list), EXTRAS));
        expect(conforms(file), JSON.stringify(conforms.errors)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('has every key of the format: a full file conforms and is read', () => {
    const file = fullFile();
    expect(conforms(file), JSON.stringify(conforms.errors)).toBe(true);
    expect(readAnnotations(JSON.stringify(file), 'x').kind).toBe('read');
  });

  it('judges as the reader does whatever any one value is changed to, or when it is taken out', () => {
    const file = fullFile();
    const paths = pathsOf(file).filter(path => path.length > 0);
    const others: (Json | undefined)[] = [
      undefined,
      null,
      true,
      '',
      'x',
      'm1',
      'm1 ',
      'break',
      'join',
      'accepted',
      'UTF-8',
      '\n',
      'A'.repeat(64),
      'a'.repeat(64),
      0,
      1,
      2,
      12,
      13,
      -1,
      1.5,
      2 ** 53,
      [],
      [{}],
      {},
      { start: 1 },
      { start: 1, end: 2 },
      { en: '' },
    ];
    const disagreements: string[] = [];
    for (const path of paths) {
      for (const other of others) {
        const changed = changedAt(file, path, other);
        const accepted = v.safeParse(annotationFileSchema, changed).success;
        if (conforms(changed) !== accepted)
          disagreements.push(`${path.join('.')} = ${JSON.stringify(other)}`);
      }
    }
    expect(disagreements).toEqual([]);
  });

  it('rejects what the reader rejects for its form', () => {
    const file = fullFile() as { [key: string]: Json };
    for (const wrong of [[], 'x', {}, { ...file, version: 3 }, { ...file, format: 'brat' }]) {
      expect(conforms(wrong)).toBe(false);
      expect(readAnnotations(JSON.stringify(wrong), 'x').kind).toBe('failed');
    }
  });

  it('lets further keys pass, as the reader does', () => {
    const file = { ...(fullFile() as { [key: string]: Json }), comment: 'by hand' };
    expect(conforms(file)).toBe(true);
    expect(readAnnotations(JSON.stringify(file), 'x').kind).toBe('read');
  });
});

describe('a file of version 1', () => {
  it('is read as one without entities and day of issue', () => {
    const { issueDate: _d, entities: _e, ...rest } = fullFile() as { [key: string]: Json };
    const reading = readAnnotations(JSON.stringify({ ...rest, version: 1 }), 'x');
    if (reading.kind === 'failed') throw new Error(reading.error.message.en);
    expect(reading.document.entities.size).toBe(0);
    expect(reading.document.issueDate).toBeNull();
    expect(JSON.parse(writeAnnotations(reading.document, EXTRAS)).version).toBe(2);
  });
});

describe('docs/annotation-format.md', () => {
  const text = readFileSync(join(DOCS, 'annotation-format.md'), 'utf8');

  it('has an example that conforms, is read, and is written again to the letter', () => {
    const example = /```text\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
    const file = JSON.parse(example);
    expect(conforms(file), JSON.stringify(conforms.errors)).toBe(true);
    const reading = readAnnotations(example, 'page.kanwu.json');
    if (reading.kind === 'failed') throw new Error(reading.error.message.en);
    expect(reading.notices).toEqual([]);
    const { generator, saved } = file;
    expect(writeAnnotations(reading.document, { generator, saved })).toBe(example);
  });

  it('names every key', () => {
    const keys = new Set(pathsOf(fullFile()).flatMap(path => path.filter(key => typeof key === 'string')));
    const missing = [...keys].filter(key => !text.includes(`\`${key}\``) && !text.includes(`"${key}"`));
    expect(missing).toEqual([]);
  });
});

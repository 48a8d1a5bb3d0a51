import fc from 'fast-check';
import { applyChange } from '../../../shared/document/change';
import type { KanwuDocument } from '../../../shared/document/document';
import { addMention } from '../../../shared/edits/tagging';
import type { ExportFormat, ExportJob, ExportPart, ExportReport } from '../../../shared/exports';
import { actions, contextFor, open, places, spotAt } from '../document/arbitraries';
import { changeOf } from '../document/editing';

const FRAGMENTS = [
  '上街区将大',
  '力发展',
  '中',
  '国银行',
  '𠮷野家',
  'e\u0301',
  '臺灣總督府',
  '<b>&"',
  '=1+1',
  '\n',
  '\n\n',
  '\r\n',
  '\r\n\r\n',
  ' ',
  '　　',
  '\t',
  '## 标题',
  '，',
  '。',
  'word ',
  '\u0007',
  '\u2028',
];

const texts = fc
  .array(fc.constantFrom(...FRAGMENTS), { minLength: 1, maxLength: 24 })
  .map(parts => parts.join(''));
const tags = fc.array(
  fc.tuple(places, fc.integer({ min: 1, max: 8 }), fc.constantFrom('PER', 'ORG', 'LOC', 'DATE')),
  { maxLength: 12 },
);

/** Texts as OCR leaves them, edited at random, with mentions that nest, cross and repeat. */
export const documents: fc.Arbitrary<KanwuDocument> = fc
  .tuple(texts, actions, tags)
  .map(([text, list, tagged]) => {
    const context = contextFor();
    let document = open(text, context);
    for (const action of list.slice(0, 8))
      document = applyChange(document, changeOf(document, action, context));
    for (const [where, length, type] of tagged) {
      const { index, offset } = spotAt(document, where);
      document = applyChange(
        document,
        addMention(document, index, offset, offset + length, type, context).change,
      );
    }
    return document;
  });

export function jobOf(document: KanwuDocument, more: Partial<ExportJob> = {}): ExportJob {
  return {
    document,
    text: 'corrected',
    locale: 'zh',
    generator: 'kanwu 0.1.0',
    author: '编者',
    now: '2026-11-25T12:00:00.000Z',
    options: {},
    ...more,
  };
}

export interface Exported {
  /** Text of each file. */
  readonly files: readonly string[];
  readonly report: ExportReport;
}

/** The whole of an export of text files. */
export function exported(format: ExportFormat, job: ExportJob): Exported {
  const files = format.files.map(() => '');
  const { parts, result } = drained(format.write(job));
  for (const { file, data } of parts) {
    if (typeof data !== 'string') throw new Error(`${format.id} wrote bytes`);
    files[file] += data;
  }
  return { files, report: result };
}

export function drained<T>(steps: Generator<ExportPart, T>): { parts: readonly ExportPart[]; result: T } {
  const parts: ExportPart[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done) return { parts, result: step.value };
    parts.push(step.value);
  }
}

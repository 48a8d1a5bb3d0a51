import type { Identifier } from '../document/entity';
import { CodePoints } from '../exports/codePoints';
import {
  type ExportFormat,
  type ExportJob,
  type ExportPart,
  type ExportReport,
  optionOf,
} from '../exports/exportFormat';
import { type FlatText, flatText } from '../exports/flatText';
import { Losses } from '../exports/losses';
import { PartBuffer } from '../exports/partBuffer';
import { countDetails, countUnmentioned } from './details';
import { withLineFeeds } from './lineFeeds';
import { textParts, writable } from './utf8';

/**
 * brat's standoff: the text, and beside it one annotation a line. Offsets count code points of the text file, its line
 * ends included as they are; brat cuts sentences at LF, so CR LF is written as LF unless the editor wants it kept.
 * A mention over a line break (there are such in the original) is written in fragments, as brat 1.3 has it.
 */
export const bratFormat: ExportFormat = {
  id: 'brat',
  kind: 'data',
  name: { en: 'brat standoff', zh: 'brat 旁置标注' },
  about: {
    en: 'The text and a file of annotations beside it; brat and what reads its format',
    zh: '正文与旁置的标注文件各一；brat 及可读此格式的程序',
  },
  files: [
    { extension: '.ann', encoding: 'utf-8' },
    { extension: '.txt', encoding: 'utf-8' },
  ],
  options: [
    {
      id: 'newline',
      name: { en: 'Line ends', zh: '换行符' },
      kind: 'choice',
      choices: [
        { value: 'lf', name: { en: 'LF, as brat expects', zh: 'LF（brat 的习惯）' } },
        { value: 'keep', name: { en: 'As in the text', zh: '照原样' } },
      ],
      preset: 'lf',
    },
  ],
  ofOriginal: true,
  write,
};

/** Where Python's line reader, and so brat's, would end a line. */
const BREAKS = /[\n-\r\x1c-\x1e\x85\u2028\u2029]+/g;

function* write(job: ExportJob): Generator<ExportPart, ExportReport> {
  const losses = new Losses();
  const given = yield* flatText(job, losses);
  const flat = optionOf(bratFormat, job, 'newline') === 'lf' ? withLineFeeds(given, losses) : given;
  yield* textParts(flat.text, 1, losses);
  const lines = new AnnLines(losses);
  const out = new PartBuffer(0);
  const points = new CodePoints(flat.text);
  const linked = new Set<string>();
  for (const { mention, start, end } of flat.mentions) {
    const id = lines.entity(mention.type, flat, points, start, end);
    const entity = mention.entity === undefined ? undefined : job.document.entities.get(mention.entity);
    if (entity) {
      linked.add(entity.id);
      const identifiers: readonly Identifier[] =
        entity.identifiers.length > 0 ? entity.identifiers : [{ scheme: 'own', value: entity.id }];
      for (const identifier of identifiers) lines.reference(id, identifier, entity.name);
    }
    if (mention.note !== undefined) lines.note('AnnotatorNotes', id, mention.note);
    if (mention.normal !== undefined) lines.note('NormalForm', id, mention.normal);
    for (const [key, value] of Object.entries(mention.attributes ?? {})) {
      lines.note('Attribute', id, `${key}=${value}`);
    }
    out.add(lines.take());
    yield* out.ready();
  }
  yield* out.rest();
  countUnmentioned(job, linked, losses);
  const held = { links: true, entities: true, normals: true, notes: true, attributes: true };
  yield* countDetails(job, flat.mentions, held, losses);
  return { mentions: flat.mentions.length, entities: linked.size, corrections: 0, losses: losses.list() };
}

/** Writes and numbers the lines of an `.ann` file. */
class AnnLines {
  private text = '';
  private entities = 0;
  private references = 0;
  private notes = 0;

  constructor(private readonly losses: Losses) {}

  take(): string {
    const { text } = this;
    this.text = '';
    return text;
  }

  entity(type: string, { text }: FlatText, points: CodePoints, start: number, end: number): string {
    const ranges: string[] = [];
    const quotes: string[] = [];
    let from = start;
    const fragment = (to: number) => {
      if (from >= to) return;
      ranges.push(`${points.at(from)} ${points.at(to)}`);
      quotes.push(text.slice(from, to));
    };
    for (const { index, 0: breaks } of text.slice(start, end).matchAll(BREAKS)) {
      fragment(start + index);
      from = start + index + breaks.length;
    }
    fragment(end);
    const id = `T${++this.entities}`;
    this.line(`${id}\t${this.typeName(type)} ${ranges.join(';')}\t${writable(quotes.join(' '), NOT_AGAIN)}`);
    return id;
  }

  reference(target: string, { scheme, value }: Identifier, name: string): void {
    const key = value.replace(/\s/gu, '_');
    this.line(`N${++this.references}\tReference ${target} ${scheme}:${key}\t${this.oneLine(name)}`);
  }

  note(kind: string, target: string, note: string): void {
    this.line(`#${++this.notes}\t${kind} ${target}\t${this.oneLine(note)}`);
  }

  private line(text: string): void {
    this.text += `${text}\n`;
  }

  private oneLine(text: string): string {
    const line = text.replace(/[\t\n-\r\x1c-\x1e\x85\u2028\u2029]/g, ' ');
    if (line !== text) this.losses.add('lineBreaksInNotes');
    return writable(line, this.losses);
  }

  /** brat's types are identifiers; letters of any script do no harm, spaces and punctuation do. */
  private typeName(type: string): string {
    const name = type.replace(/[^\p{L}\p{N}\p{M}_-]/gu, '_');
    if (name !== type) this.losses.add('typeNames');
    return name;
  }
}

/** Takes what was counted already, with the text itself. */
const NOT_AGAIN = new Losses();

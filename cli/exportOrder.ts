import { version } from '../package.json';
import type { KanwuDocument } from '../shared/document/document';
import { EXPORT_FORMATS, type ExportFormat, type ExportJob, exportFormatOf } from '../shared/exports';
import type { SourceEncoding } from '../shared/source/encoding';
import type { Given } from './command';

/** What is to be written, of whichever document. */
export interface ExportOrder {
  readonly format: ExportFormat;
  /** Asked for with `--output-encoding`. */
  readonly encoding: SourceEncoding | undefined;
  readonly jobOf: (document: KanwuDocument) => ExportJob;
}

/** Reads `--to`, `--option` and their like; a usage failure where they name what there is not. */
export function exportOrder(given: Given): ExportOrder {
  const ids = EXPORT_FORMATS.map(({ id }) => id);
  const id = given.oneOf('to', ids);
  const format = id && exportFormatOf(id);
  if (!format) throw given.wrong(`--to says which format: ${ids.join(', ')}.`);
  const encoding = given.encoding('output-encoding');
  if (encoding && encoding !== 'utf-8' && format.files.every(file => file.encoding !== 'source')) {
    throw given.wrong(`${format.id} is always written as utf-8.`);
  }
  if (given.has('original') && !format.ofOriginal) {
    throw given.wrong(`${format.id} can’t be written of the original text.`);
  }
  const options = optionsOf(given, format);
  const now = new Date().toISOString();
  const jobOf = (document: KanwuDocument): ExportJob => ({
    document,
    text: given.has('original') ? 'original' : 'corrected',
    locale: given.locale,
    generator: `Kanwu ${version}`,
    author: given.text('author') ?? '',
    now,
    options,
  });
  return { format, encoding, jobOf };
}

function optionsOf(given: Given, format: ExportFormat): Record<string, string> {
  const entries = given.texts('option').map(text => {
    const at = text.indexOf('=');
    const name = at < 0 ? text : text.slice(0, at);
    const option = format.options.find(candidate => candidate.id === name);
    if (!option) {
      const known = format.options.map(candidate => candidate.id).join(', ');
      throw given.wrong(
        `${format.id} has no option “${name}”${known ? `; its options are ${known}` : '; it has none'}.`,
      );
    }
    if (option.ofCorrections && given.has('original')) {
      throw given.wrong(`--option ${name} says something of corrections, and the original text has none.`);
    }
    const value = at < 0 && option.kind === 'flag' ? 'yes' : text.slice(at + 1);
    const allowed = option.kind === 'flag' ? ['yes', 'no'] : option.choices.map(choice => choice.value);
    if (at === 0 || (at < 0 && option.kind !== 'flag') || !allowed.includes(value)) {
      throw given.wrong(`--option ${name} is one of ${allowed.join(', ')}.`);
    }
    return [name, value] as const;
  });
  return Object.fromEntries(entries);
}

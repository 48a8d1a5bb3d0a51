import { basename } from 'node:path';
import { ANNOTATIONS_LIMIT, readFile } from '../electron/files/readFile';
import { IMPORT_FORMATS, importFormatOf } from '../shared/imports';
import type {
  ImportedDocument,
  ImportFile,
  ImportFormat,
  ImportReading,
} from '../shared/imports/importFormat';
import { inUtf8 } from '../shared/imports/inUtf8';
import { recognisedFormat } from '../shared/imports/recognise';
import type { Given } from './command';
import { Failure, fileFailure } from './failure';
import { progressFor } from './progress';
import { tell } from './streams';

export type ReadImport = Extract<ImportReading, { kind: 'read' }> & { readonly format: ImportFormat };

/** Reads the files of an import in the format given or recognised (which is said); a `Failure` where they are not sound. */
export async function readImport(given: Given, paths: readonly string[]): Promise<ReadImport> {
  const id = given.oneOf(
    'from',
    IMPORT_FORMATS.map(format => format.id),
  );
  const files: ImportFile[] = [];
  for (const path of paths) {
    const file = await readFile(path, ANNOTATIONS_LIMIT);
    if (file.kind === 'failed') throw fileFailure(file.error, path);
    files.push({ name: basename(path), bytes: inUtf8(file.bytes) });
  }
  const format = id === undefined ? recognisedFormat(files) : importFormatOf(id);
  const [name = ''] = paths;
  if (!format) {
    throw new Failure({
      en: `Could not tell which format “${name}” is in. Name it with --from.`,
      zh: `无法辨认“${name}”的格式。请用 --from 指定。`,
    });
  }
  if (id === undefined) {
    await tell(
      given.locale === 'zh' ? `${name}：按${format.name.zh}读取。` : `${name}: read as ${format.name.en}.`,
    );
  }
  const progress = progressFor(name, 1);
  const reading = format.read(files);
  for (;;) {
    const step = reading.next();
    if (!step.done) {
      await progress.at(step.value);
      continue;
    }
    await progress.end();
    if (step.value.kind === 'failed')
      throw fileFailure(step.value.error, pathOf(paths, step.value.error.file));
    return { ...step.value, format };
  }
}

/** An error names the file without its folder. */
function pathOf(paths: readonly string[], name: string): string {
  return paths.find(path => basename(path) === name) ?? name;
}

/** The documents asked for with `--document`: by name, by number from 1, or all. */
export function chosenDocuments(given: Given, { documents }: ReadImport): readonly ImportedDocument[] {
  const wanted = given.text('document');
  if (wanted === undefined) return documents;
  const found = documents.find(({ name }) => name === wanted) ?? documents[Number(wanted) - 1];
  if (found) return [found];
  const names = documents.slice(0, 8).map(({ name }) => `“${name}”`);
  throw given.wrong(
    `there is no document “${wanted}”; the file holds ${documents.length}: ${names.join(', ')}${documents.length > 8 ? ' …' : ''}.`,
  );
}

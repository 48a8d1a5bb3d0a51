import { basename, join } from 'node:path';
import { statOrNull } from '../electron/files/sameFile';
import type { ExportFormat } from '../shared/exports';
import type { Given } from './command';

/**
 * Where each input's export goes, by its first file; undefined for standard output. Of several inputs `-o` names a
 * folder that is there, and each goes under its own name.
 */
export async function exportPlaces(
  given: Given,
  inputs: readonly string[],
  { id, files }: ExportFormat,
): Promise<readonly (string | undefined)[]> {
  const output = given.text('output');
  const folder = output !== undefined && ((await statOrNull(output))?.isDirectory() ?? false);
  if (output === undefined) {
    if (files.length > 1)
      throw given.wrong(`${id} consists of ${files.length} files: name the first with -o.`);
    if (inputs.length > 1) throw given.wrong('several files: name a folder for what is written with -o.');
    if (given.has('json'))
      throw given.wrong('--json needs -o, for the export itself goes to standard output.');
    return [undefined];
  }
  if (!folder) {
    if (inputs.length > 1) throw given.wrong(`several files: -o names a folder, and “${output}” is none.`);
    return [output];
  }
  const names = inputs.map(input => basename(input).replace(/\.kanwu\.json$|\.json$/i, ''));
  const twice = names.find((name, n) => names.indexOf(name) < n);
  if (twice !== undefined)
    throw given.wrong(`two files would be written as “${twice}${files[0]?.extension}”.`);
  return names.map(name => join(output, `${name}${files[0]?.extension ?? ''}`));
}

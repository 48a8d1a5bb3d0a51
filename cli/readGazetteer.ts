import { readGazetteerFile } from '../electron/files/readGazetteer';
import { otherNames } from '../shared/gazetteers/otherNames';
import type { KnownNames } from '../shared/suggesters';
import { fileFailure } from './failure';

/** The names of a gazetteer, to be suggested; a `Failure` that names file and line where it can't be read. */
export async function readGazetteer(path: string): Promise<KnownNames> {
  const read = await readGazetteerFile(path);
  if (read.kind === 'failed') throw fileFailure(read.error, path);
  return otherNames('[]', [JSON.stringify(read.gazetteer)]);
}

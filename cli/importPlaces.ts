import { refuseToReplaceWork } from './otherWork';
import { refuseToOverwrite } from './writeOutput';

/**
 * Where each document made by an import goes: one to `output`, several to numbered files beside it. Fails where a place
 * is an input, or holds somebody's work.
 */
export async function importPlaces(
  output: string,
  count: number,
  inputs: readonly string[],
): Promise<readonly string[]> {
  const stem = output.replace(/\.kanwu\.json$|\.json$/i, '');
  const width = String(count).length;
  const places =
    count === 1
      ? [output]
      : Array.from({ length: count }, (_, n) => `${stem}-${String(n + 1).padStart(width, '0')}.kanwu.json`);
  for (const place of places) {
    await refuseToOverwrite(place, inputs);
    await refuseToReplaceWork(place, '-o');
  }
  return places;
}

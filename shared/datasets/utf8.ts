import { textSlices } from '../document/textSlices';
import type { ExportPart } from '../exports/exportFormat';
import type { Losses } from '../exports/losses';
import type { PartBuffer } from '../exports/partBuffer';

/** Code units of text handled at a time: about a millisecond. */
const SLICE = 65_536;

const LONE = /\p{Surrogate}/gu;

/** The text as UTF-8 can hold it: halves of surrogate pairs become U+FFFD, unit for unit, and are counted. */
export function writable(text: string, losses: Losses): string {
  if (!/\p{Surrogate}/u.test(text)) return text;
  return text.replace(LONE, () => {
    losses.add('surrogates');
    return '\ufffd';
  });
}

/** A large text in parts of a file, as `writable`. Never cuts a surrogate pair. */
export function* textParts(text: string, file: number, losses: Losses): Generator<ExportPart, void> {
  for (const slice of textSlices(text, SLICE)) yield { file, data: writable(slice, losses) };
}

/** Adds a text of any length as a JSON string. JSON escapes lone surrogates, so nothing is lost. */
export function* addJsonString(out: PartBuffer, text: string): Generator<ExportPart, void> {
  if (text.length <= SLICE) {
    out.add(JSON.stringify(text));
    return;
  }
  out.add('"');
  for (const slice of textSlices(text, SLICE)) {
    out.add(JSON.stringify(slice).slice(1, -1));
    yield* out.ready();
  }
  out.add('"');
}

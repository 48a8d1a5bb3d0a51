import type { Patch } from '../../shared/document/change';
import type { Spot } from '../../shared/document/document';
import { originOf } from '../../shared/edits/context';
import { type Replacement, replaceMatches } from '../../shared/edits/replaceMatches';
import type { Match } from '../../shared/search/match';
import { replacementText } from '../../shared/search/matchText';
import type { SearchPattern } from '../../shared/search/searchPattern';
import { pause } from '../app/timeSlices';
import { caretAt } from '../editor/modelSelection';
import type { TextView } from '../editor/textView';
import type { EditingSession } from '../session/session';

/** Milliseconds of work between two pauses. */
const SLICE = 8;

function replacementOf(
  { index, start, end, block }: Match,
  pattern: SearchPattern,
  template: string,
): Replacement {
  return { index, start, end, text: replacementText(pattern, template, block.body.text, { start, end }) };
}

/** Replaces one match; the caret goes behind what stands there now, and is returned. */
export function replaceOne(
  session: EditingSession,
  match: Match,
  pattern: SearchPattern,
  template: string,
): Spot {
  const replacement = replacementOf(match, pattern, template);
  const context = session.context();
  const change = replaceMatches(session.document, [replacement], originOf(context, 'edit'), context);
  const [patch] = change.patches;
  // A replacement with line breaks parts the block; the caret then stands in the last part.
  const added = (patch?.after.length ?? 1) - 1;
  const rest = match.block.body.text.length - match.end;
  const last = patch?.after[added];
  const offset =
    added > 0 && last ? Math.max(0, last.body.text.length - rest) : match.start + replacement.text.length;
  const caret: Spot = { index: match.index + added, offset };
  session.edit('edit.replace', change, { selection: caretAt(caret) });
  return caret;
}

/**
 * Replaces matches that lie within one block each (in document order) as one step. Many are worked out in slices of
 * time and made at once at the end; false where the text has changed in between, and then nothing is replaced.
 */
export async function replaceEvery(
  session: EditingSession,
  matches: readonly Match[],
  pattern: SearchPattern,
  template: string,
): Promise<boolean> {
  const { document } = session;
  const context = session.context();
  const origin = originOf(context, 'edit');
  const patches: Patch[] = [];
  let slice = performance.now();
  for (let n = 0; n < matches.length; ) {
    const list: Replacement[] = [];
    const index = matches[n]?.index;
    for (let match = matches[n]; match && match.index === index; match = matches[++n]) {
      list.push(replacementOf(match, pattern, template));
    }
    patches.push(...replaceMatches(document, list, origin, context).patches);
    if (performance.now() - slice < SLICE) continue;
    await pause();
    if (session.document !== document) return false;
    slice = performance.now();
  }
  session.edit('edit.replaceAll', { patches, decisions: [] });
  return true;
}

/** After many replacements the caret stays in its block, at most at the end of what is left of it; nothing scrolls. */
export function keepSelectionSound(session: EditingSession, view: TextView | null): void {
  const { selection } = session.getState();
  if (!selection) return;
  const { blocks } = session.document;
  const sound = ({ index, offset }: Spot): Spot => {
    const at = Math.min(index, blocks.length - 1);
    return { index: at, offset: Math.min(offset, blocks[at]?.body.text.length ?? 0) };
  };
  view?.select({ anchor: sound(selection.anchor), focus: sound(selection.focus) });
}

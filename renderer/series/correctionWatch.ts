import type { Block } from '../../shared/document/block';
import type { Change, DecisionPatch } from '../../shared/document/change';
import type { FindingKind } from '../../shared/findings/finding';
import type { Correction } from '../../shared/search/wrongForm';
import { textDiff } from '../editor/textDiff';
import type { EditingSession, SessionEvent } from '../session/session';

/** Findings whose acceptance corrects a word. */
const OF_WORDS: ReadonlySet<FindingKind> = new Set(['lookalike', 'stutter', 'space', 'width']);

/** Edits in one place, one after another: Backspace and what is typed instead are one correction. */
interface Place {
  readonly before: Block;
  readonly after: Block;
  /** What of `after` is new. */
  readonly from: number;
  readonly to: number;
}

/** Gathers what the editor corrects, by typing or by accepting a finding, until it is asked for. */
export class CorrectionWatch {
  private place: Place | null = null;
  private finished: Place[] = [];
  private readonly session: EditingSession;

  constructor(session: EditingSession) {
    this.session = session;
  }

  /** Takes note of a change; whether it goes on with the correction last noted. */
  note(event: SessionEvent): 'new' | 'goesOn' | 'none' {
    if (event.from === 'history') {
      this.place = null;
      this.finished = [];
      return 'none';
    }
    const [change] = event.changes;
    const edit = change && this.blockEdit(event.from, change);
    if (!edit) {
      this.finish();
      return 'none';
    }
    const focus = this.session.getState().selection?.focus;
    const caret = event.from === 'typing' && focus?.index === edit.index ? focus.offset : null;
    const diff = textDiff(edit.before.body.text, edit.after.body.text, caret);
    if (!diff) return 'none';
    const grown = diff.inserted.length - (diff.to - diff.from);
    const { place } = this;
    if (place?.after === edit.before && diff.from <= place.to && diff.to >= place.from) {
      this.place = {
        before: place.before,
        after: edit.after,
        from: Math.min(place.from, diff.from),
        to: Math.max(place.to, diff.to) + grown,
      };
      return 'goesOn';
    }
    this.finish();
    this.place = { ...edit, from: diff.from, to: diff.to + grown };
    return 'new';
  }

  /**
   * The corrections noted since the last call. A last one that only took something out is told and kept as well, for
   * what is to stand there instead may still be typed.
   */
  take(): readonly Correction[] {
    const { place } = this;
    this.finish();
    const corrections = this.finished.flatMap(({ before, after }) => correctionOf(before, after) ?? []);
    this.finished = [];
    if (place && corrections[corrections.length - 1]?.inserted === '') this.place = place;
    return corrections;
  }

  private finish(): void {
    if (this.place) this.finished.push(this.place);
    this.place = null;
  }

  /** The one block whose text a change corrected, null for any other change. */
  private blockEdit(from: SessionEvent['from'], { patches, decisions }: Change) {
    const [patch] = patches;
    const before = patch?.before[0];
    const after = patch?.after[0];
    if (patches.length !== 1 || patch?.before.length !== 1 || patch.after.length !== 1) return null;
    if (!before || !after || before.id !== after.id) return null;
    if (from !== 'typing' && !this.acceptsWord(decisions)) return null;
    return { before, after, index: patch.at };
  }

  private acceptsWord([decision]: readonly DecisionPatch[]): boolean {
    const after = decision?.after;
    return after?.answer === 'accepted' && after.kind !== 'suggestion' && OF_WORDS.has(after.kind);
  }
}

function correctionOf(before: Block, after: Block): Correction | null {
  const diff = textDiff(before.body.text, after.body.text, null);
  return diff && { before: before.body.text, ...diff };
}

import { EditingSession, type SessionBefore } from '../../renderer/session/session';
import { carryOver } from '../../shared/anchoring/carryOver';
import { readAnnotations } from '../../shared/annotation/readAnnotations';
import { annotationFileParts } from '../../shared/annotation/writeAnnotations';
import { corrections, SourceMap } from '../../shared/document/corrections';
import {
  blockAt,
  documentPieces,
  type KanwuDocument,
  outOfPair,
  type Spot,
} from '../../shared/document/document';
import { type IdSource, idSource } from '../../shared/document/ids';
import { openSource } from '../../shared/document/parse';
import type { Source } from '../../shared/document/source';
import { encodeStep } from '../../shared/journal/encodeStep';
import { replayRecords } from '../../shared/journal/replayRecords';
import { drained } from '../../shared/steps/drained';
import { type RandomNumbers, randomNumbers } from './randomNumbers';
import { Reference, type Splice, textStarts } from './reference';

interface Opened {
  readonly document: KanwuDocument;
  readonly ids: IdSource;
}

const EXTRAS = { generator: 'torture', saved: '2026-01-01T00:00:00.000Z' };

/**
 * A session under torture with the reference beside it: places to work at, and what happens to a session as a whole,
 * saving, crashing and a source that changed.
 */
export abstract class TorturedSession {
  session: EditingSession;
  readonly reference: Reference;
  protected readonly random: RandomNumbers;
  /** Opens anew what the session began with, as a program that was started again does. */
  protected open: () => Opened;
  /** The journal since then. */
  protected journal: string[] = [];

  constructor(text: string, seed: number) {
    this.random = randomNumbers(seed);
    const source: Source = {
      name: 'page.txt',
      text,
      encoding: 'utf-8',
      bom: false,
      newline: '\n',
      sha256: '0'.repeat(64),
    };
    this.open = () => {
      const ids = idSource();
      return { document: openSource(source, ids), ids };
    };
    this.session = this.begun();
    this.reference = new Reference(this.session.document);
  }

  /** A session on what `open` opens, with an empty journal; or going on from where a journal led. */
  protected begun(before: SessionBefore | null = null, highest = 0): EditingSession {
    const { document, ids } = this.open();
    const session = new EditingSession(document, ids, 'editor', before);
    if (before) session.skipIds(idSource(highest + 1));
    else this.journal = [];
    session.onChange(({ move }) => {
      if (move.kind === 'step') this.journal.push(...encodeStep(move.step, move.coalesce));
      else this.journal.push(JSON.stringify({ t: move.kind }));
    });
    return session;
  }

  /** A spot anywhere, or just beside a mention's edge, where the rules are. */
  protected spot(): Spot {
    const { document } = this.session;
    const index = this.random.below(document.blocks.length);
    const { body, mentions } = blockAt(document, index);
    const mention = this.random.next() < 0.5 ? mentions[this.random.below(mentions.length || 1)] : undefined;
    const offset = mention
      ? this.random.pick([mention.start, mention.end, mention.start + 1])
      : this.random.below(body.text.length + 1);
    return { index, offset: outOfPair(body.text, Math.min(offset, body.text.length)) };
  }

  protected near({ index, offset }: Spot, reach: number): Spot {
    const { text } = blockAt(this.session.document, index).body;
    return { index, offset: outOfPair(text, Math.min(text.length, offset + this.random.below(reach))) };
  }

  protected flat({ index, offset }: Spot): number {
    return (textStarts(this.session.document)[index] ?? 0) + offset;
  }

  /** The splices that replacing the text from one spot to a later one comes to. */
  protected splices(from: Spot, to: Spot, text: string): Splice[] {
    const { document } = this.session;
    if (from.index === to.index || from.offset > 0 || text !== '') {
      return [{ from: this.flat(from), to: this.flat(to), text }];
    }
    // From the very start of a block to within another: the first goes with its markup, the last keeps its own.
    const first = this.flat(from) - blockAt(document, from.index).marker.text.length;
    const last = this.flat({ index: to.index, offset: 0 });
    const marker = blockAt(document, to.index).marker.text.length;
    return [
      { from: first, to: last - marker, text: '' },
      { from: last, to: this.flat(to), text: '' },
    ].filter(({ from: a, to: b }) => a < b);
  }

  protected edit(
    label: string,
    change: Parameters<EditingSession['edit']>[1],
    list: readonly Splice[],
  ): void {
    const before = this.session.getState().history;
    this.reference.remember();
    this.reference.splice(list);
    this.session.edit(label, change, { from: 'typing' });
    if (this.session.getState().history === before) this.reference.forget();
  }

  undo(): void {
    if (!this.reference.canUndo) return;
    this.reference.undo();
    this.session.undo();
  }

  redo(): void {
    if (!this.reference.canRedo) return;
    this.reference.redo();
    this.session.redo();
  }

  /** Saved, closed, and opened again from the file: the text, the corrections and the mentions are all there. */
  saveAndReopen(): void {
    const { document } = this.session;
    this.openFrom([...annotationFileParts(document, EXTRAS)].join(''));
    const read = this.session.document;
    const same = JSON.stringify(corrections(document)) === JSON.stringify(corrections(read));
    if (!same) throw new Error('the corrections read back are others');
  }

  /** The program ends at once and is started again: the journal leads to the same text, with the same undo and redo. */
  crash(): void {
    const { replay, fault } = drained(replayRecords(this.open().document, this.journal));
    if (fault !== null) throw new Error(`the journal does not fit: ${fault}`);
    this.session = this.begun(replay.state(), replay.highest);
  }

  /** Another program puts a line into the source: what was done is carried over to it. */
  externalChange(): void {
    const { document } = this.session;
    const { source } = document;
    const at = this.keptLineStart(document);
    if (at === null) return;
    const line = `又一行${this.random.below(1e9)}。\n`;
    const text = source.text.slice(0, at) + line + source.text.slice(at);
    const working = new SourceMap(document).toWorking(at);
    const ids = idSource(100_000_000 + this.random.below(1e9));
    const { document: carried, report } = drained(carryOver(document, { ...source, text }, ids));
    if (report.mentions.orphans > document.orphans.length || report.corrections.lost.length > 0) {
      throw new Error(`carrying over lost ${JSON.stringify(report)}`);
    }
    this.reference.splice([{ from: working, to: working, text: line }]);
    this.openFrom([...annotationFileParts(carried, EXTRAS)].join(''));
  }

  /** Goes on from an annotation file, without history. */
  private openFrom(file: string): void {
    this.open = () => {
      const reading = readAnnotations(file, 'page.kanwu.json');
      if (reading.kind === 'failed') throw new Error(reading.error.message.en);
      return reading;
    };
    this.session = this.begun();
    this.reference.reopened();
  }

  /** Where a line of the source begins in the middle of what was kept; null where no line does. */
  private keptLineStart(document: KanwuDocument): number | null {
    const starts: number[] = [];
    for (const piece of documentPieces(document)) {
      if (piece.text !== undefined) continue;
      const kept = document.source.text.slice(piece.from, piece.to);
      for (let n = kept.indexOf('\n'); n >= 0; n = kept.indexOf('\n', n + 1)) {
        if (n > 0 && n + 2 < kept.length && kept[n + 1] !== '\n') starts.push(piece.from + n + 1);
      }
    }
    return starts.length === 0 ? null : this.random.pick(starts);
  }
}

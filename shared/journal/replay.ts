import type { Block } from '../document/block';
import { applyChange, type Change, isNoChange } from '../document/change';
import type { KanwuDocument } from '../document/document';
import {
  depthOf,
  EMPTY_HISTORY,
  type History,
  record,
  redo,
  type Selection,
  type Step,
  undo,
} from '../document/history';
import type { Origin } from '../document/piece';
import { EMPTY_RUN } from '../document/run';
import { decodeBlock, decodeRun } from './blockCode';
import { decodeChange } from './decodeStep';
import { textLength } from './encodeStep';
import { applyPatchesTo } from './patchInPlace';
import { decodeSelection, type JournalRecord, type PatchCode } from './record';

/** A state of the document as a journal comes by it. */
export interface ReplayedState {
  readonly document: KanwuDocument;
  readonly history: History;
  readonly selection: Selection | null;
  /** How many steps, undos and redos led to it; typing that joined the step before does not count. */
  readonly moves: number;
}

type StepRecord = Extract<JournalRecord, { t: 'step' }>;

/**
 * Replays a journal's records one by one on the document it began with. `take` throws where a record does not fit;
 * what was taken before stands. The array of blocks is edited in place, so that a step costs what it changes; a
 * state asked for is a copy, O(blocks).
 */
export class Replay {
  /** The document but for its blocks, which are in `blocks`. */
  private rest: KanwuDocument;
  private blocks: Block[];
  private history: History = EMPTY_HISTORY;
  private selection: Selection | null = null;
  private moves = 0;
  private parts: { readonly c: number; readonly p: readonly PatchCode[] }[] = [];
  private origins: Origin[] = [];
  private snapshot: Block[] = [];
  private highestId = 0;
  private readonly marks = new Map<number, ReplayedState>();
  private readonly byHash = new Map<string, ReplayedState>();
  private lastSaved: ReplayedState;

  constructor(base: KanwuDocument) {
    this.rest = { ...base, blocks: [] };
    this.blocks = [...base.blocks];
    this.lastSaved = this.state();
  }

  /** Takes the next record. Those about which only main cares change nothing. */
  take(next: JournalRecord): void {
    switch (next.t) {
      case 'base':
        if (next.blocks !== this.blocks.length || next.length !== textLength(this.blocks)) {
          throw new Error('The text is not parted into blocks as it was when the journal was begun.');
        }
        if (next.tagset) {
          this.rest = { ...this.rest, tagset: next.tagset };
          this.lastSaved = this.state();
        }
        return;
      case 'part':
        this.parts.push({ c: next.c, p: next.p });
        for (const origin of next.o) this.origins.push(origin);
        return;
      case 'step':
        this.step(next);
        return;
      case 'undo':
        this.travel(undo(this.history), step => step.before);
        return;
      case 'redo':
        this.travel(redo(this.history), step => step.after);
        return;
      case 'mark':
        this.marks.set(next.n, this.state());
        return;
      case 'saving':
        this.savedAt(next.hash, this.marks.get(next.n));
        return;
      case 'saved':
        this.lastSaved = this.byHash.get(next.hash) ?? this.lastSaved;
        return;
      case 'savedAs':
        this.savedAs(next);
        return;
      case 'dropped':
        this.goTo(this.lastSaved);
        return;
      case 'blocks':
        for (const code of next.b) this.snapshot.push(this.seen(decodeBlock(code, [], next.o, this.text)));
        return;
      case 'snapshot':
        this.begin(next);
        return;
      case 'clean':
      case 'aside':
        return;
    }
  }

  /** Where the records taken so far lead. */
  state(): ReplayedState {
    return {
      document: { ...this.rest, blocks: [...this.blocks] },
      history: this.history,
      selection: this.selection,
      moves: this.moves,
    };
  }

  /** The state whose annotation file has this hash; undefined where the journal knows of none. */
  savedWith(hash: string): ReplayedState | undefined {
    return this.byHash.get(hash);
  }

  /** The state last saved, else the one the journal began with. */
  get saved(): ReplayedState {
    return this.lastSaved;
  }

  /** Ids up to this number were used by the blocks and mentions that came by. */
  get highest(): number {
    return this.highestId;
  }

  private get text(): string {
    return this.rest.source.text;
  }

  private step({ label, at, b, a, j, o, changes }: StepRecord): void {
    const depth = depthOf(this.history);
    const step: Step = {
      label,
      changes: this.changesOf(changes, o),
      before: decodeSelection(b),
      after: decodeSelection(a),
      at,
    };
    this.history = record(this.history, step, j === 1);
    this.selection = step.after;
    if (depthOf(this.history) !== depth) this.moves++;
  }

  /** Decodes and applies changes one after another, for each is made for what the one before left. */
  private changesOf(codes: StepRecord['changes'], o: readonly Origin[]): readonly Change[] {
    const origins = [...this.origins, ...o];
    const parts = this.parts;
    this.parts = [];
    this.origins = [];
    return codes.map((code, c) => {
      const early = parts.filter(part => part.c === c).flatMap(part => part.p);
      const change = decodeChange({ ...this.rest, blocks: this.blocks }, code, early, origins);
      for (const { after } of change.patches) for (const block of after) this.seen(block);
      for (const { id } of change.entities ?? []) this.count(id);
      for (const { id } of change.orphans?.after ?? []) this.count(id);
      this.apply(change);
      return change;
    });
  }

  private apply(change: Change): void {
    this.blocks = applyPatchesTo(this.blocks, change.patches);
    this.rest = applyChange(this.rest, { ...change, patches: [] });
  }

  private travel(move: ReturnType<typeof undo>, selectionOf: (step: Step) => Selection | null): void {
    if (!move) throw new Error('The journal undoes or redoes what is not there.');
    for (const change of move.changes) this.apply(change);
    this.history = move.history;
    this.selection = selectionOf(move.step);
    this.moves++;
  }

  private savedAt(hash: string, state: ReplayedState | undefined): void {
    if (state) this.byHash.set(hash, state);
  }

  /** The way to the saved state is no work of the editor's: it is gone there and back. */
  private savedAs({ hash, unsaved, o, changes }: Extract<JournalRecord, { t: 'savedAs' }>): void {
    const here = this.state();
    const way = this.changesOf(changes, o);
    // The history leads to the state here, not to the saved one, unless they are the same.
    const history = way.every(isNoChange) ? here.history : EMPTY_HISTORY;
    this.lastSaved = { ...this.state(), history, moves: here.moves - unsaved };
    if (hash !== null) this.byHash.set(hash, this.lastSaved);
    this.goTo(here);
  }

  private goTo({ document, history, selection, moves }: ReplayedState): void {
    this.rest = { ...document, blocks: [] };
    this.blocks = [...document.blocks];
    this.history = history;
    this.selection = selection;
    this.moves = moves;
  }

  private begin(snapshot: Extract<JournalRecord, { t: 'snapshot' }>): void {
    const { source } = this.rest;
    const { o, lead, decisions, entities, tagset, issueDate, orphans = this.rest.orphans } = snapshot;
    this.rest = {
      source,
      lead: decodeRun(lead, EMPTY_RUN, o, source.text),
      blocks: [],
      decisions: new Map(decisions),
      entities: new Map(entities),
      tagset,
      issueDate,
      orphans,
    };
    for (const [id] of entities) this.count(id);
    for (const { id } of orphans) this.count(id);
    this.blocks = this.snapshot;
    this.snapshot = [];
    this.lastSaved = this.state();
  }

  private seen(block: Block): Block {
    this.count(block.id);
    for (const { id } of block.mentions) this.count(id);
    return block;
  }

  private count(id: string): void {
    const number = Number(id.slice(1));
    if (number > this.highestId) this.highestId = number;
  }
}

import { applyChange, type Change, isNoChange } from '../../shared/document/change';
import type { KanwuDocument } from '../../shared/document/document';
import {
  EMPTY_HISTORY,
  type History,
  record,
  redo,
  type Selection,
  type Step,
  sameSelection,
  undo,
} from '../../shared/document/history';
import { type IdSource, idSource } from '../../shared/document/ids';
import type { EditContext } from '../../shared/edits/context';
import { changeBetween } from '../../shared/journal/changeBetween';

/** What is open, as the document's views see it. A new value at every change, so that React can compare. */
export interface SessionState {
  readonly document: KanwuDocument;
  readonly history: History;
  /** Where the caret or selection is in the model, also when it is scrolled out of sight. */
  readonly selection: Selection | null;
  /** True while the document differs from what was last saved. */
  readonly edited: boolean;
}

/** One change as views are told of it: `changes` lead from `before` to `after`. */
export interface SessionEvent {
  readonly before: KanwuDocument;
  readonly after: KanwuDocument;
  readonly changes: readonly Change[];
  /** The selection to show, where the change calls for one; null leaves it to the view. */
  readonly selection: Selection | null;
  /** Who made it: the text view that shows it already, or anyone else. */
  readonly from: 'typing' | 'command' | 'history';
  /** The same as the history sees it, for the journal. */
  readonly move: SessionMove;
}

/** What becomes of the history: a step, which may have joined the one before, or a way along it. */
export type SessionMove =
  | { readonly kind: 'step'; readonly step: Step; readonly coalesce: boolean }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

/** Where a session goes on that a journal brought back. */
export interface SessionBefore {
  readonly document: KanwuDocument;
  readonly history: History;
  readonly selection: Selection | null;
}

export interface EditOptions {
  /** Selection to show (and to return to by redo) after the edit; absent leaves the present one. */
  readonly selection?: Selection;
  /** Typing joins the previous step where that was typing too, just before, at this place. */
  readonly coalesce?: boolean;
  readonly from?: 'typing' | 'command';
}

/**
 * One open document: its state, its history and who is told of changes. Everything that changes the document goes
 * through `edit`, `undo` and `redo`.
 */
export class EditingSession {
  private state: SessionState;
  private saved: KanwuDocument;
  private ids: IdSource;
  private who: string;
  private readonly stateListeners = new Set<() => void>();
  private readonly changeListeners = new Set<(event: SessionEvent) => void>();

  /** `document` is what is saved, `before` what was done to it or led to it when it was open last. */
  constructor(document: KanwuDocument, ids: IdSource, who: string, before: SessionBefore | null = null) {
    this.state = before
      ? { ...before, edited: !sameContent(before.document, document) }
      : { document, history: EMPTY_HISTORY, selection: null, edited: false };
    this.saved = document;
    this.ids = ids;
    this.who = who;
  }

  getState = (): SessionState => this.state;

  get document(): KanwuDocument {
    return this.state.document;
  }

  /** What was last saved, or opened. */
  get savedDocument(): KanwuDocument {
    return this.saved;
  }

  /** For `useSyncExternalStore`: called after every change of the state. */
  subscribe = (listener: () => void): (() => void) => {
    this.stateListeners.add(listener);
    return () => this.stateListeners.delete(listener);
  };

  /** Called synchronously with every change of the document, before the state listeners. */
  onChange(listener: (event: SessionEvent) => void): () => void {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  /** Ids of this source are in the document from now on: the session's own go on after them. */
  skipIds(other: IdSource): void {
    const next = (ids: IdSource) => Number(ids.next('b').slice(1));
    this.ids = idSource(Math.max(next(this.ids), next(other)));
  }

  setAuthor(who: string): void {
    this.who = who;
  }

  context(): EditContext {
    return { ids: this.ids, who: this.who, now: () => new Date().toISOString() };
  }

  /** Applies a change as one step of the history (or part of the last, see `EditOptions`). */
  edit(label: string, change: Change, options: EditOptions = {}): void {
    if (isNoChange(change)) return;
    const before = this.state.document;
    const document = applyChange(before, change);
    const selection = options.selection ?? this.state.selection;
    const step = { label, changes: [change], before: this.state.selection, after: selection, at: Date.now() };
    this.state = {
      document,
      history: record(this.state.history, step, options.coalesce ?? false),
      selection,
      edited: document !== this.saved,
    };
    this.tell({
      before,
      after: document,
      changes: [change],
      selection: options.selection ?? null,
      from: options.from ?? 'command',
      move: { kind: 'step', step, coalesce: options.coalesce ?? false },
    });
  }

  /** Takes the document back to what was last saved, as one step that can be undone. */
  revertToSaved(): void {
    this.edit('revert', changeBetween(this.state.document, this.saved));
    this.state = { ...this.state, edited: !sameContent(this.state.document, this.saved) };
    for (const listener of this.stateListeners) listener();
  }

  undo(): void {
    this.travel('undo', undo(this.state.history), step => step.before);
  }

  redo(): void {
    this.travel('redo', redo(this.state.history), step => step.after);
  }

  private travel(
    kind: 'undo' | 'redo',
    move: ReturnType<typeof undo>,
    selectionOf: (step: NonNullable<ReturnType<typeof undo>>['step']) => Selection | null,
  ): void {
    if (!move) return;
    const before = this.state.document;
    const document = move.changes.reduce(applyChange, before);
    const selection = selectionOf(move.step);
    this.state = {
      document,
      history: move.history,
      selection,
      edited: !sameContent(document, this.saved),
    };
    this.tell({
      before,
      after: document,
      changes: move.changes,
      selection,
      from: 'history',
      move: { kind },
    });
  }

  /** The view reports where the caret is. No change of the document; views of it are told. */
  select(selection: Selection | null): void {
    if (sameSelection(selection, this.state.selection)) return;
    this.state = { ...this.state, selection };
    for (const listener of this.stateListeners) listener();
  }

  /** What is open is in no file yet, though nothing was done to it here. */
  markUnsaved(): void {
    this.saved = { ...this.state.document, blocks: [] };
    this.state = { ...this.state, edited: true };
    for (const listener of this.stateListeners) listener();
  }

  /** `document` is what was written: work done since then still counts as unsaved. */
  markSaved(document: KanwuDocument): void {
    this.saved = document;
    this.state = { ...this.state, edited: this.state.document !== document };
    for (const listener of this.stateListeners) listener();
  }

  private tell(event: SessionEvent): void {
    for (const listener of this.changeListeners) listener(event);
    for (const listener of this.stateListeners) listener();
  }
}

/** Undo and redo make another document of the very same blocks. O(blocks). */
function sameContent(a: KanwuDocument, b: KanwuDocument): boolean {
  return (
    a === b ||
    (a.lead === b.lead &&
      a.tagset === b.tagset &&
      a.issueDate === b.issueDate &&
      sameEntries(a.entities, b.entities) &&
      a.blocks.length === b.blocks.length &&
      a.orphans.length === b.orphans.length &&
      a.orphans.every((orphan, n) => orphan === b.orphans[n]) &&
      a.blocks.every((block, n) => block === b.blocks[n]) &&
      sameEntries(a.decisions, b.decisions))
  );
}

function sameEntries<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const [key, value] of a) if (b.get(key) !== value) return false;
  return true;
}

import type { Block } from '../../shared/document/block';
import { touchesText } from '../../shared/document/change';
import { indexOfBlock } from '../../shared/document/document';
import { DocumentHandOver } from '../detection/documentHandOver';
import type { EditingSession, SessionEvent } from '../session/session';
import { makeListNow, makeListSlowly } from './makeList';
import {
  followEdit,
  type KeptSuggestion,
  kept,
  OpenFilter,
  type SuggestionFilter,
  tagsTheSame,
} from './openSuggestions';
import type { FromSuggester, ToSuggester } from './protocol';
import {
  NO_SUGGESTIONS,
  type PlacedSuggestion,
  type SuggestionList,
  withoutDecided,
} from './suggestionGroups';
import { TaggedNames } from './taggedNames';
import { textPatch } from './textPatch';

/** What is suggested and still open, and how far the suggester has come. */
export interface SuggestionsState {
  readonly list: SuggestionList;
  /** 0–1; null while nothing has been asked for. */
  readonly progress: number | null;
  /** The suggestion the editor is at; null before the first. */
  readonly current: KeptSuggestion | null;
  /** Goes up with whatever may be painted otherwise. */
  readonly version: number;
}

/** Suggestions from which on the list waits for a pause in typing, for it takes some 20 ms to make. */
const MANY = 5000;
const QUIET = 250;
/** Blocks from which on it waits as well: making it looks at every one, 4 ms of a keystroke at 24,000. */
const MANY_BLOCKS = 1000;
/** Blocks changed at once of which the list is put right within the change: for more it is made anew, in slices. */
const MOST_AT_ONCE = 500;

let generations = 0;

/**
 * Holds what is suggested for one session's document. The suggester is asked only after `begin`; it then gets every
 * change. What a change makes stale goes at once, and what stands beside it moves along.
 */
export class SuggestionsStore {
  private state: SuggestionsState = { list: NO_SUGGESTIONS, progress: null, current: null, version: 0 };
  private readonly byBlock = new Map<string, readonly KeptSuggestion[]>();
  private readonly open = new OpenFilter();
  private readonly listeners = new Set<() => void>();
  private readonly generation = ++generations;
  private readonly session: EditingSession;
  private readonly asked: () => Worker;
  private worker: Worker | null = null;
  private handOver: DocumentHandOver<ToSuggester> | null = null;
  private names: TaggedNames | null = null;
  private readonly stop: () => void;
  /** Counts makings of the list: one that was overtaken stops. */
  private making = 0;
  private readonly keys = new Map<string, string>();
  private frame = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `worker` is made when it is first needed. */
  constructor(session: EditingSession, worker: () => Worker, filter: SuggestionFilter) {
    this.session = session;
    this.asked = worker;
    this.open.set(filter);
    this.stop = session.onChange(this.onChange);
  }

  getState = (): SuggestionsState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get hasBegun(): boolean {
    return this.worker !== null;
  }

  /** Asks for suggestions, those around the block `near` first. Once only. */
  begin(near: number): void {
    if (this.worker) return;
    const worker = this.asked();
    this.worker = worker;
    worker.addEventListener('message', this.onMessage);
    const { generation } = this;
    const { blocks } = this.session.document;
    const least = this.open.filter.minimum;
    const post = (message: ToSuggester) => worker.postMessage(message);
    const opening: ToSuggester = { type: 'open', generation, near, least };
    this.handOver = new DocumentHandOver<ToSuggester>(post, generation, blocks, opening);
    this.names = new TaggedNames(this.session, names => this.send({ type: 'names', generation, ...names }));
    this.names.tell();
    this.update({ progress: 0 });
  }

  /** Takes everything back, for suggestions were turned off. */
  end(): void {
    if (!this.worker) return;
    this.close(this.worker);
    this.worker = null;
    this.names?.dispose();
    this.names = null;
    this.byBlock.clear();
    this.keys.clear();
    this.refresh();
    this.update({ progress: null });
  }

  dispose(): void {
    this.stop();
    this.names?.dispose();
    cancelAnimationFrame(this.frame);
    clearTimeout(this.timer);
    this.making++;
    if (this.worker) this.close(this.worker);
  }

  private close(worker: Worker): void {
    worker.removeEventListener('message', this.onMessage);
    this.handOver?.stop();
    this.handOver = null;
    const message: ToSuggester = { type: 'close' };
    worker.postMessage(message);
  }

  /** `settled`: what is less sure than before is asked for as well; a slider that still moves only hides. */
  setFilter(filter: SuggestionFilter, settled: boolean): void {
    this.open.set(filter);
    if (this.isLong()) this.refreshSoon();
    else this.refresh();
    if (settled) this.send({ type: 'least', generation: this.generation, least: filter.minimum });
  }

  setCurrent(current: KeptSuggestion | null): void {
    if (this.state.current !== current) this.update({ current });
  }

  /** The open suggestions of a block of the document as it is, in order. */
  openOf = (block: Block): readonly KeptSuggestion[] =>
    this.open.of(block, this.byBlock.get(block.id), this.session.document);

  /** Where a suggestion stands now; -1 where it is open no more. */
  indexOf(suggestion: KeptSuggestion, near: number): number {
    const index = indexOfBlock(this.session.document, suggestion.block, near);
    const block = this.session.document.blocks[index];
    return block && this.openOf(block).includes(suggestion) ? index : -1;
  }

  /** Makes the list as it is now, where that takes no time that could be felt. */
  settle(): void {
    if (!this.isLong()) this.refresh();
  }

  /** What is in the worker's hands may be far more than is listed yet. */
  private isLong(): boolean {
    return this.state.list.total > MANY || this.byBlock.size > MANY / 2;
  }

  /** Makes the list anew, at once. */
  refresh(): void {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.timer);
    this.frame = 0;
    this.timer = undefined;
    this.making++;
    this.take(makeListNow(this.session.document, this.openOf));
  }

  /** The same for a long list, pausing on the way; given up where the next one begins. */
  private async refreshSlowly(): Promise<void> {
    const run = ++this.making;
    const list = await makeListSlowly(this.session.document, this.openOf, () => run !== this.making);
    if (list) this.take(list);
  }

  private take(list: SuggestionList): void {
    const { current } = this.state;
    this.update({
      list: list.total === 0 ? NO_SUGGESTIONS : list,
      current: current && this.sameAs(current, list),
    });
  }

  /** Takes what was just decided off a long list; what came up instead waits for the next making. */
  private dropDecided(keys: ReadonlySet<string>): void {
    const isStillOpen = ({ suggestion, near }: PlacedSuggestion) => this.indexOf(suggestion, near) >= 0;
    this.take(withoutDecided(this.state.list, keys, isStillOpen));
  }

  private sameAs(current: KeptSuggestion, { groups }: SuggestionList): KeptSuggestion | null {
    const group = groups.find(({ key }) => key === current.key);
    return (
      group?.places.find(
        ({ suggestion }) => suggestion.block === current.block && suggestion.start === current.start,
      )?.suggestion ?? null
    );
  }

  private send(message: ToSuggester): void {
    this.handOver?.send(message);
  }

  private readonly onMessage = ({ data }: MessageEvent<FromSuggester>) => {
    if (data.type === 'failed' || data.generation !== this.generation) return;
    if (data.type === 'progress') {
      const { progress } = this.state;
      if (data.done === 1 || progress === null || Math.abs(data.done - progress) > 0.02) {
        this.update({ progress: data.done });
      }
      return;
    }
    for (const [id, suggestions] of data.blocks) {
      if (suggestions.length === 0) this.byBlock.delete(id);
      else
        this.byBlock.set(
          id,
          suggestions.map(one => kept(one, this.keys)),
        );
    }
    this.refreshSoon();
  };

  private readonly onChange = (event: SessionEvent) => {
    let decided = false;
    let blocks = 0;
    const touched = new Set<string>();
    for (const change of event.changes) {
      if (change.tagset || change.decisions.length > 0) decided = true;
      blocks += change.patches.length;
      const isText = touchesText(change);
      const patches = isText ? change.patches.flatMap(patch => textPatch(patch)) : [];
      if (patches.length > 0) this.send({ type: 'change', generation: this.generation, patches });
      for (const { fingerprint } of change.decisions) touched.add(fingerprint);
      if (!isText && blocks > MOST_AT_ONCE) continue;
      for (const { before, after } of change.patches) {
        // Whom a mention means is nothing to the suggestions.
        if (blocks <= MOST_AT_ONCE && (isText || !tagsTheSame(before, after))) {
          for (const { id } of before) for (const { key } of this.byBlock.get(id) ?? []) touched.add(key);
        }
        if (isText) followEdit(this.byBlock, before, after);
      }
    }
    if (decided) this.open.forget();
    const isMuch = blocks > MOST_AT_ONCE;
    if (this.isLong()) {
      if (event.from !== 'typing' && !isMuch) this.dropDecided(touched);
      this.refreshSoon();
    } else if (event.from === 'typing') this.followTyping();
    else if (this.byBlock.size > 0) {
      if (isMuch) this.refreshSlowly();
      else this.refresh();
    }
  };

  /** A key costs nothing where there is nothing to list. */
  private followTyping(): void {
    if (this.byBlock.size === 0 && this.state.list.total === 0) return;
    if (this.session.document.blocks.length > MANY_BLOCKS) this.refreshLater();
    else this.refreshSoon();
  }

  private refreshSoon(): void {
    if (this.isLong()) this.refreshLater();
    else if (this.frame === 0) this.frame = requestAnimationFrame(() => this.refresh());
  }

  /** When nothing has come for a while; what is painted need not wait for the list. */
  private refreshLater(): void {
    if (this.frame === 0) {
      this.frame = requestAnimationFrame(() => {
        this.frame = 0;
        this.update({});
      });
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.refreshSlowly();
    }, QUIET);
  }

  private update(change: Partial<Omit<SuggestionsState, 'version'>>): void {
    this.state = { ...this.state, ...change, version: this.state.version + 1 };
    for (const listener of this.listeners) listener();
  }
}

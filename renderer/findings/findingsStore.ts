import { type Block, toTextBlock } from '../../shared/document/block';
import { type Change, textPatches } from '../../shared/document/change';
import { indexOfBlock, type KanwuDocument } from '../../shared/document/document';
import { fingerprintOf, type PlacedFinding, placeAt } from '../../shared/edits/deciding';
import type { Finding, FindingKind } from '../../shared/findings/finding';
import { DocumentHandOver } from '../detection/documentHandOver';
import { BEGINNING, type FromWorker, type ToWorker } from '../detection/protocol';
import type { EditingSession, SessionEvent } from '../session/session';

/** The findings that are still open, in document order, and how far detection has come. */
export interface FindingsState {
  readonly open: readonly PlacedFinding[];
  /** Decided findings by answer, of the decisions of the document. */
  readonly decided: number;
  /** Share of the document looked at, 0–1. */
  readonly progress: number;
  /** The finding the editor is at; null before the first. */
  readonly current: Finding | null;
  readonly failure: string | null;
}

const NOTHING: FindingsState = { open: [], decided: 0, progress: 0, current: null, failure: null };

/** A finding in its place and what a decision on it is filed under, as long as its blocks are these. */
interface Known {
  readonly placed: PlacedFinding;
  readonly block: Block;
  readonly last: Block;
  readonly key: string;
}

let generations = 0;

/**
 * Holds what the detectors report on one session's document. Feeds the worker with every change and drops what a
 * change made stale at once, so that no finding is shown on text it does not describe.
 */
export class FindingsStore {
  private state = NOTHING;
  private readonly byBlock = new Map<string, readonly Finding[]>();
  /** Where each block with findings was last seen. */
  private readonly places = new Map<string, number>();
  private readonly known = new WeakMap<Finding, Known>();
  private readonly listeners = new Set<() => void>();
  private readonly generation = ++generations;
  private readonly session: EditingSession;
  private readonly worker: Worker;
  private minimum: number;
  private kinds: ReadonlySet<FindingKind> | null = null;
  private readonly stop: () => void;
  private refreshing = 0;
  private readonly handOver: DocumentHandOver<ToWorker>;
  private hasFound = false;

  constructor(session: EditingSession, worker: Worker, minimum: number) {
    this.session = session;
    this.worker = worker;
    this.minimum = minimum;
    worker.addEventListener('message', this.onMessage);
    const unsubscribe = session.onChange(this.onChange);
    this.stop = () => {
      worker.removeEventListener('message', this.onMessage);
      unsubscribe();
      cancelAnimationFrame(this.refreshing);
    };
    this.handOver = this.openInWorker(session.document.blocks);
  }

  getState = (): FindingsState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  dispose(): void {
    this.stop();
    this.handOver.stop();
    const message: ToWorker = { type: 'close' };
    this.worker.postMessage(message);
  }

  /** Findings below the minimum confidence, or of other kinds (null: any), are left out. */
  filter(minimum: number, kinds: ReadonlySet<FindingKind> | null): void {
    this.minimum = minimum;
    this.kinds = kinds;
    this.refresh();
  }

  setCurrent(current: Finding | null): void {
    if (this.state.current === current) return;
    this.update({ ...this.state, current });
  }

  private openInWorker(blocks: readonly Block[]): DocumentHandOver<ToWorker> {
    const { generation, worker } = this;
    const post = (message: ToWorker) => worker.postMessage(message);
    post({ type: 'begin', generation, beginning: blocks.slice(0, BEGINNING).map(toTextBlock) });
    return new DocumentHandOver<ToWorker>(post, generation, blocks, { type: 'open', generation });
  }

  private tellWorker(change: Change): void {
    const changed = textPatches(change);
    if (changed.length === 0) return;
    const inserted = changed.map(({ at, before, after }) => ({
      at,
      removed: before.length,
      inserted: after.map(toTextBlock),
    }));
    this.handOver.send({ type: 'change', generation: this.generation, patches: inserted });
  }

  private readonly onMessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.type === 'failed') {
      this.update({ ...this.state, failure: data.message });
      return;
    }
    if (data.generation !== this.generation) return;
    if (data.type === 'progress') {
      if (data.done === 1 || data.done - this.state.progress > 0.02 || data.done < this.state.progress) {
        this.update({ ...this.state, progress: data.done });
      }
      return;
    }
    let changed = false;
    for (const id of data.ids)
      changed = this.forget(id, finding => data.kinds.includes(finding.kind)) || changed;
    for (const finding of data.findings) {
      this.byBlock.set(finding.block, [...(this.byBlock.get(finding.block) ?? []), finding]);
      changed = true;
    }
    if (!changed) return;
    if (this.hasFound) this.refreshSoon();
    else this.refreshAtFirst();
  };

  private readonly onChange = (event: SessionEvent) => {
    let concerned = false;
    for (const change of event.changes) {
      const changed = textPatches(change);
      concerned ||= changed.length > 0 || change.decisions.length > 0;
      this.tellWorker(change);
      for (const { before } of changed) for (const block of before) this.drop(block, event);
    }
    // Tagging is no reason to look through the findings.
    if (!concerned) return;
    const structural = event.changes.some(
      c => c.decisions.length > 0 || c.patches.some(p => p.before.length !== p.after.length),
    );
    if (structural) this.refresh();
    else this.refreshSoon();
  };

  /** What a changed block's findings said may no longer be so; a break beside it is looked at again by the worker. */
  private drop(block: Block, event: SessionEvent): void {
    this.forget(block.id, finding => event.from !== 'typing' || finding.kind !== 'break');
  }

  /** Takes findings of a block off the list; whether there were any. */
  private forget(id: string, which: (finding: Finding) => boolean): boolean {
    const findings = this.byBlock.get(id);
    if (!findings) return false;
    const kept = findings.filter(finding => !which(finding));
    if (kept.length === 0) this.byBlock.delete(id);
    else this.byBlock.set(id, kept);
    return kept.length < findings.length;
  }

  /**
   * The first findings are waited for, and are listed without waiting for a frame; those that come right after them, kind by
   * kind, not in the frame that shows them but in the one after it.
   */
  private refreshAtFirst(): void {
    this.hasFound = true;
    this.refresh();
    this.refreshing = requestAnimationFrame(() => {
      this.refreshing = requestAnimationFrame(() => this.refresh());
    });
  }

  private refreshSoon(): void {
    if (this.refreshing !== 0) return;
    this.refreshing = requestAnimationFrame(() => this.refresh());
  }

  /**
   * Lists the open findings anew, at most once a frame. O(findings): a block is looked for where it was last, and what
   * a finding is filed under is kept while its blocks are the same. The list stays the same object where nothing in
   * it changed, so that a keystroke draws no panel anew.
   */
  private refresh(): void {
    cancelAnimationFrame(this.refreshing);
    this.refreshing = 0;
    const { document } = this.session;
    const open: PlacedFinding[] = [];
    let near = 0;
    for (const [id, findings] of this.byBlock) {
      const first = indexOfBlock(document, id, this.places.get(id) ?? near);
      if (first < 0) {
        this.byBlock.delete(id);
        this.places.delete(id);
        continue;
      }
      near = first;
      this.places.set(id, first);
      for (const finding of findings) {
        if (finding.confidence < this.minimum || (this.kinds && !this.kinds.has(finding.kind))) continue;
        const known = this.place(document, finding, first);
        if (known && !document.decisions.has(known.key)) open.push(known.placed);
      }
    }
    open.sort((a, b) => a.first - b.first);
    const { state } = this;
    const { current: last } = state;
    const current = last && (open.find(placed => sameFinding(placed.finding, last))?.finding ?? null);
    const same = open.length === state.open.length && open.every((placed, n) => placed === state.open[n]);
    const decided = document.decisions.size;
    if (same && current === last && decided === state.decided) return;
    this.update({ ...state, open: same ? state.open : open, current, decided });
  }

  /** The finding in its place; null where the break it speaks of is no more. */
  private place(document: KanwuDocument, finding: Finding, first: number): Known | null {
    const placed = placeAt(document, finding, first);
    const block = document.blocks[first];
    const last = placed && document.blocks[placed.last];
    if (!placed || !block || !last) return null;
    const known = this.known.get(finding);
    if (known?.block === block && known.last === last && known.placed.first === first) return known;
    const next = { placed, block, last, key: fingerprintOf(document, placed).key };
    this.known.set(finding, next);
    return next;
  }

  private update(state: FindingsState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

/** Detection after an edit reports a finding anew: another object that says the same. */
function sameFinding(a: Finding, b: Finding): boolean {
  if (a === b) return true;
  if (a.kind === 'break' || b.kind === 'break') return a.kind === b.kind && a.block === b.block;
  return a.kind === b.kind && a.block === b.block && a.start === b.start && a.end === b.end;
}

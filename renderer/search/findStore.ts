import type { KanwuDocument, Spot } from '../../shared/document/document';
import type { Selection } from '../../shared/document/history';
import { sameSelection } from '../../shared/document/history';
import type { PlacedFinding } from '../../shared/edits/deciding';
import {
  firstFrom,
  isAcross,
  isCurrentIn,
  type Match,
  placeIn,
  selectionOfMatch,
} from '../../shared/search/match';
import { compileQuery, type SearchPattern, type SearchQuery } from '../../shared/search/searchPattern';
import type { Workspace } from '../app/workspace';
import type { OpenDocument } from '../app/workspaceState';
import { caretAt, ordered } from '../editor/modelSelection';
import { breaksOf } from './breaksOf';
import { ExpressionSearch, expressionWorker } from './expressionSearch';
import { CLOSED, type FindState, NOTHING_FOUND } from './findState';
import { keepSelectionSound, replaceEvery, replaceOne } from './replacing';
import { type Found, searchDocument } from './searchRun';
import { selectedWords } from './selectedWords';

/** Milliseconds after a change of the text (or of the findings) before it is looked through again. */
const AFTER_EDIT = 120;
const AFTER_FINDINGS = 400;

/** Where to go once the matches are known. */
interface Seek {
  readonly from: Spot;
  readonly direction: 1 | -1;
}

/** Finding and replacing in one document: the query, what was found, and where the editor is in it. */
export class FindStore {
  private state = CLOSED;
  private readonly workspace: Workspace;
  private readonly open: OpenDocument;
  private readonly expressions: ExpressionSearch;
  private readonly listeners = new Set<() => void>();
  private readonly stop: () => void;
  private pattern: SearchPattern | null = null;
  private run = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private seek: Seek | null = null;
  /** What a new query sought in vain, until the text changes: detection may yet find the break it lies across. */
  private wish: Seek | null = null;
  private afterSearch: (() => void) | null = null;
  private lookedThrough: KanwuDocument | null = null;
  private openFindings: readonly PlacedFinding[];
  private readonly showListeners = new Set<() => void>();
  /** The field the bar was last opened for. */
  fieldWanted: 'find' | 'replace' = 'find';

  constructor(
    workspace: Workspace,
    open: OpenDocument,
    expressions = new ExpressionSearch(expressionWorker),
  ) {
    this.workspace = workspace;
    this.open = open;
    this.expressions = expressions;
    this.openFindings = open.findings.getState().open;
    const ends = [
      open.session.onChange(() => {
        this.wish = null;
        this.refreshIn(AFTER_EDIT);
      }),
      open.findings.subscribe(() => {
        const { open: findings, progress } = open.findings.getState();
        if (findings === this.openFindings || progress < 1) return;
        this.openFindings = findings;
        this.refreshIn(AFTER_FINDINGS);
      }),
    ];
    this.stop = () => {
      for (const end of ends) end();
    };
  }

  getState = (): FindState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Called whenever the bar is asked for, shown already or not: its field gets the focus. */
  onShow(listener: () => void): () => void {
    this.showListeners.add(listener);
    return () => this.showListeners.delete(listener);
  }

  dispose(): void {
    this.stop();
    this.abandon();
    this.expressions.dispose();
  }

  /** Shows the bar; words selected within one block become the query. */
  show(replacing: boolean): void {
    const words = selectedWords(this.open.session);
    this.fieldWanted = replacing && (words || this.state.query.words) !== '' ? 'replace' : 'find';
    this.update({ shown: true, replacing: replacing || this.state.replacing });
    const { current } = this.state;
    // A match that was gone to is selected as well; the query that found it stays.
    if (words !== '' && !(current && this.isAt(current))) {
      this.setQuery({ ...this.state.query, words, expression: false });
    } else this.refresh();
    for (const listener of this.showListeners) listener();
  }

  /** Hides the bar; the text gets the focus, at the match the editor is at. */
  hide(): void {
    const { current, shown } = this.state;
    if (!shown) return;
    this.abandon();
    this.update({ shown: false, wrapped: null });
    const { view } = this.workspace;
    if (current && this.isAt(current)) view?.reveal(selectionOfMatch(current), { focus: true });
    else view?.focus();
  }

  setReplacing(replacing: boolean): void {
    this.update({ replacing });
  }

  setReplacement(replacement: string): void {
    this.update({ replacement });
  }

  /** Looks for something else, from the selection on; goes to the first match. */
  setQuery(query: SearchQuery): void {
    const compiled = compileQuery(query);
    this.pattern = compiled.kind === 'pattern' ? compiled.pattern : null;
    const problem = compiled.kind === 'invalid' ? compiled.message : null;
    this.update({ query, problem, found: NOTHING_FOUND, current: null, position: -1, wrapped: null });
    const [from] = ordered(this.selection());
    this.wish = { from, direction: 1 };
    this.look(this.wish);
  }

  /** Goes to the next match from the selection (or the one before), round at the ends of the text. */
  step(direction: 1 | -1): void {
    if (!this.pattern) {
      if (!this.state.shown) this.show(false);
      return;
    }
    const [from, to] = ordered(this.selection());
    const seek: Seek = { from: direction === 1 ? to : from, direction };
    if (this.isUpToDate()) this.go(seek, this.state.found);
    else this.look(seek);
  }

  /** Replaces the match the editor is at and goes on; goes to the next one first where the editor is at none. */
  replace(): void {
    const { current } = this.state;
    const { session } = this.open;
    if (!this.pattern || !current || !isCurrentIn(session.document, current) || !this.isAt(current)) {
      const [from] = ordered(this.selection());
      if (this.isUpToDate()) this.go({ from, direction: 1 }, this.state.found);
      else this.look({ from, direction: 1 });
      return;
    }
    if (!isAcross(current)) {
      const caret = replaceOne(session, current, this.pattern, this.state.replacement);
      this.look({ from: caret, direction: 1 });
      return;
    }
    this.workspace.notice(messages => messages.find.notAcross(1));
    this.step(1);
  }

  /** Replaces every match as one step, but for those across a suspected break. */
  replaceAll(): void {
    if (!this.pattern) return;
    const replace = () => {
      if (this.pattern) this.replaceFound(this.pattern).catch(this.workspace.unexpected);
    };
    if (this.isUpToDate() && this.state.found.state !== 'looking') replace();
    else {
      this.look(null);
      this.afterSearch = replace;
      if (this.state.found.state === 'done' && this.isUpToDate()) this.finish();
    }
  }

  private async replaceFound(pattern: SearchPattern): Promise<void> {
    const { session } = this.open;
    const { matches, capped } = this.state.found;
    const within = matches.filter(match => !isAcross(match));
    const across = matches.length - within.length;
    if (within.length > 0) {
      const done = await replaceEvery(session, within, pattern, this.state.replacement);
      if (!done) return this.replaceAll();
      keepSelectionSound(session, this.workspace.view);
      this.workspace.notice(messages => messages.find.replaced(within.length, capped));
    }
    if (across > 0) this.workspace.notice(messages => messages.find.notAcross(across));
    this.refresh();
  }

  // --- looking

  private refreshIn(wait: number): void {
    if (!this.state.shown || !this.pattern) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), wait);
  }

  private refresh(): void {
    if (this.state.shown && this.pattern) this.look(this.seek ?? this.wish);
  }

  private abandon(): void {
    clearTimeout(this.timer);
    this.run++;
    this.expressions.cancel();
    this.seek = null;
    this.afterSearch = null;
  }

  /** Looks through the document as it is now, beginning where `seek` does. */
  private look(seek: Seek | null): void {
    this.abandon();
    const { pattern, run } = this;
    if (!pattern) return;
    this.seek = seek;
    const { document } = this.open.session;
    const breaks = breaksOf(this.open.findings.getState().open);
    const from = seek?.from.index ?? this.workspace.view?.firstVisible() ?? 0;
    const cancelled = () => run !== this.run;
    const { expressions } = this;
    searchDocument({ document, pattern, breaks, from, expressions, cancelled }, found => {
      this.take(found, document);
    }).catch(this.workspace.unexpected);
  }

  private take(found: Found, document: KanwuDocument): void {
    // A list that is being made again replaces the old one when it is whole.
    if (found.state === 'looking' && !this.seek && this.state.found.matches.length > 0) return;
    this.lookedThrough = document;
    const { current } = this.state;
    const position = current ? placeIn(found.matches, current) : -1;
    this.update({ found, position, current: found.matches[position] ?? null });
    if (this.seek) this.go(this.seek, found);
    if (found.state !== 'looking') this.finish();
  }

  private finish(): void {
    const then = this.afterSearch;
    this.afterSearch = null;
    then?.();
  }

  private isUpToDate(): boolean {
    return this.lookedThrough === this.open.session.document;
  }

  /** Goes to the match sought, if it is known by now. */
  private go(seek: Seek, { matches, state }: Found): void {
    const whole = state !== 'looking';
    const first = firstFrom(matches, seek.from);
    const plain = seek.direction === 1 ? first : first - 1;
    if (!whole && (seek.direction === -1 || plain >= matches.length)) {
      this.seek = seek;
      return;
    }
    this.seek = null;
    const target = plain < 0 ? matches.length - 1 : plain >= matches.length ? 0 : plain;
    const match = matches[target];
    if (!match) return;
    this.wish = null;
    const wrapped = plain < 0 ? 'start' : plain >= matches.length ? 'end' : null;
    this.update({ current: match, position: target, wrapped });
    this.workspace.view?.reveal(selectionOfMatch(match));
  }

  // --- selection

  private selection(): Selection {
    const { selection } = this.open.session.getState();
    return selection ?? caretAt({ index: this.workspace.view?.firstVisible() ?? 0, offset: 0 });
  }

  private isAt(match: Match): boolean {
    return sameSelection(this.open.session.getState().selection, selectionOfMatch(match));
  }

  private update(change: Partial<FindState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

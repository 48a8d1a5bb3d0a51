import { originOf } from '../../shared/edits/context';
import { replaceMatches } from '../../shared/edits/replaceMatches';
import { isCurrentIn, type Match } from '../../shared/search/match';
import { compileQuery } from '../../shared/search/searchPattern';
import { type Likeness, likenessAt, type WrongForm, wrongFormOf } from '../../shared/search/wrongForm';
import { pause } from '../app/timeSlices';
import type { Workspace } from '../app/workspace';
import type { OpenDocument } from '../app/workspaceState';
import { ExpressionSearch, expressionWorker } from '../search/expressionSearch';
import { keepSelectionSound } from '../search/replacing';
import { searchDocument } from '../search/searchRun';
import type { SessionEvent } from '../session/session';
import { CorrectionWatch } from './correctionWatch';

/** A place where the wrong form stands as well. */
export interface SeriesPlace {
  readonly match: Match;
  readonly likeness: Exclude<Likeness, 'none'>;
}

/** More of the same as the editor has just corrected. */
export interface SeriesOffer {
  readonly form: WrongForm;
  readonly places: readonly SeriesPlace[];
  /** How many of them are surely the same. At least one. */
  readonly sure: number;
}

/** Milliseconds without typing before the rest of the text is looked through. */
const QUIET = 700;
/** Places of one series at most. */
const MOST_PLACES = 2000;
/** Milliseconds of work between two pauses. */
const SLICE = 8;

/**
 * Offers to correct the rest of what the editor has begun to correct. Looks only when typing has paused, never while
 * an input method composes; a pair that was answered is not offered again.
 */
export class SeriesStore {
  private offer: SeriesOffer | null = null;
  private readonly workspace: Workspace;
  private readonly open: OpenDocument;
  private readonly answered: Set<string>;
  private readonly watch: CorrectionWatch;
  private readonly expressions = new ExpressionSearch(expressionWorker);
  private readonly listeners = new Set<() => void>();
  private readonly stop: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private run = 0;

  /** `answered`: pairs that were answered in this session of the program; added to. */
  constructor(workspace: Workspace, open: OpenDocument, answered: Set<string>) {
    this.workspace = workspace;
    this.open = open;
    this.answered = answered;
    this.watch = new CorrectionWatch(open.session);
    this.stop = open.session.onChange(this.onChange);
  }

  getOffer = (): SeriesOffer | null => this.offer;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  dispose(): void {
    this.stop();
    clearTimeout(this.timer);
    this.run++;
    this.expressions.dispose();
  }

  isOffered = (): boolean => this.offer !== null;

  review = (): void => {
    if (this.offer) this.workspace.dialog({ kind: 'series' });
  };

  /** Leaves the rest as it is, for good. */
  dismiss = (): void => {
    if (this.offer) this.answered.add(keyOf(this.offer.form));
    this.show(null);
  };

  /** Corrects the places chosen (in document order) as one step. */
  apply(places: readonly SeriesPlace[]): void {
    const { offer } = this;
    if (!offer) return;
    const { session } = this.open;
    const { form } = offer;
    const list = places
      .filter(({ match }) => isCurrentIn(session.document, match))
      .map(({ match: { index, start } }) => ({
        index,
        start: start + form.from,
        end: start + form.to,
        text: form.by,
      }));
    this.dismiss();
    if (list.length === 0) return;
    const context = session.context();
    const origin = originOf(
      context,
      'series',
      `The same as corrected elsewhere: ${form.wrong} → ${form.right}`,
    );
    session.edit('review.series', replaceMatches(session.document, list, origin, context));
    keepSelectionSound(session, this.workspace.view);
    this.workspace.notice(messages => messages.series.done(list.length));
  }

  private readonly onChange = (event: SessionEvent) => {
    const noted = this.watch.note(event);
    // What is offered was of a correction that is taken back, or that is not finished yet.
    if (event.from === 'history' || noted === 'goesOn') this.show(null);
    this.run++;
    clearTimeout(this.timer);
    this.timer = setTimeout(this.look, QUIET);
  };

  private readonly look = () => {
    if (this.workspace.view?.isComposing()) {
      this.timer = setTimeout(this.look, QUIET);
      return;
    }
    const forms = this.watch.take().flatMap(correction => wrongFormOf(correction) ?? []);
    // The last one first; the one on offer is looked for again, for the text has changed.
    const wanted = [...forms.reverse(), ...(this.offer ? [this.offer.form] : [])];
    this.lookFor(wanted.filter(form => !this.answered.has(keyOf(form)))).catch(this.workspace.unexpected);
  };

  /** Offers the first of the forms that stands anywhere else. */
  private async lookFor(forms: readonly WrongForm[]): Promise<void> {
    const run = ++this.run;
    for (const form of forms) {
      const places = await this.placesOf(form, () => run !== this.run);
      if (run !== this.run || places === null) return;
      const sure = places.filter(({ likeness }) => likeness === 'same').length;
      if (sure === 0) continue;
      this.show({ form, places, sure });
      return;
    }
    if (forms.length > 0) this.show(null);
  }

  /** Null when the text has changed in between. */
  private async placesOf(form: WrongForm, cancelled: () => boolean): Promise<readonly SeriesPlace[] | null> {
    const query = { words: form.wrong, matchCase: true, wholeWords: true, expression: false };
    const compiled = compileQuery(query);
    if (compiled.kind !== 'pattern') return null;
    const { pattern } = compiled;
    const { document } = this.open.session;
    let found: readonly Match[] = [];
    const { expressions } = this;
    const task = { document, pattern, breaks: new Map(), from: 0, expressions, cancelled };
    await searchDocument(task, ({ matches }) => {
      found = matches;
    });
    const places: SeriesPlace[] = [];
    let slice = performance.now();
    for (const match of found) {
      if (cancelled()) return null;
      const likeness = likenessAt(match.block.body.text, match.start, form);
      if (likeness !== 'none') places.push({ match, likeness });
      if (places.length >= MOST_PLACES) break;
      if (performance.now() - slice < SLICE) continue;
      await pause();
      slice = performance.now();
    }
    return places;
  }

  private show(offer: SeriesOffer | null): void {
    if (this.offer === offer) return;
    this.offer = offer;
    for (const listener of this.listeners) listener();
    // The menu bar greys the command out or not.
    this.workspace.update({});
  }
}

function keyOf({ wrong, right }: WrongForm): string {
  return `${wrong}\u0000${right}`;
}

import { setTimeout as delay } from 'node:timers/promises';
import type { OpenDocument } from './files/documents';

/** What the guard needs of dialogs and renderer. */
export interface UnsavedWorkQuestions {
  askAboutUnsavedWork(name: string): Promise<'save' | 'discard' | 'cancel'>;
  /** Asks the renderer to save; it answers through `saveAnswered`. */
  requestSave(requestId: number): void;
  /** The save has not ended for a while. `ended` takes the question away, whose answer counts no more then. */
  askAboutSlowSave(name: string, ended: AbortSignal): Promise<'wait' | 'aside' | 'cancel'>;
}

/** How a document is left: as its editor answered, or with its unsaved work kept in the list of such work. */
export type Leaving = 'asked' | 'aside';

/** Milliseconds after which a save that was to go before closing is asked about: a network drive may never answer. */
const PATIENCE = 10_000;

/** Stands before everything that would lose the present document: closing, quitting, opening another. */
export class UnsavedWorkGuard {
  readonly #questions: UnsavedWorkQuestions;
  readonly #patience: number;
  readonly #waiting = new Map<number, (saved: boolean) => void>();
  #asking: Promise<Leaving | null> | null = null;
  #requests = 0;

  constructor(questions: UnsavedWorkQuestions, patience = PATIENCE) {
    this.#questions = questions;
    this.#patience = patience;
  }

  /**
   * How the document may go: it has no unsaved work, the editor does not want it, or it was saved; or its save does not end and
   * the editor leaves the work to the journal. Null where it stays: a save failed or was cancelled, or the editor said so.
   * While the question is on the screen, everyone gets its one answer.
   */
  mayLeave(document: OpenDocument | null): Promise<Leaving | null> {
    this.#asking ??= this.#ask(document).finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  /** The renderer's answer to `requestSave`; one to another question than the present one is ignored. */
  saveAnswered(requestId: number, saved: boolean): void {
    this.#waiting.get(requestId)?.(saved);
    this.#waiting.delete(requestId);
  }

  /** The renderer is gone and will answer nothing any more. */
  abandon(): void {
    for (const requestId of [...this.#waiting.keys()]) this.saveAnswered(requestId, false);
  }

  async #ask(document: OpenDocument | null): Promise<Leaving | null> {
    if (!document?.edited) return 'asked';
    const answer = await this.#questions.askAboutUnsavedWork(document.name);
    if (answer !== 'save') return answer === 'discard' ? 'asked' : null;
    const requestId = ++this.#requests;
    const answered = new Promise<boolean>(resolve => this.#waiting.set(requestId, resolve));
    const saved = answered.then((done): Leaving | null => (done ? 'asked' : null));
    this.#questions.requestSave(requestId);
    return this.#patiently(saved, document.name);
  }

  /** What becomes of the save, or of the editor's patience with it. */
  async #patiently(saved: Promise<Leaving | null>, name: string): Promise<Leaving | null> {
    const ended = new AbortController();
    const over = saved.finally(() => ended.abort());
    for (;;) {
      const slow = await delay(this.#patience, true, { signal: ended.signal }).catch(() => false);
      if (!slow) return saved;
      const answer = await Promise.race([over, this.#questions.askAboutSlowSave(name, ended.signal)]);
      if (ended.signal.aborted) return saved;
      if (answer !== 'wait') return answer === 'aside' ? 'aside' : null;
    }
  }
}

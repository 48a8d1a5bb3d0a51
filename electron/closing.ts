import type { OpenDocument } from './files/documents';

/** What the guard needs of dialogs and renderer. */
export interface UnsavedWorkQuestions {
  askAboutUnsavedWork(name: string): Promise<'save' | 'discard' | 'cancel'>;
  /** Asks the renderer to save; it answers through `saveAnswered`. */
  requestSave(requestId: number): void;
}

/** Stands before everything that would lose the present document: closing, quitting, opening another. */
export class UnsavedWorkGuard {
  readonly #questions: UnsavedWorkQuestions;
  readonly #waiting = new Map<number, (saved: boolean) => void>();
  #asking: Promise<boolean> | null = null;
  #requests = 0;

  constructor(questions: UnsavedWorkQuestions) {
    this.#questions = questions;
  }

  /**
   * True if the document may go: it has no unsaved work, the editor does not want it, or it was saved. A save that
   * fails or is cancelled keeps the document. While the question is on the screen, everyone gets its one answer.
   */
  mayLeave(document: OpenDocument | null): Promise<boolean> {
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

  async #ask(document: OpenDocument | null): Promise<boolean> {
    if (!document?.edited) return true;
    const answer = await this.#questions.askAboutUnsavedWork(document.name);
    if (answer !== 'save') return answer === 'discard';
    const requestId = ++this.#requests;
    const answered = new Promise<boolean>(resolve => this.#waiting.set(requestId, resolve));
    this.#questions.requestSave(requestId);
    return answered;
  }
}

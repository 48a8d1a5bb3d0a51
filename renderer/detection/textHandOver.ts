import type { Source } from '../../shared/document/source';
import { textSlices } from '../../shared/document/textSlices';
import { pause } from '../app/timeSlices';
import type { HandedDocument, TextPart } from './protocol';

/** Code units in one message: copying them takes a millisecond or two. */
const MESSAGE = 1 << 18;
/** Milliseconds of handing over between two pauses. */
const SLICE = 8;

/**
 * Hands a document's text to a worker in messages that hold nobody up: the annotation file of a book, posted as one, is a task of a
 * third of a second. What is short goes at once. What is to be said to the worker meanwhile waits behind the text.
 */
export class TextHandOver<M> {
  private readonly post: (message: M) => void;
  private waiting: M[] = [];
  private state: 'begun' | 'over' | 'stopped' = 'begun';

  /** `part` makes the message that carries a part of the text; `opening` says that all of it has come. */
  constructor(post: (message: M) => void, text: readonly string[], part: (text: string) => M, opening: M) {
    this.post = post;
    void this.run(text, part, opening);
  }

  send(message: M): void {
    if (this.state === 'over') this.post(message);
    else if (this.state === 'begun') this.waiting.push(message);
  }

  /** Says nothing more. */
  stop(): void {
    this.state = 'stopped';
    this.waiting = [];
  }

  private async run(text: readonly string[], part: (text: string) => M, opening: M): Promise<void> {
    let began = performance.now();
    for (const whole of text) {
      for (const slice of textSlices(whole, MESSAGE)) {
        if (performance.now() - began > SLICE) {
          await pause();
          if (this.state === 'stopped') return;
          began = performance.now();
        }
        this.post(part(slice));
      }
    }
    this.state = 'over';
    for (const message of [opening, ...this.waiting]) this.post(message);
    this.waiting = [];
  }
}

/** Hands over a document that a worker reads by itself: its annotation file, in parts, or its source where there is none. */
export function handOverDocument<M>(
  post: (message: M | TextPart) => void,
  generation: number,
  { text, ...source }: Source,
  annotations: readonly string[] | null,
  opening: (handed: HandedDocument) => M,
): TextHandOver<M | TextPart> {
  const handed: HandedDocument = { generation, source, text: annotations ? 'annotations' : 'source' };
  const part = (of: string): TextPart => ({ type: 'text', generation, part: of });
  return new TextHandOver<M | TextPart>(post, annotations ?? [text], part, opening(handed));
}

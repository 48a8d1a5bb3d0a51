import { readAnnotations } from '../../shared/annotation/readAnnotations';
import { toTextBlock } from '../../shared/document/block';
import { idSource } from '../../shared/document/ids';
import { openSource } from '../../shared/document/parse';
import type { TextBlock } from '../../shared/document/textBlock';
import { partsOf } from '../../shared/imports/textParts';
import type { HandedDocument } from './protocol';

/** The text of a document as it comes in a worker, part by part. */
export class ReceivedText {
  private generation = 0;
  private parts: string[] = [];

  /** Parts of an earlier document are dropped when the first of a later one comes. */
  add(generation: number, part: string): void {
    if (generation !== this.generation) this.clear();
    this.generation = generation;
    this.parts.push(part);
  }

  clear(): void {
    this.parts = [];
  }

  /** The blocks of the document whose text has come: parsing is deterministic, so they have the very ids the window's have. */
  take({ source, text, generation }: HandedDocument): readonly TextBlock[] {
    const parts = generation === this.generation ? this.parts : [];
    this.clear();
    if (text === 'annotations') {
      const reading = readAnnotations(partsOf(parts), source.name);
      if (reading.kind === 'failed') throw new Error(reading.error.message.en);
      return reading.document.blocks.map(toTextBlock);
    }
    return openSource({ ...source, text: parts.join('') }, idSource()).blocks.map(toTextBlock);
  }
}

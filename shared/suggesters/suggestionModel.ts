import { type Judge, judgeOf } from './boostedTrees';
import {
  MODEL_FORMAT,
  type ModelFile,
  unpackGate,
  unpackGivenNames,
  unpackSequence,
  unpackTrees,
  unpackWording,
} from './modelFile';
import { createSequenceModel, type SequenceModel } from './sequenceModel';
import type { SpanWording } from './spanWording';

/** A trained model, ready to use. It holds working memory: one instance must not serve two suggesters at once. */
export interface SuggestionModel {
  readonly sequence: SequenceModel;
  /** Turns the features of a span into its confidence. */
  readonly judge: Judge;
  readonly wording: SpanWording;
  /** Grade 0–7 of every code unit, by how much likelier it is in given names than elsewhere. */
  readonly givenNames: Uint8Array;
}

/**
 * The model of a weights file (`weights.model.json`, made by `tools/suggesters/train.ts`). Some 30 ms.
 * @throws Error where the file is damaged or of another format
 */
export function parseSuggestionModel(file: ModelFile): SuggestionModel {
  if (file.format !== MODEL_FORMAT) {
    throw new Error(
      `The suggestion model has the format ${file.format}; this program reads ${MODEL_FORMAT}.`,
    );
  }
  return {
    sequence: createSequenceModel(unpackSequence(file.sequence, file.transitions), unpackGate(file.gate)),
    judge: judgeOf(unpackTrees(file.judge)),
    wording: unpackWording(file.wording),
    givenNames: unpackGivenNames(file.givenNames),
  };
}

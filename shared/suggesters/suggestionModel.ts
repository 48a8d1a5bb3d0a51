import type { BoostedTrees } from './boostedTrees';
import {
  MODEL_FORMAT,
  type ModelFile,
  unpackGate,
  unpackGivenNames,
  unpackSequence,
  unpackTrees,
} from './modelFile';
import { createSequenceModel, type SequenceModel } from './sequenceModel';

/** A trained model, ready to use. It holds working memory: one instance must not serve two suggesters at once. */
export interface SuggestionModel {
  readonly sequence: SequenceModel;
  /** Turns the features of a span into its confidence. */
  readonly judge: BoostedTrees;
  /** Grade 1–7 of characters, by how much likelier they are in given names than elsewhere. */
  readonly givenNames: ReadonlyMap<number, number>;
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
    judge: unpackTrees(file.judge),
    givenNames: unpackGivenNames(file.givenNames),
  };
}

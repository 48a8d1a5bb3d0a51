import type { Lexicon } from '../../shared/lexicon/lexicon';
import { characterFeatures, FEATURES_PER_CHARACTER } from '../../shared/suggesters/characterFeatures';
import { type Gate, openCharacters } from '../../shared/suggesters/gate';
import { readableText } from '../../shared/suggesters/readableText';
import { textColumns } from '../../shared/suggesters/textColumns';
import type { AnnotatedBlock } from './annotatedPages';
import type { GateExample } from './gateTrainer';
import { allGoldLabels } from './goldLabels';
import type { Example } from './sequenceTrainer';

/** The columns and gold labels of one block. */
export function gateExample(
  { block, mentions }: AnnotatedBlock,
  lexicon: Lexicon,
  givenNames: Uint8Array,
): GateExample {
  const columns = textColumns(readableText(block.text), block.kind, lexicon, givenNames);
  return { columns, labels: allGoldLabels(mentions, columns.length) };
}

/** The same with the features of the characters that pass the gate or lie in a mention. */
export function sequenceExample({ columns, labels }: GateExample, gate: Gate): Example {
  const open = new Uint8Array(columns.length);
  openCharacters(columns, gate, open);
  for (const gold of labels) {
    for (let i = 0; i < gold.length; i++) if (gold[i] !== 0) open[i] = 1;
  }
  const features = new Int32Array(columns.length * FEATURES_PER_CHARACTER);
  characterFeatures(columns, open, features);
  return { length: columns.length, features, open, labels };
}

import type { Detector } from '../../findings/detector';
import type { Lexicon } from '../../lexicon/lexicon';
import { duplicate } from './duplicate';
import { lookalike } from './lookalike';
import { mojibake } from './mojibake';
import { pairing } from './pairing';
import { space } from './space';
import { stutter } from './stutter';
import { truncated } from './truncated';
import { width } from './width';

/** The detectors of every mark but breaks, in the order of `FINDING_KINDS`. Adding one is one file and one line here. */
export const MARK_DETECTORS: readonly ((lexicon: Lexicon) => Detector)[] = [
  stutter,
  lookalike,
  space,
  () => width,
  () => pairing,
  () => truncated,
  () => mojibake,
  () => duplicate,
];

/** All of them, ready to run. */
export function markDetectors(lexicon: Lexicon): readonly Detector[] {
  return MARK_DETECTORS.map(make => make(lexicon));
}

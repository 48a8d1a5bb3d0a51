import type { TextBlock } from '../../../shared/document/textBlock';
import type { Detector } from '../../../shared/findings/detector';

const SURVEYED_CHARACTERS = 1_000_000;
const EDITED_BLOCKS = 8;
const EDITS = 200;

/** Milliseconds of processor time of this process, which other processes on the machine don't lengthen. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Prints how fast a whole text is read and how long the blocks around an edit take. */
export function printSpeed(detector: Detector, blocks: readonly TextBlock[]): void {
  const text: TextBlock[] = [];
  let characters = 0;
  for (let i = 0; characters < SURVEYED_CHARACTERS && blocks.length > 0; i++) {
    const block = blocks[i % blocks.length];
    if (!block) break;
    text.push({ ...block, id: String(i), gap: '\n\n' });
    characters += block.text.length;
  }
  detector.detect(text.slice(0, 2000), detector.survey(text.slice(0, 2000)), 0, 2000);
  const start = processorTime();
  const survey = detector.survey(text);
  const surveyed = processorTime();
  const findings = detector.detect(text, survey, 0, text.length);
  const done = processorTime();
  const perSecond = (ms: number) => Math.round((characters / ms) * 1000).toLocaleString('en');
  console.log(
    `\n# Speed (processor time): ${characters.toLocaleString('en')} characters in ${text.length} blocks, ${findings.length} findings`,
  );
  console.log(
    `  survey ${(surveyed - start).toFixed(0)} ms (${perSecond(surveyed - start)} characters/s), detect ${(done - surveyed).toFixed(0)} ms (${perSecond(done - surveyed)}/s), together ${perSecond(done - start)}/s`,
  );
  let worst = 0;
  let total = 0;
  for (let n = 0; n < EDITS; n++) {
    const from = Math.floor((n / EDITS) * (text.length - EDITED_BLOCKS));
    const before = processorTime();
    detector.detect(text, survey, from, from + EDITED_BLOCKS);
    const took = processorTime() - before;
    total += took;
    worst = Math.max(worst, took);
  }
  console.log(
    `  ${EDITED_BLOCKS} blocks after an edit: ${(total / EDITS).toFixed(2)} ms on average, ${worst.toFixed(1)} ms at most`,
  );
}

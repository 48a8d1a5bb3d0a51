import type { TextBlock } from '../../document/textBlock';
import type { Detector } from '../../findings/detector';
import type { Reason, TextFinding } from '../../findings/finding';
import type { Lexicon } from '../../lexicon/lexicon';
import { inRanges, machineRanges } from './characterClass';
import { characterModel } from './characters';
import { doubledCharacters } from './doubledCharacters';
import { probability } from './network';
import { rarityOf } from './rarity';
import { isDoneALittle, isEveryOne, isSaidTwice, isTimeWord, mayBeSaidTwice } from './reduplication';
import { repeatedPhrases } from './repeatedPhrases';
import {
  type Repetition,
  type RepetitionKnowledge,
  type RepetitionSurvey,
  surveyRepetition,
} from './repetition';
import model from './stutter.model.json';
import { isCouplet, verseShare } from './verse';

interface StutterSurvey extends RepetitionSurvey {
  /** Share of the blocks that read as verse, where characters are doubled for their sound. */
  readonly verse: number;
  /** ！！ and ？？ in the document: where they are a habit they are no slip. */
  readonly shouts: number;
}

const LEAST = 0.3;
/** Share of verse lines from which the whole document counts as verse. */
const VERSE = 0.6;
const DOUBLED_MARK =
  /([，、；：。,;！？!?])\1(?!\1)|[，、,；;][。！？!?]|(?<=\p{Script=Han})\.\.(?!\.)(?=["”’」』]?$|["”’」』]|\p{Script=Han})/gu;

/** Characters, phrases and marks that stand twice where once was meant: 明明年, 文明实践文明实践, 。。 */
export function stutter(lexicon: Lexicon): Detector<StutterSurvey> {
  const knowledge: RepetitionKnowledge = {
    lexicon,
    characters: characterModel(),
    rarity: rarityOf(model.rarity),
  };
  return {
    kinds: ['stutter'],
    reach: 1,
    survey(blocks) {
      const texts = blocks.filter(isText);
      let shouts = 0;
      for (const { text } of texts) shouts += text.match(/！！|？？|!!|\?\?/g)?.length ?? 0;
      return { ...surveyRepetition(texts), shouts, verse: verseShare(texts) };
    },
    detect(blocks, survey, from, to) {
      const findings: TextFinding[] = [];
      for (let index = from; index < to; index++) {
        const block = blocks[index];
        if (!block || !isText(block)) continue;
        const trust = survey.verse > VERSE ? 0.3 : isCouplet(blocks, index) ? 0.6 : 1;
        for (const finding of inBlock(block, survey, knowledge, trust)) findings.push(finding);
      }
      return findings;
    },
  };
}

function isText({ kind }: TextBlock): boolean {
  return kind !== 'code' && kind !== 'image' && kind !== 'rule';
}

function inBlock(
  block: TextBlock,
  survey: StutterSurvey,
  knowledge: RepetitionKnowledge,
  trust: number,
): TextFinding[] {
  const { text } = block;
  const found = doubledMarks(block, survey.shouts);
  const add = (repetition: Repetition, confidence: number, reason: Reason): void => {
    const { start, end, kept } = repetition;
    if (confidence < LEAST) return;
    found.push({ kind: 'stutter', block: block.id, start, end, replacement: kept, confidence, reason });
  };
  const phrases: number[] = [];
  for (const repetition of repeatedPhrases(text, knowledge, survey)) {
    const { start, end, unit, inputs } = repetition;
    phrases.push(start, end);
    const natural = isSaidTwice(text, start, end, unit) ? 0.35 : mayBeSaidTwice(unit) ? 0.75 : 1;
    // Longer phrases hardly ever stand twice on purpose, which the few in the training data don't tell.
    const least = unit.length >= 4 ? 0.85 : unit.length === 3 ? 0.6 : 0;
    add(
      repetition,
      trust * natural * Math.max(least, probability(model.phrases, inputs)),
      phraseReason(unit),
    );
  }
  for (const repetition of doubledCharacters(text, knowledge, survey)) {
    const { start, end, unit, kept, inputs } = repetition;
    if (inRanges(phrases, start) || inRanges(phrases, end - 1)) continue;
    const likely = probability(model.characters, inputs);
    const spoken = isDoneALittle(text, end, unit) || isEveryOne(knowledge.lexicon, text, start, end, unit);
    const natural = spoken ? 0.35 : 1;
    const sure =
      kept === unit && isTimeWord(knowledge.lexicon, text, end, unit) ? Math.max(likely, 0.85) : likely;
    add(repetition, trust * natural * sure, characterReason(repetition));
  }
  return found.sort((a, b) => a.start - b.start);
}

function doubledMarks(block: TextBlock, shouts: number): TextFinding[] {
  const { text } = block;
  const machine = machineRanges(text);
  const found: TextFinding[] = [];
  for (const match of text.matchAll(DOUBLED_MARK)) {
    const start = match.index;
    const marks = match[0];
    if (inRanges(machine, start) || marks.charAt(0) === text.charAt(start - 1)) continue;
    const same = marks.charAt(0) === marks.charAt(1);
    const shout = same && '！？!?'.includes(marks.charAt(0));
    if (shout && shouts > 2) continue;
    found.push({
      kind: 'stutter',
      block: block.id,
      start,
      end: start + 2,
      replacement: marks.charAt(1),
      confidence: shout ? 0.55 : same ? 0.92 : 0.75,
      reason: same
        ? { zh: `标点“${marks.charAt(0)}”重复`, en: `The mark ${marks.charAt(0)} stands twice` }
        : {
            zh: `两个标点“${marks}”连用，只应留一个`,
            en: `Two marks ${marks} stand together where one is enough`,
          },
    });
  }
  return found;
}

function phraseReason(unit: string): Reason {
  return { zh: `“${unit}”连着出现了两次`, en: `“${unit}” stands twice in a row` };
}

function characterReason({ unit, kept, word, start, end }: Repetition): Reason {
  const times = end - start;
  const shown = word.length > 1 && word !== unit + unit ? word : '';
  return shown === ''
    ? {
        zh: `“${unit}”连写了 ${times} 个，此处不是叠词`,
        en: `${unit} stands ${times} times in a row where nothing asks for it`,
      }
    : {
        zh: `“${unit}”连写了 ${times} 个，去掉${times - kept.length > 1 ? '多余的' : '一个'}即成“${shown}”`,
        en: `${unit} stands ${times} times in a row; with ${kept.length === 1 ? 'one' : 'two'} it makes “${shown}”`,
      };
}

import type { TextBlock } from '../../document/textBlock';
import type { Detector } from '../../findings/detector';
import type { Reason, TextFinding } from '../../findings/finding';
import type { Lexicon } from '../../lexicon/lexicon';
import { certainMisreadings } from './certainMisreadings';
import { characterModel } from './characters';
import { readConfusables } from './confusables';
import { digitFindings } from './digits';
import { countPairs, figureRate } from './documentPairs';
import model from './lookalike.model.json';
import {
  type Candidate,
  familiarity,
  type Knowledge,
  lookalikeCandidates,
  type Manner,
} from './lookalikeCandidates';
import { probability } from './network';
import { tagAffinity } from './tagAffinity';
import { compatibilityFindings, traditionalShare, variantFindings } from './variants';
import { verseShare } from './verse';

interface LookalikeSurvey extends Manner {
  /** Share of the blocks that read as verse, whose words are not those of prose. */
  readonly verse: number;
  /** Of the Han characters that differ in simplified and traditional script, the share that is traditional, 0–1. */
  readonly traditional: number;
}

/** Below this a suggestion is noise. */
const LEAST = 0.3;

/**
 * Characters misread for ones that look (or, seldom, sound) alike, letters read for digits, and stray variants. A
 * noisy-channel model: a table says what may be misread as what, a character bigram model and the word list say
 * which reading the context prefers, the document itself which names and terms it uses.
 */
export function lookalike(lexicon: Lexicon): Detector<LookalikeSurvey> {
  const knowledge: Knowledge = {
    lexicon,
    characters: characterModel(),
    confusables: readConfusables(model.confusables),
    affinity: tagAffinity(model.tags),
  };
  return {
    kinds: ['lookalike'],
    reach: 0,
    survey(blocks) {
      const prose = blocks.filter(isText);
      return {
        pairs: countPairs(prose),
        figures: figureRate(prose),
        ordinary: familiarity(
          knowledge.characters,
          prose.map(({ text }) => text),
        ),
        traditional: traditionalShare(prose),
        verse: verseShare(prose),
      };
    },
    detect(blocks, survey, from, to) {
      const findings: TextFinding[] = [];
      for (let index = from; index < to; index++) {
        const block = blocks[index];
        if (block && isText(block))
          for (const finding of inBlock(block, survey, knowledge)) findings.push(finding);
      }
      return findings;
    },
  };
}

function isText({ kind }: TextBlock): boolean {
  return kind !== 'code' && kind !== 'image' && kind !== 'rule';
}

function inBlock(block: TextBlock, survey: LookalikeSurvey, knowledge: Knowledge): TextFinding[] {
  const { text } = block;
  const trust = survey.verse > 0.6 ? 0.6 : 1;
  const found = [
    ...digitFindings(block),
    ...compatibilityFindings(block),
    // In novels and old texts 己 and 曰 stand by themselves.
    ...(survey.figures > 0.7 && survey.verse < 0.6 ? certainMisreadings(block) : []),
    ...(survey.traditional < 0.02 ? variantFindings(block, trust) : []),
  ];
  const places = new Map(found.map(({ start }, index) => [start, index]));
  let best: { candidate: Candidate; confidence: number } | null = null;
  const flush = (): void => {
    if (!best || best.confidence < LEAST) return;
    const place = places.get(best.candidate.at);
    // Where a rule has spoken, the surer of the two is heard.
    if (place === undefined) found.push(report(block, best.candidate, best.confidence));
    else if (best.confidence > (found[place]?.confidence ?? 0))
      found[place] = report(block, best.candidate, best.confidence);
  };
  for (const candidate of lookalikeCandidates(text, knowledge, survey)) {
    if (best && best.candidate.at !== candidate.at) {
      flush();
      best = null;
    }
    const confidence = trust * probability(model.network, candidate.inputs);
    if (!best || confidence > best.confidence) best = { candidate, confidence };
  }
  flush();
  return found.sort((a, b) => a.start - b.start);
}

function report(block: TextBlock, candidate: Candidate, confidence: number): TextFinding {
  const wrong = block.text.charAt(candidate.at);
  const replacement = String.fromCharCode(candidate.code);
  return {
    kind: 'lookalike',
    block: block.id,
    start: candidate.at,
    end: candidate.at + 1,
    replacement,
    confidence,
    reason: reasonFor(wrong, replacement, candidate),
  };
}

function reasonFor(wrong: string, right: string, { word, confusable }: Candidate): Reason {
  const alike =
    confusable.likeness === 'sound'
      ? { zh: '音近', en: 'sound' }
      : confusable.likeness === 'variant'
        ? { zh: '异体', en: 'mean' }
        : { zh: '形近', en: 'look' };
  return word === ''
    ? {
        zh: `“${wrong}”与“${right}”${alike.zh}，此处“${right}”与上下文更合`,
        en: `${wrong} and ${right} ${alike.en} alike, and ${right} fits its neighbours better`,
      }
    : {
        zh: `“${wrong}”与“${right}”${alike.zh}，改后成词“${word}”`,
        en: `${wrong} and ${right} ${alike.en} alike, and ${right} makes the word “${word}”`,
      };
}

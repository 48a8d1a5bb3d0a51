import { foldCode } from '../../lexicon/fold';
import { isDigit, isHan, isHanNumeral, isLatin } from './characterClass';
import { modelClass } from './characterModel';
import { pairCount } from './documentPairs';
import {
  hanEnd,
  hanStart,
  logOf,
  type Repetition,
  type RepetitionKnowledge,
  type RepetitionSurvey,
  SOUNDS,
  segmented,
  UNKNOWN,
} from './repetition';

/** Longest repeated phrase that is looked for, UTF-16 code units. */
const LONGEST = 24;
/** Phrases of two and more characters that stand twice in a row. O(length × longest phrase). */
export function repeatedPhrases(
  text: string,
  knowledge: RepetitionKnowledge,
  survey: RepetitionSurvey,
): Repetition[] {
  const found: Repetition[] = [];
  const length = text.length;
  const codes = new Uint16Array(length);
  for (let at = 0; at < length; at++) codes[at] = text.charCodeAt(at);
  let taken = 0;
  const runs = new Int32Array(LONGEST + 1);
  for (let at = 0; at < length; at++) {
    const code = codes[at] ?? 0;
    for (let size = 2; size <= LONGEST && size <= at; size++) {
      if (codes[at - size] !== code) {
        runs[size] = 0;
        continue;
      }
      const run = (runs[size] ?? 0) + 1;
      runs[size] = run;
      const start = at + 1 - 2 * size;
      if (run !== size || start < taken) continue;
      const unit = text.slice(at + 1 - size, at + 1);
      if (!isPhrase(unit) || text.startsWith(unit, at + 1)) continue;
      found.push(repeated(text, start, size, unit, knowledge, survey));
      taken = at + 1;
      break;
    }
  }
  return found;
}

/** Letters and digits with at least two different ones, and some Han: no rows of dots, dashes or laughter. */
function isPhrase(unit: string): boolean {
  let han = 0;
  for (let at = 0; at < unit.length; at++) {
    const code = unit.charCodeAt(at);
    if (isHan(code)) han++;
    else if (!isLatin(code) && !isDigit(code)) return false;
  }
  return (
    han > 0 &&
    new Set(unit).size > 1 &&
    !SOUNDS.test(unit) &&
    !/^(?:[〇零一二三四五六七八九]+|一.{1,2})$/.test(unit)
  );
}

function repeated(
  text: string,
  start: number,
  size: number,
  unit: string,
  knowledge: RepetitionKnowledge,
  survey: RepetitionSurvey,
): Repetition {
  const { lexicon, characters } = knowledge;
  const end = start + 2 * size;
  const from = hanStart(text, start);
  const to = hanEnd(text, end);
  const place = start - from;
  const base = segmented(lexicon, text.slice(from, to));
  const mended = segmented(lexicon, text.slice(from, start + size) + text.slice(end, to));
  const starts = new Set(base.words.map(word => word.start));
  const tag = lexicon.tag(unit) ?? (lexicon.has(unit) ? 'x' : '');
  const last = foldCode(unit.charCodeAt(size - 1));
  const first = foldCode(unit.charCodeAt(0));
  const after = text.charAt(end);
  return {
    start,
    end,
    unit,
    kept: unit,
    word: unit,
    inputs: [
      Math.min(size, 8),
      size === 2 ? 1 : 0,
      tag === '' ? 0 : 1,
      tag === '' ? UNKNOWN : logOf(lexicon, unit),
      tag.startsWith('v') ? 1 : 0,
      tag.startsWith('n') ? 1 : 0,
      lexicon.has(unit + unit) ? 1 : 0,
      mended.score - base.score,
      new Set(unit).size / size,
      [...unit].some(isHanNumeral) ? 1 : 0,
      unit.startsWith('一') ? 1 : 0,
      /\d/.test(unit) ? 1 : 0,
      isHan(text.charCodeAt(start - 1)) ? 1 : 0,
      isHan(text.charCodeAt(end)) ? 1 : 0,
      Math.min(5, Math.log(text.length)),
      starts.has(place) ? 1 : 0,
      starts.has(place + size) ? 1 : 0,
      starts.has(place + 2 * size) || place + 2 * size === base.text.length ? 1 : 0,
      Math.log1p(Math.max(0, pairCount(survey.pairs, last, first) - 1)),
      characters.after(last, first),
      Math.min(12, survey.doubledRate),
      survey.figures,
      isHan(text.charCodeAt(start - 1)) || isHan(text.charCodeAt(end)) ? 0 : 1,
      after !== '' && '看吧的地'.includes(after) ? 1 : 0,
      text.charAt(start - 1) === text.charAt(start + size - 1) ? 1 : 0,
      characters.after(last, modelClass(text.charCodeAt(end))),
      characters.after(modelClass(text.charCodeAt(start - 1)), first),
    ],
  };
}

import { foldCode } from '../../lexicon/fold';
import { isHan, isHanNumeral } from './characterClass';
import { modelClass } from './characterModel';
import { pairCount } from './documentPairs';
import {
  hanEnd,
  hanStart,
  logOf,
  RARITY_UNKNOWN,
  type Repetition,
  type RepetitionKnowledge,
  type RepetitionSurvey,
  SOUNDS,
  segmented,
} from './repetition';

const SURNAME =
  /[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余于杜叶程苏魏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏傅方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤霍裴仝席阮柳鲁樊殷庞柯梅盛童柴翟聂焦申耿关祝尚温芦舒纪游阎卓甘涂蒙骆卞仇裘楼桂牛苗米竺蔺简饶空曾沙单佟屈辛管祁凌冷瞿喻岑]/;
const COMPLEMENT = /[了着过住完到在出上下起来去掉成]/;
/** Doubled, these mean each or every: 年年, 家家, 件件. */
const EVERY = /[年家天人月日户村事件样处个条次代层步声句字篇张块片门车谁哪道项口点种时世辈顿岁夜朝]/;
const SUFFIX =
  /[部街市县区股科课班队会路村乡镇局厂楼馆站湖海机车院校水建台组处室所社团矿山江河港岛桥门城店行]/;
const PARTICLE = /[的以了地得来上下不为会能于和与及其里中内外间到在是有]/;
const NAMES_BEFORE =
  /(?:记者|通讯员|作者|编辑|责编|摄影|实习生|文|图|主任|局长|：|:|、|　| )[^，。；！？,;!?]{0,12}$/;

const BYLINE = /(?:记者|通讯员|作者|编辑|责编|摄影|实习生|见习|特约)[\s:：]?(?:\S{2,4}[\s、]){0,6}\S$/;

/** Doubled Han characters of a text, in order. Linear. */
export function doubledCharacters(
  text: string,
  knowledge: RepetitionKnowledge,
  survey: RepetitionSurvey,
): Repetition[] {
  const found: Repetition[] = [];
  for (let at = 0; at + 1 < text.length; at++) {
    const code = text.charCodeAt(at);
    if (text.charCodeAt(at + 1) !== code || !isHan(code)) continue;
    let end = at + 2;
    while (text.charCodeAt(end) === code) end++;
    // Long runs are ornaments; 哈哈 and 咚咚 are what people and things sound like; 〇〇 is a year.
    if (end - at <= 4 && !SOUNDS.test(text.charAt(at)) && !isGivenName(text, at) && !isDate(text, at, end))
      found.push(doubled(text, at, end, knowledge, survey));
    at = end - 1;
  }
  return found;
}

/** True for 二二 in 三月二二日. */
function isDate(text: string, at: number, end: number): boolean {
  return (
    isHanNumeral(text.charAt(at)) &&
    '年月'.includes(text.charAt(at - 1) || ' ') &&
    '年月日号'.includes(text.charAt(end) || ' ')
  );
}

/** True for 圆圆 after a surname in a byline. */
function isGivenName(text: string, at: number): boolean {
  return SURNAME.test(text.charAt(at - 1)) && BYLINE.test(text.slice(Math.max(0, at - 32), at));
}

function doubled(
  text: string,
  start: number,
  end: number,
  knowledge: RepetitionKnowledge,
  survey: RepetitionSurvey,
): Repetition {
  const { lexicon, characters, rarity } = knowledge;
  const unit = text.charAt(start);
  const count = end - start;
  const code = text.charCodeAt(start);
  // 爸爸爸 loses one of three where two are a word of their own.
  const kept = count > 2 && lexicon.has(unit + unit) ? unit + unit : unit;
  const from = hanStart(text, start);
  const to = hanEnd(text, end);
  const place = start - from;
  const base = segmented(lexicon, text.slice(from, to));
  const mended = segmented(lexicon, text.slice(from, start) + kept + text.slice(end, to));
  const inOne = base.words.find(word => word.start <= place && word.end >= place + 2);
  const edgeLeft = base.words.some(word => word.end === place + 1 && word.end - word.start > 1);
  const edgeRight = base.words.some(word => word.start === place + count - 1 && word.end - word.start > 1);
  const holder = mended.words.find(word => word.start <= place && word.end > place);
  const word = holder ? mended.text.slice(holder.start, holder.end) : '';
  const alone = logOf(lexicon, unit);
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  const folded = foldCode(code);
  const plain = String.fromCharCode(folded);
  const tag = lexicon.tag(unit) ?? 'x';
  return {
    start,
    end,
    unit,
    kept,
    word: word.length > 1 ? word : '',
    inputs: [
      count === 2 ? 1 : 0,
      count === 3 ? 1 : 0,
      rarity[folded] ?? RARITY_UNKNOWN,
      mended.score - base.score,
      mended.score - base.score + alone,
      inOne ? inOne.end - inOne.start : 0,
      inOne ? logOf(lexicon, base.text.slice(inOne.start, inOne.end)) : 0,
      edgeLeft ? 1 : 0,
      edgeRight ? 1 : 0,
      edgeLeft && edgeRight ? 1 : 0,
      numeralsAround(text, start, end),
      lexicon.has(text.slice(Math.max(0, start - 2), start + 1)) ? 1 : 0,
      lexicon.has(text.slice(end - 1, end + 2)) ? 1 : 0,
      characters.after(folded, folded),
      // 停停住了: what follows a doubled verb in sound text is its object, not its complement.
      COMPLEMENT.test(after) ? 1 : 0,
      // 产业股｜股长, 南津街｜街道: a name's last character meets a word that begins with it.
      SUFFIX.test(plain) && lexicon.has(unit + after) ? 1 : 0,
      // 可以｜以书面, 目的｜的: a word's last character meets the particle.
      PARTICLE.test(plain) && lexicon.has(before + unit) ? 1 : 0,
      before === '·' || after === '·' ? 1 : 0,
      EVERY.test(plain) ? 1 : 0,
      word.length,
      word.length > 1 ? logOf(lexicon, word) : 0,
      before !== '' && (isHanNumeral(before) || before === '每') ? 1 : 0,
      '地的儿看'.includes(after) && after !== '' ? 1 : 0,
      after !== '' && after === text.charAt(end + 1) ? 1 : 0,
      before !== '' && before === text.charAt(start - 2) ? 1 : 0,
      lexicon.has(before + unit + unit) ? 1 : 0,
      lexicon.has(unit + unit + after) ? 1 : 0,
      lexicon.has(before + unit) ? 1 : 0,
      lexicon.has(unit + after) ? 1 : 0,
      tag.startsWith('v') ? 1 : 0,
      tag.startsWith('n') ? 1 : 0,
      tag === 'q' ? 1 : 0,
      tag.startsWith('a') ? 1 : 0,
      tag === 'd' ? 1 : 0,
      tag === 'm' || tag === 'r' ? 1 : 0,
      /^[ucpy]/.test(tag) ? 1 : 0,
      isHanNumeral(unit) ? 1 : 0,
      Math.log1p(Math.max(0, pairCount(survey.pairs, folded, folded) - (count - 1))),
      SURNAME.test(before) ? 1 : 0,
      NAMES_BEFORE.test(text.slice(Math.max(0, start - 20), start)) ? 1 : 0,
      Math.min(5, Math.log(text.length)),
      Math.min(12, survey.doubledRate),
      survey.figures,
      isHan(text.charCodeAt(start - 1)) || isHan(text.charCodeAt(end)) ? 0 : 1,
      alone,
      characters.after(modelClass(text.charCodeAt(start - 1)), folded),
      characters.after(folded, modelClass(text.charCodeAt(end))),
      isHan(text.charCodeAt(start - 1)) ? 1 : 0,
      isHan(text.charCodeAt(end)) ? 1 : 0,
    ],
  };
}

/** In 二〇〇九 and 七一一 a doubled numeral is a figure: how many of its neighbours are numerals too, 0–2. */
function numeralsAround(text: string, start: number, end: number): number {
  if (!isHanNumeral(text.charAt(start))) return 0;
  return (isFigure(text.charAt(start - 1)) ? 1 : 0) + (isFigure(text.charAt(end)) ? 1 : 0);
}

function isFigure(char: string): boolean {
  return (
    char !== '' &&
    (isHanNumeral(char) || char === '年' || char === '○' || char === '国' || char === '點' || char === '点')
  );
}

import type { TextBlock } from '../../document/textBlock';
import type { Reason } from '../../findings/finding';
import { END } from './blockFacts';
import { CLASS, classOf } from './characters';
import { isPageNumber } from './furniture';
import type { Junction } from './junction';
import { fillsLine } from './lineWrap';
import { LIST_MARKER } from './listMarkers';

/** Why the break between two blocks looks spurious, the strongest sign first. */
export function breakReason(junction: Junction): Reason {
  const signs = [
    splitWord(junction) ?? knownElsewhere(junction),
    repairedPair(junction),
    endOfFirst(junction),
    fullLine(junction),
    ...junction.between.map(furnitureBetween),
    doubt(junction),
  ];
  return sentence(signs.filter(sign => sign !== undefined));
}

/** Why a sentence seems to go on beyond something that is no part of it, and that the program won't join it unasked. */
export function barrierReason(junction: Junction, barriers: readonly TextBlock[]): Reason {
  const signs = [splitWord(junction), repairedPair(junction), endOfFirst(junction)];
  const names = barriers.map(barrierName);
  signs.push({
    zh: `中间隔着${names.map(name => name.zh).join('、')}，请自行决定是否连接`,
    en: `${names.map(name => name.en).join(', ')} stands between, so this is never joined unasked`,
  });
  return sentence(signs.filter(sign => sign !== undefined));
}

function sentence(signs: readonly Reason[]): Reason {
  const en = signs.map(sign => sign.en).join('; ');
  return { zh: signs.map(sign => sign.zh).join('；'), en: en.charAt(0).toUpperCase() + en.slice(1) };
}

function splitWord({ block, next, crossing }: Junction): Reason | undefined {
  if (crossing.left === 0) return undefined;
  const word = block.text.slice(-crossing.left) + next.text.slice(0, crossing.right);
  if (/^[\d.]+$/.test(crossing.word)) return { zh: `数字“${word}”被拆开`, en: `splits the number “${word}”` };
  // Latin words that meet are two words, not one: only a dictionary word with Han is split.
  if (!/\p{Script=Han}/u.test(word)) return undefined;
  return { zh: `词语“${word}”被拆开`, en: `splits the word “${word}”` };
}

/** Three characters around the break that stand together elsewhere in the document. */
function knownElsewhere({ first, second, block, next, survey }: Junction): Reason | undefined {
  if (first.end !== END.han || first.text.length < 2 || second.text.length < 2) return undefined;
  const code = (text: string, at: number) => text.charCodeAt(at < 0 ? text.length + at : at);
  const [a, b, c, d] = [
    code(first.text, -2),
    code(first.text, -1),
    code(second.text, 0),
    code(second.text, 1),
  ];
  if (![a, b, c, d].every(unit => classOf(unit) === CLASS.han)) return undefined;
  const isLeft = survey.characters.triple(a, b, c) > 0;
  if (!isLeft && survey.characters.triple(b, c, d) === 0) return undefined;
  const together = isLeft
    ? block.text.slice(-2) + next.text.slice(0, 1)
    : block.text.slice(-1) + next.text.slice(0, 2);
  return { zh: `“${together}”在文中别处连写`, en: `“${together}” stands together elsewhere in the text` };
}

function repairedPair({ first, second }: Junction): Reason | undefined {
  if (first.openQuotes > 0 && second.strayQuoteClosers > 0) {
    return { zh: '上段的引号到下段才合上', en: 'a quotation opened in the first half closes in the second' };
  }
  if (first.openBrackets > 0 && second.strayBracketClosers > 0) {
    return { zh: '上段的括号到下段才合上', en: 'a bracket opened in the first half closes in the second' };
  }
  return undefined;
}

function endOfFirst({ first, block, next, crossing, survey }: Junction): Reason | undefined {
  switch (first.end) {
    case END.comma:
      return { zh: '上段以逗号结尾', en: 'the first half ends with a comma' };
    case END.enumeration:
      return { zh: '上段以顿号结尾', en: 'the first half ends with an enumeration comma' };
    case END.semicolon:
      return { zh: '上段以分号结尾', en: 'the first half ends with a semicolon' };
    case END.stop:
      if (survey.wrap.isWrapped) return undefined;
      return {
        zh: '上段虽有句末标点，句子仍未完',
        en: 'the first half ends with a stop, but what it opened goes on',
      };
    case END.dash:
      if (/\p{L}[-\u2010\u00ad]$/u.test(block.text)) {
        const word = `${/\p{L}+.$/u.exec(block.text)?.[0] ?? ''}${/^\p{L}+/u.exec(next.text)?.[0] ?? ''}`;
        return { zh: `连字符拆开了“${word}”`, en: `a line-end hyphen splits “${word}”` };
      }
      return { zh: '上段以破折号结尾', en: 'the first half ends with a dash' };
    case END.opener:
      return { zh: '上段以左引号或左括号结尾', en: 'the first half ends with an opening mark' };
    case END.colon:
      return { zh: '上段以冒号结尾', en: 'the first half ends with a colon' };
    default:
      break;
  }
  if (first.han === 0 && /^\p{Ll}/u.test(next.text)) {
    return {
      zh: '上段没有句末标点，下段以小写字母开头',
      en: 'the first half has no sentence-final punctuation and the second begins in lower case',
    };
  }
  const last = crossing.left === 0 && crossing.last !== '' ? block.text.slice(-crossing.last.length) : '';
  if (last === '') return { zh: '上段没有句末标点', en: 'the first half has no sentence-final punctuation' };
  return {
    zh: `上段停在“${last}”，没有句末标点`,
    en: `the first half stops at “${last}”, without sentence-final punctuation`,
  };
}

function fullLine({ survey, first, block }: Junction): Reason | undefined {
  const { wrap } = survey;
  if (!fillsLine(wrap, first, block)) return undefined;
  return { zh: '文字按行折断，此行已写满', en: 'the text is broken line by line, and this line is full' };
}

function furnitureBetween(block: TextBlock): Reason {
  return isPageNumber(block.text)
    ? {
        zh: `中间隔着页码“${block.text}”，连接时删去`,
        en: `the page number “${block.text}” stands between and goes with the join`,
      }
    : {
        zh: `中间隔着书眉“${block.text}”，连接时删去`,
        en: `the running head “${block.text}” stands between and goes with the join`,
      };
}

/** What speaks against the join, so that an editor knows why the confidence is low. */
function doubt({ second, runBefore, runAfter, first, survey }: Junction): Reason | undefined {
  if (second.list !== LIST_MARKER.none)
    return { zh: '但下段像列表项', en: 'but the second half looks like a list item' };
  if (!survey.wrap.isWrapped && first.length <= 26 && runBefore + runAfter >= 4) {
    return { zh: '但也像诗句或并列的短行', en: 'but these may be lines of verse or of a list' };
  }
  return undefined;
}

function barrierName(block: TextBlock): Reason {
  const text = block.text.length > 16 ? `${block.text.slice(0, 15)}…` : block.text;
  switch (block.kind) {
    case 'heading':
      return { zh: `标题“${text}”`, en: `the heading “${text}”` };
    case 'image':
      return { zh: '图片', en: 'an image' };
    case 'table':
      return { zh: '表格', en: 'a table' };
    default:
      return { zh: `图注“${text}”`, en: `the caption “${text}”` };
  }
}

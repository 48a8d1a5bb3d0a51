import {
  type ExportFormat,
  type ExportJob,
  type ExportPart,
  type ExportReport,
  optionOf,
} from '../exports/exportFormat';
import { type FlatMention, flatText, placeOf } from '../exports/flatText';
import { Losses } from '../exports/losses';
import { PartBuffer } from '../exports/partBuffer';
import type { Message } from '../source/fileError';
import { countDetails } from './details';
import { outermost } from './outermost';
import { unitsOf } from './units';

/** Stands for a space in a row, where the editor wants spaces kept: U+2423 OPEN BOX. */
export const SPACE_SIGN = '␣';

/** The label of a row by its place in its mention. */
type Scheme = (type: string, first: boolean, last: boolean) => string;

const bio: Scheme = (type, first) => `${first ? 'B' : 'I'}-${type}`;
const bioes: Scheme = (type, first, last) => `${first ? (last ? 'S' : 'B') : last ? 'E' : 'I'}-${type}`;

/** CoNLL-2002's two columns, labelled B and I (Ramshaw and Marcus, 1995; IOB2). */
export const conllFormat = columnsFormat('conll', 'CoNLL (BIO)', bio, {
  en: 'One character and its label a row, for training taggers; doccano, INCEpTION, Hugging Face',
  zh: '每行一字一标签，用于训练序列标注模型；doccano、INCEpTION、Hugging Face',
});

/** The same with the end of a mention and a mention of one character labelled as such (also called BMES). */
export const bioesFormat = columnsFormat('bioes', 'CoNLL (BIOES)', bioes, {
  en: 'As CoNLL, with the ends of mentions labelled E and single characters S',
  zh: '同 CoNLL，另以 E 标末字，以 S 标单字',
});

function columnsFormat(id: string, name: string, scheme: Scheme, about: Message): ExportFormat {
  const format: ExportFormat = {
    id,
    kind: 'data',
    name: { en: name, zh: name },
    about,
    files: [{ extension: `.${id === 'conll' ? 'conll' : 'bioes'}`, encoding: 'utf-8' }],
    options: [
      {
        id: 'separator',
        name: { en: 'Between the columns', zh: '列之间' },
        kind: 'choice',
        choices: [
          { value: 'tab', name: { en: 'Tab', zh: '制表符' } },
          { value: 'space', name: { en: 'Space (INCEpTION)', zh: '空格（INCEpTION）' } },
        ],
        preset: 'tab',
      },
      {
        id: 'spaces',
        name: { en: 'Spaces in the text', zh: '正文中的空格' },
        kind: 'choice',
        choices: [
          { value: 'omit', name: { en: 'Leave out', zh: '略去' } },
          { value: 'sign', name: { en: `A row with ${SPACE_SIGN}`, zh: `以“${SPACE_SIGN}”占一行` } },
        ],
        preset: 'omit',
      },
      {
        id: 'sequence',
        name: { en: 'Blank line after each', zh: '空行分隔' },
        kind: 'choice',
        choices: [
          { value: 'paragraph', name: { en: 'Paragraph', zh: '段落' } },
          { value: 'sentence', name: { en: 'Sentence', zh: '句子' } },
        ],
        preset: 'paragraph',
      },
    ],
    ofOriginal: true,
    write: job => writeColumns(format, scheme, job),
  };
  return format;
}

const OMITTED = /[\s\p{Cc}]/u;
/** GB/T 15834: what ends a sentence, and what may close after it. */
const SENTENCE_END = /[。！？]/u;
const CLOSING = /[。！？”’」』）】》]/u;

function* writeColumns(
  format: ExportFormat,
  scheme: Scheme,
  job: ExportJob,
): Generator<ExportPart, ExportReport> {
  const separator = optionOf(format, job, 'separator') === 'space' ? ' ' : '\t';
  const keepSpaces = optionOf(format, job, 'spaces') === 'sign';
  const bySentence = optionOf(format, job, 'sequence') === 'sentence';
  const losses = new Losses();
  const flat = yield* flatText(job, losses);
  const kept = outermost(flat.mentions, losses);
  const labelOf = typeNames(losses);
  const out = new PartBuffer(0);
  const plain = `${separator}O\n`;
  const written: FlatMention[] = [];
  for (const unit of unitsOf({ text: flat.text, mentions: kept }, 'paragraph')) {
    let next = 0;
    let mention = unit.mentions[0];
    let at = unit.start;
    /** Of the open mention: its last character with a row and whether it is the first with one. */
    let held: string | null = null;
    let first = true;
    const type = () => (mention ? labelOf(mention) : '');
    const release = (last: boolean) => {
      if (held === null) return;
      out.add(`${held}${separator}${scheme(type(), first, last)}\n`);
      held = null;
      first = false;
    };
    const close = () => {
      if (!mention) return;
      if (held === null) losses.add('empty', placeOf(mention.block, mention.mention));
      else written.push(mention);
      release(true);
      first = true;
      mention = unit.mentions[++next];
    };
    let owed = false;
    for (const char of unit.text) {
      while (mention && at >= mention.end) close();
      const inside = mention !== undefined && at >= mention.start;
      at += char.length;
      const row = rowOf(char, keepSpaces, losses);
      if (row === null) continue;
      if (owed && !inside && !CLOSING.test(row)) out.add('\n');
      if (owed && !CLOSING.test(row)) owed = false;
      if (inside) {
        release(false);
        held = row;
        continue;
      }
      out.add(row + plain);
      if (bySentence && SENTENCE_END.test(row)) owed = true;
    }
    while (mention) close();
    out.add('\n');
    yield* out.ready();
  }
  yield* out.rest();
  countDetails(job, written, {}, losses);
  return { mentions: written.length, entities: 0, corrections: 0, losses: losses.list() };
}

/** What a character's row holds; null where it has none. */
function rowOf(char: string, keepSpaces: boolean, losses: Losses): string | null {
  if (char > '\u3000' && char < '\ud800') return char;
  if (OMITTED.test(char)) {
    const space = /\s/.test(char);
    if (space && keepSpaces) {
      if (char !== ' ') losses.add('otherSpaces');
      return SPACE_SIGN;
    }
    losses.add(space ? 'spaces' : 'controls');
    return null;
  }
  if (char === SPACE_SIGN && keepSpaces) losses.add('spaceSigns');
  if (char.length === 1 && char >= '\ud800' && char <= '\udfff') {
    losses.add('surrogates');
    return '\ufffd';
  }
  return char;
}

/** Types as a column can hold them: without white space. */
function typeNames(losses: Losses): (mention: FlatMention) => string {
  const names = new Map<string, string>();
  return ({ mention: { type } }) => {
    let name = names.get(type);
    if (name === undefined) {
      name = type.replace(/[\s\p{Cc}\p{Cs}]/gu, '_');
      if (name !== type) losses.add('typeNames');
      names.set(type, name);
    }
    return name;
  };
}

import {
  type ExportFormat,
  type ExportJob,
  type ExportPart,
  type ExportReport,
  optionOf,
} from '../exports/exportFormat';
import { type FlatMention, flatText, PAUSE, placeOf } from '../exports/flatText';
import { Losses } from '../exports/losses';
import { UnitBuffer } from '../exports/unitBuffer';
import type { Message } from '../source/fileError';
import { countDetails } from './details';
import { outermost } from './outermost';
import { unitsOf } from './units';
import { ColumnRows, type Scheme, SPACE_SIGN } from './writeRows';

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

function* writeColumns(
  format: ExportFormat,
  scheme: Scheme,
  job: ExportJob,
): Generator<ExportPart, ExportReport> {
  const losses = new Losses();
  const flat = yield* flatText(job, losses);
  yield PAUSE;
  const kept = outermost(flat.mentions, losses);
  yield PAUSE;
  const separator = optionOf(format, job, 'separator') === 'space' ? ' ' : '\t';
  const keepSpaces = optionOf(format, job, 'spaces') === 'sign';
  const bySentence = optionOf(format, job, 'sequence') === 'sentence';
  const out = new UnitBuffer(0);
  const rows = new ColumnRows(out, flat.text, { separator, keepSpaces, bySentence, scheme }, losses);
  const written: FlatMention[] = [];
  for (const unit of unitsOf({ text: flat.text, mentions: kept }, 'paragraph')) {
    let at = unit.start;
    for (const mention of unit.mentions) {
      rows.outside(at, mention.start);
      if (rows.inside(mention.start, mention.end, mention.mention.type)) written.push(mention);
      else losses.add('empty', placeOf(mention.block, mention.mention));
      at = mention.end;
    }
    rows.outside(at, unit.start + unit.text.length);
    rows.endSequence();
    yield* out.ready();
  }
  yield* out.rest();
  yield* countDetails(job, written, {}, losses);
  return { mentions: written.length, entities: 0, corrections: 0, losses: losses.list() };
}

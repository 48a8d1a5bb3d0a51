import { headingLevel } from '../../document/block';
import type { KanwuDocument } from '../../document/document';
import {
  type ExportFormat,
  type ExportJob,
  type ExportPart,
  type ExportReport,
  optionOf,
} from '../../exports/exportFormat';
import { placeOf } from '../../exports/flatText';
import { Losses } from '../../exports/losses';
import { madeCorrections } from '../../exports/madeCorrections';
import { languageOf, titleOf } from '../language';
import { linesOf } from '../lines';
import { ofEitherText } from '../ofEitherText';
import { eachBlock } from '../textParts';
import { usualGapOf } from '../usualGap';
import { unwritableInXml } from '../xmlText';
import { zipParts } from '../zipParts';
import { DocxComments } from './docxComments';
import { customPart } from './docxCustom';
import { DocxMentions, type MentionStyle } from './docxMentions';
import { docxEntries } from './docxPackage';
import { DocxParagraphs, type DocxWriting } from './docxParagraphs';
import { Revisions } from './docxRevisions';
import { stylesXml } from './docxStyles';

/** A Word document: every correction a tracked change with author and date, or the text as corrected alone. */
export const docxEdition: ExportFormat = ofEitherText({
  id: 'docx',
  kind: 'edition',
  name: { en: 'Word document (DOCX)', zh: 'Word 文档（DOCX）' },
  about: {
    en: 'For Word, WPS and LibreOffice; corrections as tracked changes that can be accepted or rejected.',
    zh: '供 Word、WPS、LibreOffice 使用；更正写作修订，可逐条接受或拒绝。',
  },
  files: [{ extension: '.docx', encoding: 'binary' }],
  options: [
    {
      id: 'tracked',
      kind: 'flag',
      name: { en: 'Corrections as tracked changes', zh: '更正写作修订' },
      choices: [],
      preset: 'yes',
      ofCorrections: true,
    },
    {
      id: 'mentions',
      kind: 'choice',
      name: { en: 'Mentions', zh: '标注' },
      choices: [
        { value: 'styles', name: { en: 'shaded', zh: '底纹' } },
        { value: 'comments', name: { en: 'as comments', zh: '批注' } },
        { value: 'none', name: { en: 'left out', zh: '不写' } },
      ],
      preset: 'styles',
    },
    {
      id: 'reasons',
      kind: 'flag',
      name: { en: 'Reasons of corrections as comments', zh: '更正理由写作批注' },
      choices: [],
      preset: 'no',
      ofCorrections: true,
    },
  ],
  *write(job) {
    const { document, author, now, locale } = job;
    const tracked = optionOf(docxEdition, job, 'tracked') === 'yes';
    const style = optionOf(docxEdition, job, 'mentions') as MentionStyle;
    const reasons = tracked && optionOf(docxEdition, job, 'reasons') === 'yes';
    const comments = new DocxComments();
    const mentions = new DocxMentions(document, style, comments, locale);
    const revisions = new Revisions(tracked);
    const writing = { source: document.source.text, revisions, mentions, comments, reasons };
    const entries = docxEntries({
      title: titleOf(document),
      author,
      now,
      styles: stylesXml(document.tagset, languageOf(document), locale),
      body: bodyOf(document, writing),
      tracked,
      comments: () => comments.written,
      custom: style === 'none' ? null : () => customPart(document, mentions.written),
    });
    for (const data of zipParts(entries, now)) yield { file: 0, data };
    return yield* reportOf(job, tracked, reasons, mentions.written.length);
  },
});

function* bodyOf({ lead, blocks }: KanwuDocument, writing: DocxWriting): Generator<string> {
  const paragraphs = new DocxParagraphs(writing);
  paragraphs.lead(lead);
  for (const { line, next } of linesOf(blocks)) yield paragraphs.write(line, next === undefined);
  yield paragraphs.rest();
}

function* reportOf(
  { document }: ExportJob,
  tracked: boolean,
  reasons: boolean,
  mentions: number,
): Generator<ExportPart, ExportReport> {
  const losses = new Losses();
  const usual = usualGapOf(document);
  yield* eachBlock(document.blocks, (block, n) => {
    const { marker, body, gap } = block;
    const start = placeOf(block, { start: 0, end: Math.min(12, body.text.length) });
    const indented = headingLevel(marker.text) === 0 && marker.text !== '';
    const last = n === document.blocks.length - 1;
    if (indented || (gap.text !== usual && gap.text !== '' && !last)) losses.add('separators', start);
    losses.add('controlsShown', start, unwritableInXml(body.text));
    if (mentions > 0) return;
    for (const mention of block.mentions) losses.add('mentions', placeOf(block, mention));
  });
  const list = yield* madeCorrections(document);
  if (!tracked) losses.add('corrections', undefined, list.length);
  else if (!reasons) losses.add('correctionDetails', undefined, list.filter(c => c.why !== undefined).length);
  return {
    mentions,
    entities: mentions === 0 ? 0 : document.entities.size,
    corrections: tracked ? list.length : 0,
    losses: losses.list(),
  };
}

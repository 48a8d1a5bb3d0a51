import type { KanwuDocument } from '../../document/document';
import type { ExportFormat, ExportPart, ExportReport } from '../../exports/exportFormat';
import { placeOf, withoutSpace } from '../../exports/flatText';
import { Losses } from '../../exports/losses';
import { madeCorrections } from '../../exports/madeCorrections';
import { languageOf } from '../language';
import { ofEitherText } from '../ofEitherText';
import { eachBlock, textParts } from '../textParts';
import { usualGapOf } from '../usualGap';
import { unwritableInXml } from '../xmlText';
import { teiBody } from './teiBody';
import { TeiChanges } from './teiChanges';
import type { TeiWriting } from './teiContent';
import { teiHeader } from './teiHeader';
import { instruction } from './teiInstruction';
import { TeiMentions } from './teiMention';
import { NamedMentions, teiStandOff } from './teiStandOff';

/** TEI P5: the reading text with every correction beside its original reading, entities, and their register. */
export const teiEdition: ExportFormat = ofEitherText({
  id: 'tei',
  kind: 'edition',
  name: { en: 'TEI P5 (XML)', zh: 'TEI P5（XML）' },
  about: {
    en: 'For scholarly editions: corrections beside the original readings, entities and their register.',
    zh: '供学术整理：更正与原文并存，含实体及其名录。',
  },
  files: [{ extension: '.tei.xml', encoding: 'utf-8' }],
  options: [],
  *write(job) {
    const { document } = job;
    const changes = new TeiChanges();
    const named = new NamedMentions();
    const mentions = new TeiMentions(document.tagset, changes, named, document.entities);
    yield* eachBlock(document.blocks, block => {
      changes.addBlock(block);
      for (const mention of block.mentions) {
        named.add(mention);
        mentions.category(mention.type);
      }
    });
    changes.addDocument(document);
    for (const { type } of document.entities.values()) mentions.category(type);
    const writing: TeiWriting = {
      source: document.source.text,
      changes,
      mentions,
      usualGap: usualGapOf(document),
      spans: [],
      anchors: 0,
    };
    const language = languageOf(document);
    function* file(): Generator<string> {
      yield '<?xml version="1.0" encoding="UTF-8"?>\n';
      yield '<TEI xmlns="http://www.tei-c.org/ns/1.0">\n';
      yield* teiHeader(job, changes, mentions.categories, language);
      yield `<text xml:lang="${language}" xml:space="preserve">${instruction('separator', writing.usualGap)}\n`;
      yield* teiBody(document, writing);
      yield '</text>\n';
      yield* teiStandOff(document, writing);
      yield '</TEI>\n';
    }
    yield* textParts(file());
    return yield* reportOf(document);
  },
});

function* reportOf(document: KanwuDocument): Generator<ExportPart, ExportReport> {
  const losses = new Losses();
  let mentions = 0;
  yield* eachBlock(document.blocks, block => {
    for (const mention of block.mentions) {
      const { start, end } = withoutSpace(block.body.text, mention.start, mention.end);
      if (start < end) mentions++;
      else losses.add('blank', placeOf(block, mention));
    }
    const count = unwritableInXml(block.body.text);
    if (count > 0) {
      losses.add('controlsShown', placeOf(block, { start: 0, end: block.body.text.length }), count);
    }
  });
  const { length } = yield* madeCorrections(document);
  return { mentions, entities: document.entities.size, corrections: length, losses: losses.list() };
}

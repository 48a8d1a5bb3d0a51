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
import { htmlBlocks } from '../htmlBlocks';
import { marksOf, unwritable } from '../htmlMarks';
import { languageOf, titleOf } from '../language';
import { ofEitherText } from '../ofEitherText';
import { eachBlock } from '../textParts';
import { type ZipEntry, zipParts } from '../zipParts';
import { anchorOf, type Chapter, chaptersOf } from './chapters';
import {
  BOOK_STYLE,
  type BookFacts,
  CONTAINER,
  chapterName,
  navigation,
  packageDocument,
  XHTML_END,
  xhtmlHead,
} from './epubFiles';

/** An e-book (EPUB 3), parted at headings where it is long, with a table of contents. */
export const epubEdition: ExportFormat = ofEitherText({
  id: 'epub',
  kind: 'edition',
  name: { en: 'E-book (EPUB)', zh: '电子书（EPUB）' },
  about: {
    en: 'For e-book readers and phones, with a table of contents from the headings.',
    zh: '供电子书阅读器和手机使用，目录由标题生成。',
  },
  files: [{ extension: '.epub', encoding: 'binary' }],
  options: [
    {
      id: 'mentions',
      kind: 'flag',
      name: { en: 'Mentions underlined', zh: '标注加下划线' },
      choices: [],
      preset: 'yes',
    },
  ],
  *write(job) {
    const mentions = optionOf(epubEdition, job, 'mentions') === 'yes';
    for (const data of zipParts(entriesOf(job, mentions), job.now)) yield { file: 0, data };
    return yield* reportOf(job, mentions);
  },
});

function* entriesOf(job: ExportJob, mentions: boolean): Generator<ZipEntry> {
  const { document, author, now, locale } = job;
  const { chapters, contents } = chaptersOf(document.blocks);
  const book: BookFacts = {
    title: titleOf(document),
    language: languageOf(document),
    sha256: document.source.sha256,
    author,
    now,
    issued: document.issueDate,
    chapters: chapters.length,
  };
  yield { name: 'mimetype', contents: ['application/epub+zip'], stored: true };
  yield { name: 'META-INF/container.xml', contents: [CONTAINER] };
  yield { name: 'EPUB/package.opf', contents: [packageDocument(book)] };
  yield {
    name: 'EPUB/nav.xhtml',
    contents: [navigation(contents, book, locale === 'zh' ? '目录' : 'Contents')],
  };
  yield { name: 'EPUB/style.css', contents: [BOOK_STYLE] };
  for (const [n, chapter] of chapters.entries()) {
    const title = contents.find(entry => entry.chapter === n)?.text ?? book.title;
    yield {
      name: `EPUB/${chapterName(n)}`,
      contents: chapterXhtml(job, chapter, title, book.language, mentions),
    };
  }
}

function* chapterXhtml(
  { document, locale }: ExportJob,
  { from, to }: Chapter,
  title: string,
  language: string,
  mentions: boolean,
): Generator<string> {
  yield xhtmlHead(title, language);
  const marks = marksOf(document, [], { locale, register: false });
  const plain = { spans: [], points: [] };
  const blocks = document.blocks.slice(from, to);
  const lines = htmlBlocks(
    blocks,
    (block, index) => (mentions ? marks(block, index) : plain),
    ({ index }) => anchorOf(from + index),
  );
  let part = '';
  for (const line of lines) {
    part += line;
    if (part.length < 1 << 15) continue;
    yield part;
    part = '';
  }
  yield part + XHTML_END;
}

function* reportOf({ document }: ExportJob, written: boolean): Generator<ExportPart, ExportReport> {
  const losses = new Losses();
  let mentions = 0;
  yield* eachBlock(document.blocks, block => {
    if (written) mentions += block.mentions.length;
    else for (const mention of block.mentions) losses.add('mentions', placeOf(block, mention));
    const count = unwritable(block);
    if (count > 0)
      losses.add('controlsShown', placeOf(block, { start: 0, end: block.body.text.length }), count);
  });
  losses.add('entities', undefined, document.entities.size);
  const made = yield* madeCorrections(document);
  losses.add('corrections', undefined, made.length);
  return { mentions, entities: 0, corrections: 0, losses: losses.list() };
}

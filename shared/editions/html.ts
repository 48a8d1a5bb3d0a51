import type { KanwuDocument } from '../document/document';
import type { Mention } from '../document/mention';
import type { TagType } from '../document/tagset';
import { foldText } from '../lexicon/fold';
import type { Edition, EditionOptions } from './edition';
import { pushBlocks } from './htmlBlocks';
import { HTML_STYLE } from './htmlStyle';
import { htmlAttribute, htmlText } from './htmlText';
import type { MarkTag } from './markedText';

/**
 * One self-contained page: no script, nothing loaded from elsewhere. Mentions are nested `mark` elements; the parts of
 * one that crosses another share its `data-id`. The text parses to the working text's blocks again.
 */
export const htmlEdition: Edition = {
  id: 'html',
  extension: '.html',
  name: { en: 'Web page (HTML)', zh: '网页（HTML）' },
  encoding: 'utf-8',
  write(document, options) {
    const title = htmlText(titleOf(document));
    const legend = legendOf(document, options);
    const generator = options.generator
      ? `<meta name="generator" content="${htmlAttribute(options.generator)}">\n`
      : '';
    const out = [
      `<!doctype html>\n<html lang="${languageOf(document)}">\n<head>\n<meta charset="utf-8">\n`,
      '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`,
      `${generator}<title>${title}</title>\n<style>\n${HTML_STYLE}</style>\n</head>\n<body>\n`,
      legend,
      '<main>\n',
    ];
    pushBlocks(out, document.blocks, markTags(document, options));
    out.push('</main>\n</body>\n</html>\n');
    return out.join('');
  },
};

/** The first heading, else the file's name without its extension. */
function titleOf({ blocks, source }: KanwuDocument): string {
  const heading = blocks.find(block => block.kind === 'heading' && block.body.text !== '');
  return heading?.body.text ?? source.name.replace(/(?<=.)\.[^.]*$/, '');
}

const LANGUAGE_SAMPLE = 20_000;

/** BCP 47 tag of the text, by the script of its beginning; it decides which forms of Han a browser draws. */
function languageOf(document: KanwuDocument): string {
  let sample = '';
  for (const { body } of document.blocks) {
    sample += body.text.slice(0, LANGUAGE_SAMPLE);
    if (sample.length >= LANGUAGE_SAMPLE) break;
  }
  const han = sample.match(/\p{Script=Han}/gu)?.join('') ?? '';
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (han.length * 4 < latin) return 'en';
  const folded = foldText(han);
  let traditional = 0;
  for (let i = 0; i < han.length; i++) if (han[i] !== folded[i]) traditional++;
  return traditional * 20 > han.length ? 'zh-Hant' : 'zh-Hans';
}

/** Class of a type's colour; 0 for a type that the tagset lacks. */
function colorClass(type: TagType | undefined): string {
  return `t${type?.color ?? 0}`;
}

function markTags({ tagset }: KanwuDocument, { locale }: EditionOptions): MarkTag {
  const types = new Map(tagset.map(type => [type.id, type]));
  const beginnings = new Map<string, { tag: string; title: string }>();
  const beginningOf = (id: string) => {
    const known = beginnings.get(id);
    if (known) return known;
    const type = types.get(id);
    const tag = `<mark class="${colorClass(type)}" data-type="${htmlAttribute(id)}" data-id="`;
    const made = { tag, title: type?.name[locale] || id };
    beginnings.set(id, made);
    return made;
  };
  return (mention, continued) => {
    const { tag, title } = beginningOf(mention.type);
    return `${tag}${htmlAttribute(mention.id)}" title="${htmlAttribute(titled(title, mention))}"${more(mention, continued)}>`;
  };
}

function titled(name: string, { note }: Mention): string {
  return note ? `${name} · ${note}` : name;
}

function more({ entity, continues }: Mention, continued: boolean): string {
  const link = entity === undefined ? '' : ` data-entity="${htmlAttribute(entity)}"`;
  const part = continued ? ' data-continued' : '';
  return continues === undefined
    ? link + part
    : `${link} data-continues="${htmlAttribute(continues)}"${part}`;
}

/** The types that occur, in the tagset's order, with how many mentions each has; nothing where there are none. */
function legendOf({ blocks, tagset }: KanwuDocument, { locale }: EditionOptions): string {
  const counts = new Map<string, number>();
  for (const { mentions } of blocks) {
    for (const { type } of mentions) counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  if (counts.size === 0) return '';
  const known = tagset.filter(type => counts.has(type.id));
  const strange = [...counts.keys()].filter(id => !tagset.some(type => type.id === id)).sort();
  const item = (id: string, color: string, name: string) =>
    `<li><span class="key ${color}" data-type="${htmlAttribute(id)}">${htmlText(name)}</span> ${counts.get(id)}</li>\n`;
  const items = [
    ...known.map(type => item(type.id, colorClass(type), type.name[locale] || type.id)),
    ...strange.map(id => item(id, colorClass(undefined), id)),
  ];
  const label = locale === 'zh' ? '标注类型' : 'Types of mention';
  return `<aside class="legend" aria-label="${label}">\n<ul>\n${items.join('')}</ul>\n</aside>\n`;
}

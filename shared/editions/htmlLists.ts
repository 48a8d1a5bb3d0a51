import type { Entity, Identifier } from '../document/entity';
import { allMentions } from '../edits/tagging';
import type { ExportJob } from '../exports/exportFormat';
import type { Message } from '../source/fileError';
import { CORRECTION_HEADINGS, CORRECTIONS_TITLE, correctionRow } from './correctionRow';
import { htmlAttribute, htmlText } from './htmlText';
import type { PlacedCorrection } from './placedCorrections';

const COLUMNS = ['number', 'place', 'before', 'after', 'reason', 'who', 'when'] as const;

/** The list of corrections as a table. With `links` each number leads back to its place in the text above. */
export function* htmlCorrections(
  placed: Iterable<PlacedCorrection>,
  job: ExportJob,
  links: boolean,
): Generator<string> {
  const { locale } = job;
  const heads = COLUMNS.map(column => `<th scope="col">${CORRECTION_HEADINGS[column][locale]}</th>`);
  yield `<table class="corrections">\n<thead>\n<tr>${heads.join('')}</tr>\n</thead>\n<tbody>\n`;
  for (const correction of placed) {
    const { number, place, left, right, before, after, reason, who, when } = correctionRow(correction, job);
    const around = (tag: 'del' | 'ins', text: string) =>
      `<td>${htmlText(left)}${text === '' ? '' : `<${tag}>${htmlText(text)}</${tag}>`}${htmlText(right)}</td>`;
    const label = links ? `<a href="#at-${number}">${number}</a>` : String(number);
    yield `<tr id="correction-${number}"><td>${label}</td><td>${htmlText(place)}</td>${around('del', before)}${around('ins', after)}` +
      `<td>${htmlText(reason)}</td><td>${htmlText(who)}</td><td>${htmlText(when)}</td></tr>\n`;
  }
  yield '</tbody>\n</table>\n';
}

const ORIGINAL: Message = {
  en: 'This is the original text: nothing in it is corrected.',
  zh: '此为原文，未作任何更正。',
};

/** The apparatus below a text; of the original it says why there is none. */
export function* htmlApparatus(placed: readonly PlacedCorrection[], job: ExportJob): Generator<string> {
  const original = job.text === 'original';
  if (placed.length === 0 && !original) return;
  yield `<section class="apparatus">\n<h2>${CORRECTIONS_TITLE[job.locale]}</h2>\n`;
  if (original) yield `<p>${ORIGINAL[job.locale]}</p>\n`;
  else yield* htmlCorrections(placed, job, true);
  yield '</section>\n';
}

const AUTHORITIES: Readonly<Record<Identifier['scheme'], { readonly name: string; readonly page: string }>> =
  {
    wikidata: { name: 'Wikidata', page: 'https://www.wikidata.org/wiki/' },
    viaf: { name: 'VIAF', page: 'https://viaf.org/viaf/' },
    geonames: { name: 'GeoNames', page: 'https://www.geonames.org/' },
    own: { name: '', page: '' },
  };

/** Mentions an entry of the register links to at most. */
const MOST_LINKS = 50;

/** The register below a text: each entity's names and identifiers, and links to where it is mentioned. */
export function* htmlRegister(job: ExportJob): Generator<string> {
  const { document, locale } = job;
  if (document.entities.size === 0) return;
  const mentions = new Map<string, string[]>();
  for (const { mention } of allMentions(document)) {
    if (mention.entity === undefined) continue;
    const list = mentions.get(mention.entity);
    if (list) list.push(mention.id);
    else mentions.set(mention.entity, [mention.id]);
  }
  yield `<section class="register">\n<h2>${locale === 'zh' ? '实体名录' : 'Register'}</h2>\n<dl>\n`;
  for (const entity of document.entities.values()) {
    yield entryOf(entity, mentions.get(entity.id) ?? [], job);
  }
  yield '</dl>\n</section>\n';
}

function entryOf(entity: Entity, mentions: readonly string[], { document, locale }: ExportJob): string {
  const { id, type, name, aliases, identifiers, note } = entity;
  const typeName = document.tagset.find(known => known.id === type)?.name[locale] || type;
  const details = [
    aliases.length > 0 ? htmlText(aliases.join(locale === 'zh' ? '、' : ', ')) : '',
    identifiers.map(identifierLink).join(' · '),
    note ? htmlText(note) : '',
    mentions
      .slice(0, MOST_LINKS)
      .map((mention, n) => `<a href="#${htmlAttribute(mention)}">${n + 1}</a>`)
      .join(' ') + (mentions.length > MOST_LINKS ? ` … (${mentions.length})` : ''),
  ].filter(detail => detail !== '');
  const lines = details.map(detail => `<dd>${detail}</dd>\n`).join('');
  return `<dt id="${htmlAttribute(id)}">${htmlText(name)} <small>${htmlText(typeName)}</small></dt>\n${lines}`;
}

function identifierLink({ scheme, value }: Identifier): string {
  const { name, page } = AUTHORITIES[scheme];
  const label = htmlText(`${name} ${value}`.trim());
  return page === '' ? label : `<a href="${page}${encodeURIComponent(value)}" rel="noreferrer">${label}</a>`;
}

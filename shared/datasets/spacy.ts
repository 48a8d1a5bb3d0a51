import { CodePoints } from '../exports/codePoints';
import {
  type ExportFormat,
  type ExportJob,
  type ExportPart,
  type ExportReport,
  optionOf,
} from '../exports/exportFormat';
import { type FlatMention, flatText } from '../exports/flatText';
import { Losses } from '../exports/losses';
import { PartBuffer } from '../exports/partBuffer';
import { countDetails } from './details';
import { outermost } from './outermost';
import { UNIT_OPTION, type Unit, unitsOf } from './units';
import { addJsonString } from './utf8';

/** Key of the span group; spaCy's span categoriser reads `sc` unless told otherwise. */
export const SPAN_GROUP = 'sc';

/**
 * spaCy's own JSON of a `Doc`, one a line: what `Doc.from_json` reads and `DocBin` then holds. Chosen over the training
 * format of spaCy 2 (only `spacy convert` still reads it, and it has no overlap) and over bare `{"text", "entities"}`
 * (a convention every script reads in its own way). `ents` holds the outermost mentions, the span group all of them.
 * Offsets count code points; tokens are single characters, as spaCy's Chinese default cuts.
 */
export const spacyFormat: ExportFormat = {
  id: 'spacy',
  kind: 'data',
  name: { en: 'spaCy JSON lines', zh: 'spaCy JSONL' },
  about: {
    en: 'One Doc a line for Doc.from_json and DocBin: entities, and all mentions as a span group',
    zh: '每行一个 Doc，供 Doc.from_json 与 DocBin 使用；含实体及全部标注的 span 组',
  },
  files: [{ extension: '.jsonl', encoding: 'utf-8' }],
  options: [
    UNIT_OPTION,
    {
      id: 'tokens',
      name: { en: 'With tokens (Doc.from_json needs them)', zh: '包含词元（Doc.from_json 需要）' },
      kind: 'flag',
      choices: [],
      preset: 'yes',
    },
  ],
  ofOriginal: true,
  write,
};

function* write(job: ExportJob): Generator<ExportPart, ExportReport> {
  const losses = new Losses();
  const flat = yield* flatText(job, losses);
  const withTokens = optionOf(spacyFormat, job, 'tokens') === 'yes';
  const out = new PartBuffer(0);
  for (const unit of unitsOf(flat, optionOf(spacyFormat, job, 'unit'))) {
    const points = new CodePoints(unit.text);
    out.add('{"text":');
    yield* addJsonString(out, unit.text);
    const span = ({ mention, start, end }: FlatMention) =>
      `{"start":${points.at(start - unit.start)},"end":${points.at(end - unit.start)},"label":${JSON.stringify(mention.type)}`;
    out.add(',"ents":[');
    // What does not go into `ents` stands in the span group, so it is not lost.
    yield* list(out, outermost(unit.mentions, new Losses()), m => `${span(m)}}`);
    out.add(`],"spans":{"${SPAN_GROUP}":[`);
    yield* list(out, unit.mentions, m => `${span(m)},"kb_id":${JSON.stringify(knowledgeId(job, m))}}`);
    out.add(']}');
    if (withTokens) yield* tokens(out, unit);
    out.add(`,"_":{"offset":${unit.offset}}}\n`);
    yield* out.ready();
  }
  yield* out.rest();
  yield* countDetails(job, flat.mentions, { links: true }, losses);
  return { mentions: flat.mentions.length, entities: 0, corrections: 0, losses: losses.list() };
}

/** The entity's first identifier, `wikidata:Q956` or Wikidata's bare `Q956` as spaCy's own examples have it. */
function knowledgeId({ document }: ExportJob, { mention }: FlatMention): string {
  const entity = mention.entity === undefined ? undefined : document.entities.get(mention.entity);
  if (!entity) return '';
  const identifier = entity.identifiers[0];
  if (!identifier) return entity.id;
  return identifier.scheme === 'wikidata' ? identifier.value : `${identifier.scheme}:${identifier.value}`;
}

function* list(
  out: PartBuffer,
  mentions: readonly FlatMention[],
  json: (mention: FlatMention) => string,
): Generator<ExportPart, void> {
  let first = true;
  for (const mention of mentions) {
    out.add(first ? json(mention) : `,${json(mention)}`);
    first = false;
    yield* out.ready();
  }
}

/** Tokens of one character from offset 0 on, as they stand in a list: `{"start":0,"end":1},{"start":1,"end":2},…` */
const TOKEN_ROW = Array.from({ length: 8192 }, (_, at) => tokenAt(at));
const TOKEN_ENDS = TOKEN_ROW.reduce(
  (ends, token, at) => {
    ends[at + 1] = (ends[at] ?? 0) + token.length;
    return ends;
  },
  new Uint32Array(TOKEN_ROW.length + 1),
);
const TOKENS = TOKEN_ROW.join('');

function tokenAt(at: number): string {
  return `{"start":${at},"end":${at + 1}},`;
}

/**
 * A token a character; a plain space after one belongs to it (spaCy's `whitespace_`) and is no token. What stands between two
 * such spaces is cut out of one string that all examples share: five million tokens are nothing to write then.
 */
function* tokens(out: PartBuffer, { text }: Unit): Generator<ExportPart, void> {
  out.add(',"tokens":[');
  yield* out.rest();
  let from = 0;
  let at = 0;
  let taken = true;
  let last = '';
  for (const char of text) {
    if (char !== ' ' || taken) taken = false;
    else {
      if (last !== '') yield { file: 0, data: last };
      last = run(from, at);
      from = at + 1;
      taken = true;
    }
    at++;
    if (at - from >= LONGEST_RUN) {
      if (last !== '') yield { file: 0, data: last };
      last = run(from, at);
      from = at;
    }
  }
  if (from < at) {
    if (last !== '') yield { file: 0, data: last };
    last = run(from, at);
  }
  if (last !== '') yield { file: 0, data: last.slice(0, -1) };
  out.add(']');
}

const LONGEST_RUN = 4096;

function run(from: number, to: number): string {
  if (to < TOKEN_ENDS.length) return TOKENS.slice(TOKEN_ENDS[from], TOKEN_ENDS[to]);
  let made = '';
  for (let at = from; at < to; at++) made += tokenAt(at);
  return made;
}

import { idSource } from '../../shared/document/ids';
import { openSource } from '../../shared/document/parse';
import { SUGGESTED_TYPES } from '../../shared/suggesters/suggestion';
import type { Command, ExitCode, Given, Locale } from '../command';
import { readGazetteer } from '../readGazetteer';
import { readSource } from '../readSource';
import { reportFailure, reportNotice } from '../report';
import { printable, tell, writeOut } from '../streams';
import { type LocatedSuggestion, suggestMentions } from '../suggesting';

export const suggest: Command = {
  name: 'suggest',
  operands: 'FILE…',
  summary: 'Suggests mentions to tag: people, organisations, places, dates, amounts, works, events.',
  options: {
    json: { type: 'boolean', value: '', help: 'one line of JSON for each file' },
    types: { type: 'string', value: 'TYPE,…', help: `only these types: ${SUGGESTED_TYPES.join(', ')}` },
    'min-confidence': { type: 'string', value: 'P', help: 'only suggestions this sure, 0 to 1 (0.5)' },
    gazetteer: {
      type: 'string',
      value: 'FILE',
      help: 'suggest the names of this list as well (CSV or JSON)',
    },
    encoding: { type: 'string', value: 'NAME', help: 'read as utf-8, gb18030, big5, utf-16le or utf-16be' },
  },
  run: suggestInFiles,
};

async function suggestInFiles(given: Given): Promise<ExitCode> {
  const files = given.files();
  const { locale } = given;
  const types = typesOf(given);
  const least = given.share('min-confidence', 0.5);
  const encoding = given.encoding('encoding');
  const gazetteer = given.text('gazetteer');
  const known = gazetteer === undefined ? undefined : await readGazetteer(gazetteer);
  const counts = new Map<string, number>();
  let failed = 0;
  for (const file of files) {
    try {
      const { source, notices } = await readSource(file, encoding);
      for (const notice of notices) await reportNotice(file, notice, locale);
      const all = await suggestMentions(openSource(source, idSource()), least, file, known);
      const wanted = all.filter(({ suggestion }) => types === null || types.includes(suggestion.type));
      for (const { suggestion } of wanted)
        counts.set(suggestion.type, (counts.get(suggestion.type) ?? 0) + 1);
      await writeOut(
        given.has('json')
          ? jsonLine(file, wanted, locale)
          : wanted.map(one => textLine(file, one, locale)).join(''),
      );
    } catch (error) {
      await reportFailure(error, locale);
      failed++;
    }
  }
  if (!given.has('json') && failed < files.length) await tell(summary(files.length - failed, counts, locale));
  return failed > 0 ? 2 : 0;
}

/** Null for all, those of a gazetteer too. */
function typesOf(given: Given): readonly string[] | null {
  const value = given.text('types');
  if (value === undefined) return null;
  return value.split(',').map(name => {
    const type = SUGGESTED_TYPES.find(known => known === name.trim().toUpperCase());
    if (!type)
      throw given.wrong(`there is no type “${name.trim()}”; the types are ${SUGGESTED_TYPES.join(', ')}.`);
    return type;
  });
}

function jsonLine(file: string, located: readonly LocatedSuggestion[], locale: Locale): string {
  const suggestions = located.map(({ suggestion: { type, text, confidence, reason }, start, end }) => ({
    type,
    start,
    end,
    text,
    confidence,
    reason: reason[locale],
  }));
  return `${JSON.stringify({ file, suggestions })}\n`;
}

/** `file:line:column: TYPE sure: text (why)`. */
function textLine(file: string, { suggestion, line, column }: LocatedSuggestion, locale: Locale): string {
  const { type, text, confidence, reason } = suggestion;
  // Down, so that what shows 90 % is at least that.
  const sure = `${Math.floor(confidence * 100)} %`;
  return `${printable(`${file}:${line}:${column}: ${type} ${sure}: ${text} (${reason[locale]})`)}\n`;
}

function summary(files: number, counts: ReadonlyMap<string, number>, locale: Locale): string {
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
  const known: readonly string[] = SUGGESTED_TYPES;
  const types = [...known, ...[...counts.keys()].filter(type => !known.includes(type))];
  const each = types.filter(type => counts.has(type)).map(type => `${type} ${counts.get(type)}`);
  const list = each.length > 0 ? ` (${each.join(', ')})` : '';
  if (locale === 'zh') return `${files} 个文件，${total} 处建议${list}`;
  return `${total} suggestion${total === 1 ? '' : 's'} in ${files} file${files === 1 ? '' : 's'}${list}`;
}

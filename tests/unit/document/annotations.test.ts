import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnnotations } from '../../../shared/annotation/readAnnotations';
import { storedMentions, writeAnnotations } from '../../../shared/annotation/writeAnnotations';
import { applyChange } from '../../../shared/document/change';
import { corrections, SourceMap } from '../../../shared/document/corrections';
import { type KanwuDocument, workingText } from '../../../shared/document/document';
import { addMention, allMentions } from '../../../shared/edits/tagging';
import { type Action, actions, contextFor, open, texts } from './arbitraries';
import { changeOf } from './editing';

const EXTRAS = { generator: 'Kanwu test', saved: '2026-01-01T00:00:00.000Z' };

function reopen(document: KanwuDocument) {
  const reading = readAnnotations(writeAnnotations(document, EXTRAS), 'x.kanwu.json');
  if (reading.kind === 'failed') throw new Error(reading.error.message.en);
  return reading;
}

function edited(text: string, list: readonly Action[]): KanwuDocument {
  const context = contextFor();
  return list.reduce((d, action) => applyChange(d, changeOf(d, action, context)), open(text, context));
}

/** Every mention's text, with its place in the working text and its type. */
function mentionList(document: KanwuDocument) {
  return JSON.parse(writeAnnotations(document, EXTRAS)).mentions.map(
    (m: { start: number; end: number; text: string; type: string; id: string }) => [
      m.id,
      m.type,
      m.start,
      m.end,
      m.text,
    ],
  );
}

describe('annotation file', () => {
  it('gives back text, corrections and mentions after any edits', () => {
    fc.assert(
      fc.property(texts, actions, (text, list) => {
        const document = edited(text, list);
        const { document: again } = reopen(document);
        expect(workingText(again)).toBe(workingText(document));
        expect(corrections(again)).toEqual(corrections(document));
        expect(again.orphans).toEqual([]);
        expect(mentionList(again)).toEqual(mentionList(document));
      }),
      { numRuns: 1000 },
    );
  });

  it('says of every mention what stands around it, and where it stands in the source', () => {
    fc.assert(
      fc.property(texts, actions, (text, list) => {
        const document = edited(text, list);
        const whole = workingText(document);
        const map = new SourceMap(document);
        for (const { start, end, prefix, suffix, source } of storedMentions(document)) {
          expect([prefix, suffix]).toEqual([
            whole.slice(Math.max(0, start - 16), start),
            whole.slice(end, end + 16),
          ]);
          expect(source).toEqual({ start: map.toSource(start, 'start'), end: map.toSource(end, 'end') });
        }
      }),
    );
  });

  it('says of every mention the text that stands there', () => {
    fc.assert(
      fc.property(texts, actions, (text, list) => {
        const document = edited(text, list);
        const whole = workingText(document);
        for (const [, , start, end, quoted] of mentionList(document))
          expect(whole.slice(start, end)).toBe(quoted);
      }),
      { numRuns: 300 },
    );
  });

  it('has one record a line and is the same for the same document', () => {
    const context = contextFor();
    let document = open('邀请了中国银行。\n\n另一段。', context);
    document = applyChange(document, addMention(document, 0, 3, 7, 'ORG', context).change);
    const file = writeAnnotations(document, EXTRAS);
    expect(file).toBe(writeAnnotations(document, EXTRAS));
    const line = file.split('\n').find(l => l.includes('"text":"中国银行"'));
    expect(line).toContain('"prefix":"邀请了","suffix":"。\\n\\n另一段。","source":{"start":3,"end":7}');
  });

  it('finds a mention again by its quotation when the file was edited by hand', () => {
    const context = contextFor();
    let document = open('甲乙。中国银行来了。中国银行走了。', context);
    document = applyChange(document, addMention(document, 0, 10, 14, 'ORG', context).change);
    const file = writeAnnotations(document, EXTRAS).replace('"start":10,"end":14', '"start":6,"end":10');
    const reading = readAnnotations(file, 'x.kanwu.json');
    if (reading.kind === 'failed') throw new Error('failed');
    expect([...allMentions(reading.document)].map(p => p.mention.start)).toEqual([10]);
    expect(reading.notices).toHaveLength(1);
  });

  it('keeps a mention that can not be found as an orphan', () => {
    const context = contextFor();
    let document = open('中国银行', context);
    document = applyChange(document, addMention(document, 0, 0, 4, 'ORG', context).change);
    const file = writeAnnotations(document, EXTRAS).replace(
      '"text":"中国银行","prefix"',
      '"text":"外国银行","prefix"',
    );
    const reading = readAnnotations(file, 'x.kanwu.json');
    if (reading.kind === 'failed') throw new Error('failed');
    expect(reading.document.orphans.map(m => m.text)).toEqual(['外国银行']);
    const again = writeAnnotations(reading.document, EXTRAS);
    expect(JSON.parse(again).orphans).toHaveLength(1);
  });

  it.each([
    ['not JSON', '{"format": ', /not valid JSON/],
    ['something else', '{"a":1}', /not a Kanwu annotation file/],
    ['a newer version', '{"format":"kanwu-annotations","version":9}', /newer Kanwu/],
    ['a missing field', '{"format":"kanwu-annotations","version":1}', /generator is missing/],
  ])('names the file and what is wrong: %s', (_, text, message) => {
    const reading = readAnnotations(text, 'page.kanwu.json');
    expect(reading.kind).toBe('failed');
    if (reading.kind === 'failed') {
      expect(reading.error.message.en).toMatch(message);
      expect(reading.error.message.en).toContain('page.kanwu.json');
      expect(reading.error.hint.en).not.toBe('');
    }
  });

  it('refuses a key that stands twice, for one of the two would be lost; not one that is only quoted', () => {
    const file = writeAnnotations(open('甲"mentions": []乙\\', contextFor()), EXTRAS);
    expect(readAnnotations(file, 'page.kanwu.json').kind).toBe('read');
    const merged = file.replace('  "orphans": []', '  "orphans": [],\n  "mentions": []');
    const reading = readAnnotations(merged, 'page.kanwu.json');
    expect(reading.kind === 'failed' && reading.error.message.en).toMatch(/“mentions” stands twice/);
    const polluting = file.replace('{\n', '{\n  "__proto__": {"documentId": 1},\n');
    expect(readAnnotations(polluting, 'page.kanwu.json').kind).toBe('read');
    expect(Reflect.get({}, 'documentId')).toBeUndefined();
  });

  it('refuses a key that stands twice in a mention too, however it is written, and says where', () => {
    const context = contextFor();
    const opened = open('中国银行。', context);
    const tagged = applyChange(opened, addMention(opened, 0, 0, 4, 'ORG', context).change);
    const file = writeAnnotations(tagged, EXTRAS);
    for (const again of ['"start": 1', '"st\\u0061rt" : 1']) {
      const edited = file.replace('"start":', `${again},\n"start":`);
      const reading = readAnnotations(edited, 'page.kanwu.json');
      const line = edited.slice(0, edited.indexOf(again)).split('\n').length + 1;
      expect(reading.kind === 'failed' && reading.error.message.en).toContain(
        `“start” stands twice in one object (again at line ${line}, column 1)`,
      );
    }
  });

  it('refuses corrections that do not fit the source', () => {
    const context = contextFor();
    const file = JSON.parse(writeAnnotations(open('甲乙丙', context), EXTRAS));
    file.corrections.push({
      from: 1,
      to: 2,
      original: '丁',
      replacement: '戊',
      kind: 'edit',
      who: '',
      when: '',
    });
    const reading = readAnnotations(JSON.stringify(file), 'x.kanwu.json');
    expect(reading.kind === 'failed' && reading.error.message.en).toMatch(/corrections\[0\]/);
  });
});

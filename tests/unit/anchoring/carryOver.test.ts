import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryOver } from '../../../shared/anchoring/carryOver';
import { importedToDocument } from '../../../shared/anchoring/importedToDocument';
import { importingOnto } from '../../../shared/anchoring/importOnto';
import { planImport } from '../../../shared/anchoring/importPlan';
import { storedMentions } from '../../../shared/annotation/writeAnnotations';
import { applyChange } from '../../../shared/document/change';
import { corrections } from '../../../shared/document/corrections';
import { type KanwuDocument, workingText } from '../../../shared/document/document';
import { idSource } from '../../../shared/document/ids';
import { acceptFinding } from '../../../shared/edits/deciding';
import { joinBlocks } from '../../../shared/edits/structure';
import { addMention, allMentions } from '../../../shared/edits/tagging';
import type { ImportedDocument } from '../../../shared/imports/importFormat';
import { actions, contextFor, open, sourceOf, texts } from '../document/arbitraries';
import { changeOf } from '../document/editing';

function runToEnd<R>(generator: Generator<unknown, R>): R {
  for (;;) {
    const step = generator.next();
    if (step.done) return step.value;
  }
}

const PAGE =
  '# 读书节开幕\n\n市图书馆从三月起就着手准备，先后邀请了中\n\n国银行、新华书店等二十多家单位参加。\n\n退休教师何玉兰第一个到场，活动持续到五月底。\n';

/** 中⏎国银行 joined and tagged, 何玉兰 tagged. */
function corrected(): KanwuDocument {
  const context = contextFor();
  let document = open(PAGE, context);
  const join = { glue: '', dropHyphen: false, skip: 0 } as const;
  document = applyChange(document, joinBlocks(document, 1, join, context).change);
  for (const [index, words, type] of [
    [1, '中国银行', 'ORG'],
    [2, '何玉兰', 'PER'],
  ] as const) {
    const start = document.blocks[index]?.body.text.indexOf(words) ?? -1;
    document = applyChange(
      document,
      addMention(document, index, start, start + words.length, type, context).change,
    );
  }
  return document;
}

const tagged = (document: KanwuDocument) =>
  [...allMentions(document)].map(
    ({ block, mention }) => `${mention.type} ${block.body.text.slice(mention.start, mention.end)}`,
  );
const carried = (document: KanwuDocument, text: string) =>
  runToEnd(carryOver(document, sourceOf(text), idSource(1000)));

describe('carrying work over to a changed source', () => {
  it('changes nothing where the source is the same', () => {
    fc.assert(
      fc.property(texts, actions, (text, list) => {
        const context = contextFor();
        const document = list.reduce(
          (state, action) => applyChange(state, changeOf(state, action, context)),
          open(text, context),
        );
        const { document: after } = carried(document, text);
        expect(workingText(after)).toBe(workingText(document));
        expect(corrections(after)).toEqual(corrections(document));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps corrections and mentions where text was put in before and after them', () => {
    const { document, report } = carried(corrected(), `本报讯\n\n${PAGE}\n另有一段。\n`);
    expect(tagged(document)).toEqual(['ORG 中国银行', 'PER 何玉兰']);
    expect(workingText(document)).toContain('先后邀请了中国银行、');
    expect(report).toMatchObject({
      corrections: { kept: 1, made: 0, lost: [] },
      mentions: { exact: 2, moved: [], orphans: 0 },
    });
    expect(document.orphans).toEqual([]);
  });

  it('knows a correction that the new source has made already', () => {
    const { document, report } = carried(corrected(), PAGE.replace('中\n\n国', '中国'));
    expect(report.corrections).toEqual({ kept: 0, made: 1, lost: [] });
    expect(tagged(document)).toEqual(['ORG 中国银行', 'PER 何玉兰']);
  });

  it('reports what is gone: a correction as lost, a mention as an orphan', () => {
    const { document, report } = carried(corrected(), '# 读书节开幕\n\n全文另写，与前不同。\n');
    expect(document.orphans.map(({ text }) => text)).toEqual(['中国银行', '何玉兰']);
    expect(report.corrections.lost).toEqual([{ original: '\n\n', replacement: '' }]);
  });

  it('lets a decision follow its place', () => {
    const context = contextFor();
    let document = open(PAGE, context);
    const [, first, next] = document.blocks;
    const finding = {
      kind: 'break' as const,
      block: first?.id ?? '',
      next: next?.id ?? '',
      glue: '' as const,
      dropHyphen: false,
      between: [],
      confidence: 0.9,
      reason: { en: 'because', zh: '因为' },
    };
    document = applyChange(document, acceptFinding(document, { finding, first: 1, last: 2 }, context).change);
    const { document: after } = carried(document, `前言。\n\n${PAGE}`);
    const [[key, decision] = ['', undefined]] = [...after.decisions];
    const [[was] = ['']] = [...document.decisions];
    expect(decision?.at).toBe(PAGE.indexOf('\n\n国') + 5);
    expect(key).toBe(was.replace(/@\d+:/, `@${decision?.at}:`));
  });
});

function importedFrom(document: KanwuDocument): ImportedDocument {
  return {
    name: 'page',
    text: document.source.text,
    corrections: corrections(document),
    mentions: [...storedMentions(document)].map(({ type, start, end, text, prefix, suffix, who, when }) => ({
      type,
      position: { start, end },
      quote: text,
      prefix,
      suffix,
      who,
      when,
    })),
    entities: [],
    tagset: [],
    issueDate: null,
  };
}

describe('a document made of an imported one', () => {
  it('is the document that was exported', () => {
    const document = corrected();
    const made = runToEnd(importedToDocument(importedFrom(document), document.source, contextFor(500)));
    expect(workingText(made.document)).toBe(workingText(document));
    expect(corrections(made.document)).toEqual(corrections(document));
    expect(tagged(made.document)).toEqual(tagged(document));
    expect(made.document.orphans).toEqual([]);
  });

  it('has every type that is used, in a colour of its own, and parts a mention at a line end', () => {
    const text = '邀请了中\n国银行。\n';
    const mention = { type: 'BANK', quote: '中\n国银行', prefix: '', suffix: '', who: '', when: '' };
    const imported: ImportedDocument = {
      ...importedFrom(open('')),
      text,
      mentions: [{ ...mention, position: { start: 3, end: 8 } }],
    };
    const { document } = runToEnd(importedToDocument(imported, sourceOf(text), contextFor()));
    expect(tagged(document)).toEqual(['BANK 中', 'BANK 国银行']);
    const [head, tail] = [...allMentions(document)];
    expect(tail?.mention.continues).toBe(head?.mention.id);
    const type = document.tagset.find(({ id }) => id === 'BANK');
    expect(document.tagset.filter(({ color }) => color === type?.color)).toHaveLength(1);
  });
});

describe('importing onto an open text', () => {
  it('adds only what was chosen and is not there yet, as one change; the rest is kept as orphans', () => {
    const document = corrected();
    const context = contextFor(800);
    const gone = { type: 'PER', position: null, quote: '张三丰', prefix: '', suffix: '', who: '', when: '' };
    const work = { ...gone, type: 'EVENT', quote: '读书节' };
    const base = importedFrom(document);
    const imported = { ...base, mentions: [...base.mentions, gone, work] };
    const plan = runToEnd(planImport(imported, workingText(document)));
    const { change, orphans, added } = runToEnd(
      importingOnto(document, plan, new Set(plan.placements), context),
    );
    expect(added).toBe(1);
    expect(tagged(applyChange(document, change))).toEqual(['EVENT 读书节', 'ORG 中国银行', 'PER 何玉兰']);
    expect(orphans.map(({ text }) => text)).toEqual(['张三丰']);
    expect(runToEnd(importingOnto(document, plan, new Set(), context))).toMatchObject({ added: 0 });
  });
});

import { piecesOf } from '../../../shared/document/corrections';
import type { KanwuDocument } from '../../../shared/document/document';
import type { Entity } from '../../../shared/document/entity';
import { idSource } from '../../../shared/document/ids';
import { compareMentions, type Mention } from '../../../shared/document/mention';
import { parseRun } from '../../../shared/document/parse';
import { runOf } from '../../../shared/document/run';
import { DEFAULT_TAGSET } from '../../../shared/document/tagset';
import { sampleText } from '../editor/sampleText';

const WHEN = '2026-11-25T12:00:00.000Z';

/**
 * The document all formats are measured with: plausible prose, a mention for every forty characters, one in ten linked to an
 * entity, some with notes and normal forms, and a correction for every thousand characters.
 */
export function benchDocument(characters: number): KanwuDocument {
  const sample = sampleText(characters);
  const { text } = sample;
  const corrections = [];
  for (let at = 500; at < text.length - 1; at += 1000) {
    if (text[at] === '\n' || text[at] === '#') continue;
    const origin = { kind: 'lookalike', who: 'editor', when: WHEN, why: '形近字' } as const;
    corrections.push({ from: at, to: at + 1, replacement: '校', ...origin });
  }
  const ids = idSource();
  const { lead, blocks } = parseRun(runOf(piecesOf(text.length, corrections), text), ids);
  let next = 0;
  let at = lead.text.length;
  const filled = blocks.map(block => {
    const start = at + block.marker.text.length;
    const end = start + block.body.text.length;
    at = end + block.gap.text.length;
    const mentions: Mention[] = [];
    for (let m = sample.mentions[next]; m && m.from < end; m = sample.mentions[++next]) {
      if (m.from < start || m.to > end) continue;
      const place = { start: m.from - start, end: m.to - start };
      const details = {
        ...(next % 10 === 0 ? { entity: `e${1 + (next % 500)}` } : {}),
        ...(next % 25 === 0 ? { note: '存疑' } : {}),
        ...(m.type === 'DATE' ? { normal: '1956-03-01' } : {}),
      };
      mentions.push({ id: ids.next('m'), type: m.type, ...place, who: 'editor', when: WHEN, ...details });
    }
    return { ...block, mentions: mentions.sort(compareMentions) };
  });
  const source = {
    name: 'bench.txt',
    text,
    encoding: 'utf-8',
    bom: false,
    newline: '\n',
    sha256: '0'.repeat(64),
  } as const;
  return {
    source,
    lead,
    blocks: filled,
    decisions: new Map(),
    tagset: DEFAULT_TAGSET,
    entities: new Map(entities().map(entity => [entity.id, entity])),
    issueDate: null,
    orphans: [],
  };
}

function entities(): readonly Entity[] {
  return Array.from({ length: 500 }, (_, n) => ({
    id: `e${n + 1}`,
    type: 'ORG',
    name: `第${n + 1}厂`,
    aliases: [],
    identifiers: [{ scheme: 'wikidata', value: `Q${1000 + n}` }] as const,
    who: 'editor',
    when: WHEN,
  }));
}

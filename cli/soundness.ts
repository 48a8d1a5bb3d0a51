import { createHash } from 'node:crypto';
import type { StoredMention } from '../shared/annotation/format';
import type { ReadAnnotations } from '../shared/annotation/readAnnotations';
import { storedMentions } from '../shared/annotation/writeAnnotations';
import { encodeSource } from '../shared/source/encodeSource';
import type { Message } from '../shared/source/fileError';
import { newlineOf } from '../shared/source/newlineOf';

/** What is wrong in an annotation file that could be read all the same: what it says twice must agree. */
export function faultsOf(json: string, { document, notices }: ReadAnnotations): Message[] {
  const faults = [...notices, ...sourceFaults(document.source)];
  const orphaned = new Set(document.orphans.map(({ id }) => id));
  const derived = new Map([...storedMentions(document)].map(mention => [mention.id, mention]));
  const stored: readonly StoredMention[] = JSON.parse(json).mentions;
  for (const [n, mention] of stored.entries()) {
    const { id, text } = mention;
    const right = derived.get(id);
    if (!right || orphaned.has(id)) continue; // the reader's notices tell of it
    const shouldBe = placeOf(right);
    for (const [name, is] of Object.entries(placeOf(mention))) {
      const should = shouldBe[name];
      if (is === should) continue;
      faults.push({
        en: `mentions[${n}].${name} (${id}, “${text}”) is ${is}; by the text it is ${should}.`,
        zh: `mentions[${n}].${name}（${id}，“${text}”）为 ${is}，按正文应为 ${should}。`,
      });
    }
  }
  return faults;
}

/** Everything an annotation file says of where a mention stands, as it is written there. */
function placeOf({ start, end, prefix, suffix, source }: StoredMention): Readonly<Record<string, string>> {
  const place = { start, end, prefix, suffix, 'source.start': source.start, 'source.end': source.end };
  return Object.fromEntries(Object.entries(place).map(([name, value]) => [name, JSON.stringify(value)]));
}

function sourceFaults(source: ReadAnnotations['document']['source']): Message[] {
  const faults: Message[] = [];
  const newline = newlineOf(source.text);
  if (newline !== source.newline) {
    const [is, should] = [source.newline, newline].map(style => JSON.stringify(style));
    faults.push({
      en: `source.newline is ${is}; the text's line ends are ${should}.`,
      zh: `source.newline 为 ${is}，而正文的换行为 ${should}。`,
    });
  }
  if (!hashFits(source)) {
    faults.push({
      en: 'source.sha256 is not that of source.text in its encoding: text or hash was changed.',
      zh: 'source.sha256 与 source.text 按其编码所得不符：正文或校验值被改动过。',
    });
  }
  return faults;
}

/** Only where decoding is exact both ways can the text tell the bytes; anything else is let pass. */
function hashFits({ text, encoding, bom, sha256 }: ReadAnnotations['document']['source']): boolean {
  if (text.includes('\ufffd') || !encoding.startsWith('utf-')) return true;
  const encoded = encodeSource(text, encoding, bom);
  if (encoded.kind !== 'encoded') return false;
  return createHash('sha256').update(encoded.bytes).digest('hex') === sha256;
}

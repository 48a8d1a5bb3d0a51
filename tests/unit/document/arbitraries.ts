import fc from 'fast-check';
import { blockAt, type KanwuDocument, type Spot } from '../../../shared/document/document';
import { idSource } from '../../../shared/document/ids';
import { openSource } from '../../../shared/document/parse';
import type { Source } from '../../../shared/document/source';
import type { EditContext } from '../../../shared/edits/context';

/** Fragments that make texts nasty: astral characters, combining marks, CRLF, markup, blank lines, quotes. */
const FRAGMENTS = [
  '上街区将大',
  '力发展',
  '中',
  '国银行',
  '𠮷野家',
  'é',
  'é',
  '👩‍👩‍👧',
  '\n',
  '\n\n',
  '\r\n',
  '\r\n\r\n',
  '\r',
  ' ',
  '　　',
  '# ',
  '## 标题',
  '- 项',
  '| a | b |',
  '```',
  '“引”',
  '。',
  'word ',
  'hyphen-',
  '\u2028',
  '\0',
  '\ud800',
];

export const texts = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 30 }).map(parts => parts.join(''));

export function sourceOf(text: string): Source {
  return { name: 'text.txt', text, encoding: 'utf-8', bom: false, newline: '\n', sha256: '0'.repeat(64) };
}

export function contextFor(first = 1): EditContext {
  let tick = 0;
  return {
    ids: idSource(first),
    who: 'editor',
    now: () => new Date(1_700_000_000_000 + 1000 * tick++).toISOString(),
  };
}

export function open(text: string, context = contextFor()): KanwuDocument {
  return openSource(sourceOf(text), context.ids);
}

/** A spot of the document picked by two numbers in [0, 1). */
export function spotAt(document: KanwuDocument, where: readonly [number, number]): Spot {
  const index = Math.floor(where[0] * document.blocks.length);
  const { length } = blockAt(document, index).body.text;
  return { index, offset: Math.floor(where[1] * (length + 1)) };
}

const unit = fc.double({ min: 0, max: 0.999999, noNaN: true });
export const places = fc.tuple(unit, unit);

/** One random editing action, to be resolved against the document of the moment. */
export type Action =
  | {
      readonly do: 'replace';
      readonly a: readonly [number, number];
      readonly b: readonly [number, number];
      readonly text: string;
    }
  | { readonly do: 'type'; readonly a: readonly [number, number]; readonly text: string }
  | { readonly do: 'join'; readonly a: readonly [number, number] }
  | { readonly do: 'split'; readonly a: readonly [number, number] }
  | { readonly do: 'reopen'; readonly a: readonly [number, number] }
  | { readonly do: 'heading'; readonly a: readonly [number, number]; readonly level: number }
  | { readonly do: 'tag'; readonly a: readonly [number, number]; readonly length: number }
  | { readonly do: 'untag'; readonly a: readonly [number, number] };

export const actions: fc.Arbitrary<readonly Action[]> = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('replace' as const), a: places, b: places, text: texts }),
    fc.record({
      do: fc.constant('type' as const),
      a: places,
      text: fc.constantFrom('好', 'x', '𠮷', '\n', '# '),
    }),
    fc.record({ do: fc.constant('join' as const), a: places }),
    fc.record({ do: fc.constant('split' as const), a: places }),
    fc.record({ do: fc.constant('reopen' as const), a: places }),
    fc.record({ do: fc.constant('heading' as const), a: places, level: fc.integer({ min: 0, max: 6 }) }),
    fc.record({ do: fc.constant('tag' as const), a: places, length: fc.integer({ min: 1, max: 8 }) }),
    fc.record({ do: fc.constant('untag' as const), a: places }),
  ),
  { maxLength: 25 },
);

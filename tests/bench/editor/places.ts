import type { SampleText } from './sampleText';

/** A place by the number of its line and an offset into it, UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly offset: number;
}

export interface Stretch extends Place {
  readonly length: number;
}

export interface Places {
  /** In a paragraph with mentions in the middle of the text, outside of them. */
  readonly caret: Place;
  /** Stretches to tag in the paragraphs after the caret's. */
  readonly stretches: readonly Stretch[];
}

/** Where both editors are worked on. Paragraphs only, so that the offsets count alike in both. */
export function placesOf({ text, mentions }: SampleText, stretches: number): Places {
  const lines = text.split('\n');
  const middle = nextParagraph(lines, Math.floor(lines.length / 2));
  const start = lines.slice(0, middle).reduce((sum, line) => sum + line.length + 1, 0);
  const near = mentions.filter(m => m.to > start && m.from < start + 400);
  const length = lines[middle]?.length ?? 0;
  let offset = Math.floor(length / 2);
  while (near.some(m => m.from < start + offset + 2 && start + offset - 2 < m.to)) offset++;
  const list: Stretch[] = [];
  for (let n = 0; n < stretches; n++) {
    const first = nextParagraph(lines, middle + 1);
    const line = n % 2 === 0 ? first : nextParagraph(lines, first + 1);
    list.push({ line, offset: 4 + n * 3, length: 6 });
  }
  return { caret: { line: middle, offset: Math.min(offset, length) }, stretches: list };
}

function nextParagraph(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && (lines[at] === '' || lines[at]?.startsWith('#'))) at++;
  return at;
}

import { Malformed } from '../imports/importFailure';

/** A text-bound annotation: `T1⇥ORG 5 9⇥text`, its place in one part or more, in code points. */
export interface AnnSpan {
  readonly kind: 'span';
  readonly id: string;
  readonly type: string;
  readonly parts: readonly { readonly start: number; readonly end: number }[];
  readonly quote: string;
}

/** A line about another annotation. */
export type AboutLine =
  | {
      readonly kind: 'reference';
      readonly target: string;
      readonly scheme: string;
      readonly value: string;
      readonly name: string;
    }
  | { readonly kind: 'note'; readonly target: string; readonly about: string; readonly text: string }
  | { readonly kind: 'attribute'; readonly target: string; readonly key: string; readonly value: string };

/** `other`: relations, events and equivalences. */
export type AnnLine = AnnSpan | AboutLine | { readonly kind: 'other' };

/** Reads one line that is not blank of an `.ann` file (brat's manual, “Standoff format”). Throws {@link Malformed}. */
export function annLine(line: string, file: string, number: number): AnnLine {
  switch (line[0]) {
    case 'T':
      return spanLine(line, file, number);
    case 'N': {
      const [, target = '', scheme = '', value = '', name = ''] =
        /^N\S*\t\S+ (\S+) ([^\s:]+):(\S+)(?:\t(.*))?$/.exec(line) ?? [];
      if (target === '') return wrong(file, number, 'N1⇥Reference T1 Wikidata:Q1⇥name');
      return { kind: 'reference', target, scheme, value, name };
    }
    case '#': {
      const [, about = '', target = '', text = ''] = /^#\S*\t(\S+) (\S+)(?:\t(.*))?$/.exec(line) ?? [];
      if (target === '') return wrong(file, number, '#1⇥AnnotatorNotes T1⇥text');
      return { kind: 'note', target, about, text };
    }
    case 'A':
    case 'M': {
      const [, key = '', target = '', value = 'yes'] = /^[AM]\S*\t(\S+) (\S+)(?: (\S.*))?$/.exec(line) ?? [];
      if (target === '' || key === '__proto__') return wrong(file, number, 'A1⇥Name T1 value');
      return { kind: 'attribute', target, key, value };
    }
    case 'R':
    case 'E':
    case '*':
      return { kind: 'other' };
    default:
      return wrong(file, number, 'T1⇥ORG 5 9⇥text');
  }
}

const SPAN = /^(T[^\t ]*)\t([^\t ]+) (\d{1,15} \d{1,15}(?:;\d{1,15} \d{1,15})*)(?:\t(.*))?$/;

function spanLine(line: string, file: string, number: number): AnnSpan {
  const [, id = '', type = '', places = '', quote = ''] = SPAN.exec(line) ?? [];
  const parts = places.split(';').map(place => {
    const [start = '', end = ''] = place.split(' ');
    return { start: Number(start), end: Number(end) };
  });
  const inOrder = parts.every(({ start, end }, n) => start < end && start >= (parts[n - 1]?.end ?? 0));
  if (id === '' || !inOrder) return wrong(file, number, 'T1⇥ORG 5 9⇥text');
  return { kind: 'span', id, type, parts, quote };
}

function wrong(file: string, number: number, form: string): never {
  throw new Malformed(file, {
    en: `line ${number} is not of the form “${form}”`,
    zh: `第 ${number} 行不合“${form}”的格式`,
  });
}

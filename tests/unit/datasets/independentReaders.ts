import { parse } from 'csv-parse/sync';
import { parseFragment } from 'parse5';

/**
 * Readers written from the formats' specifications, sharing nothing with the program: code points are counted by taking the
 * text apart, as Python does. Each gives the mentions as `TYPE quotation`, taken from the text and not from the file's quotation.
 */
type Reader = (files: readonly string[]) => readonly string[];

const slice = (text: string, start: number, end: number) => [...text].slice(start, end).join('');

const lines = (text: string) => text.split('\n').filter(line => line !== '');

/** brat manual, “Standoff format”: offsets into the text file; fragments joined by a space must be the text given. */
const brat: Reader = ([ann = '', text = '']) =>
  lines(ann).flatMap(line => {
    const [id = '', place = '', ...rests] = line.split('\t');
    // A tab in the text belongs to it: the third column is all that is left.
    const given = rests.join('\t');
    if (!id.startsWith('T')) return [];
    const [type = '', ...rest] = place.split(' ');
    const fragments = rest
      .join(' ')
      .split(';')
      .map(range => range.split(' ').map(Number));
    const quote = fragments.map(([start = -1, end = -1]) => slice(text, start, end)).join(' ');
    if (quote !== given) throw new Error(`${line}: the text there is ${quote}`);
    return [`${type} ${quote}`];
  });

/** CoNLL-2002, IOB2 or BIOES: sequences parted by blank lines. */
const columns =
  (separator: string): Reader =>
  ([file = '']) => {
    const found: string[] = [];
    let quote = '';
    let type = '';
    const flush = () => {
      if (type !== '') found.push(`${type} ${quote}`);
      type = '';
      quote = '';
    };
    for (const line of file.split('\n')) {
      const cells = line.split(separator);
      if (line !== '' && cells.length !== 2) throw new Error(`“${line}” has ${cells.length} columns`);
      const [token = '', label = 'O'] = cells;
      const letter = label[0] ?? 'O';
      if ('OBS'.includes(letter)) flush();
      if (letter === 'O') continue;
      if (!'BS'.includes(letter) && label.slice(2) !== type) throw new Error(`${label} continues nothing`);
      type = label.slice(2);
      quote += token;
      if ('ES'.includes(letter)) flush();
    }
    return found;
  };

/** doccano documentation, “JSONL”: `label` of triples, or `entities` of objects. */
const doccano: Reader = ([file = '']) =>
  lines(file).flatMap(line => {
    const { text, label, entities } = JSON.parse(line) as {
      text: string;
      label?: [number, number, string][];
      entities?: { label: string; start_offset: number; end_offset: number }[];
    };
    return label
      ? label.map(([start, end, type]) => `${type} ${slice(text, start, end)}`)
      : (entities ?? []).map(e => `${e.label} ${slice(text, e.start_offset, e.end_offset)}`);
  });

interface Task {
  readonly data: { readonly text: string };
  readonly predictions: readonly {
    readonly result: readonly {
      readonly from_name: string;
      readonly to_name: string;
      readonly type: string;
      readonly value: { start: number; end: number; text: string; labels: string[] };
    }[];
  }[];
}

/** Label Studio documentation, “Import pre-annotated data”: names must be those of the labelling configuration. */
const labelStudio: Reader = ([file = '', config = '']) => {
  const page = JSON.stringify(parseFragment(config), (key, value) =>
    key === 'parentNode' ? undefined : value,
  );
  if (!page.includes('"name":"toname","value":"text"')) throw new Error('no control for the text');
  return (JSON.parse(file) as Task[]).flatMap(({ data, predictions }) =>
    predictions.flatMap(({ result }) =>
      result.flatMap(({ from_name, to_name, type, value }) => {
        if (from_name !== 'label' || to_name !== 'text' || type !== 'labels') throw new Error('other names');
        const quote = slice(data.text, value.start, value.end);
        if (quote !== value.text) throw new Error(`${value.text} is ${quote} in the text`);
        for (const label of value.labels) {
          if (!config.includes(`value="${label}"`)) throw new Error(`${label} is not in the configuration`);
        }
        return value.labels.map(label => `${label} ${quote}`);
      }),
    ),
  );
};

interface Cas {
  readonly '%TYPES': Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly '%FEATURE_STRUCTURES': readonly Readonly<Record<string, unknown>>[];
  readonly '%VIEWS': Readonly<Record<string, { '%SOFA': number; '%MEMBERS': number[] }>>;
}

/** The JSON CAS specification: members of a view are the structures indexed in it; anchors count UTF-16. */
const casJson: Reader = ([file = '']) => {
  const cas = JSON.parse(file) as Cas;
  const byId = new Map(cas['%FEATURE_STRUCTURES'].map(structure => [structure['%ID'], structure]));
  return Object.entries(cas['%VIEWS']).flatMap(([name, view]) => {
    const sofa = byId.get(view['%SOFA']);
    if (sofa?.['sofaID'] !== name) throw new Error('the view has another text');
    return view['%MEMBERS'].flatMap(id => {
      const structure = byId.get(id);
      const type = String(structure?.['%TYPE']);
      if (!structure || structure['@sofa'] !== view['%SOFA']) throw new Error(`${id} is no member`);
      if (type.startsWith('uima.')) return [];
      for (const feature of Object.keys(structure).filter(key => /^[a-z]/.test(key))) {
        if (!cas['%TYPES'][type]?.[feature]) throw new Error(`${type} has no feature ${feature}`);
      }
      const quote = String(sofa['sofaString']).slice(Number(structure['^begin']), Number(structure['^end']));
      return [`${structure['value']} ${quote}`];
    });
  });
};

interface SpacyDoc {
  readonly text: string;
  readonly ents: readonly { start: number; end: number; label: string }[];
  readonly spans: Readonly<Record<string, readonly { start: number; end: number; label: string }[]>>;
  readonly tokens: readonly { start: number; end: number }[];
}

/**
 * spaCy's `Doc.from_json`: words are cut from the text by the tokens, a space follows a word where one follows in the text, and
 * a span must begin and end at tokens; `ents` may not overlap.
 */
const spacy: Reader = ([file = '']) =>
  lines(file).flatMap(line => {
    const { text, ents, spans, tokens } = JSON.parse(line) as SpacyDoc;
    const points = [...text];
    const rebuilt = tokens.map(({ start, end }) => {
      const word = points.slice(start, end).join('');
      return points[end] === ' ' ? `${word} ` : word;
    });
    if (rebuilt.join('') !== text) throw new Error(`the tokens make ${rebuilt.join('')}`);
    const starts = new Set(tokens.map(token => token.start));
    const ends = new Set(tokens.map(token => token.end));
    const all = Object.values(spans).flat();
    for (const { start, end } of [...ents, ...all]) {
      if (!starts.has(start) || !ends.has(end)) throw new Error(`${start}–${end} cuts a token`);
    }
    const taken = new Set<number>();
    for (const { start, end } of ents) {
      for (let at = start; at < end; at++) {
        if (taken.has(at)) throw new Error('entities overlap');
        taken.add(at);
      }
    }
    return all.map(({ start, end, label }) => `${label} ${points.slice(start, end).join('')}`);
  });

/** RFC 4180 by csv-parse; the text cell without the apostrophe that guards formulas. */
const csv: Reader = ([file = '']) => {
  const rows = parse<Record<string, string>>(file, { columns: true, bom: true });
  return rows.map(({ type, text = '' }) => `${type} ${text.replace(/^'(?='*[=+\-@\t\r＝＋－＠])/, '')}`);
};

export const INDEPENDENT: Readonly<Record<string, Reader>> = {
  brat,
  conll: columns('\t'),
  bioes: columns('\t'),
  doccano,
  'label-studio': labelStudio,
  'cas-json': casJson,
  spacy,
  'mentions-csv': csv,
};

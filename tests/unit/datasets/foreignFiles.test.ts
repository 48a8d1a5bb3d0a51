import { describe, expect, it } from 'vitest';
import { DATA_IMPORTS } from '../../../shared/datasets';
import type { ImportFormat } from '../../../shared/imports/importFormat';
import { failure, fileOf, read, readingOf } from './imported';

function reader(id: string): ImportFormat {
  const found = DATA_IMPORTS.find(format => format.id === id);
  if (!found) throw new Error(`no import ${id}`);
  return found;
}

/** The mentions of each document as `TYPE quotation start–end`. */
function shown(id: string, name: string, contents: string, ...more: readonly (readonly [string, string])[]) {
  const files = [fileOf(name, contents), ...more.map(([n, text]) => fileOf(n, text))];
  return read(reader(id), ...files).map(document =>
    document.mentions.map(
      ({ type, quote, position }) =>
        `${type} ${quote} ${position ? `${position.start}–${position.end}` : '?'}`,
    ),
  );
}

function notices(id: string, name: string, contents: string): readonly string[] {
  const result = readingOf(reader(id), fileOf(name, contents));
  return result.kind === 'read' ? result.notices.map(({ en }) => en) : [result.error.message.en];
}

const quote = (exact: string) => ({ type: 'TextQuoteSelector', exact, prefix: '在', suffix: '' });
const position = (start: number, end: number) => ({ type: 'TextPositionSelector', start, end });
const annotation = (selector: unknown, body: unknown = { purpose: 'tagging', value: 'ORG' }) => ({
  type: 'Annotation',
  body,
  target: { source: 'a.txt', selector },
});
const w3c = (value: unknown) => shown('w3c', 'a.jsonld', JSON.stringify(value));

describe('Web Annotations of other programs', () => {
  it('come as a list, a page, a collection, or alone', () => {
    const one = annotation([quote('中行'), position(3, 5)]);
    const wanted = [['ORG 中行 3–5']];
    expect(w3c([one])).toEqual(wanted);
    expect(w3c(one)).toEqual(wanted);
    expect(w3c({ type: 'AnnotationPage', items: [one] })).toEqual(wanted);
    expect(w3c({ type: 'AnnotationCollection', first: { items: [one] } })).toEqual(wanted);
  });

  it('select by quotation alone, position alone, a fragment of plain text, or a part of a selection', () => {
    expect(w3c([annotation(quote('中行'))])).toEqual([['ORG 中行 ?']]);
    expect(w3c([annotation(position(3, 5))])).toEqual([['ORG  3–5']]);
    expect(w3c([{ body: [], target: 'http://a.example/t.txt#char=3,5' }])).toEqual([['MISC  3–5']]);
    expect(w3c([annotation({ ...quote('在中行'), refinedBy: position(1, 3) })])).toEqual([['ORG 中行 ?']]);
    expect(w3c([annotation({ ...position(10, 20), refinedBy: position(1, 3) })])).toEqual([['ORG  11–13']]);
    const css = { type: 'CssSelector', value: '#p', refinedBy: quote('中行') };
    expect(w3c([annotation(css)])).toEqual([['ORG 中行 ?']]);
  });

  it('name an authority, comments and several places', () => {
    const body = [
      { purpose: 'classifying', value: 'LOC' },
      { purpose: 'identifying', source: 'http://www.wikidata.org/entity/Q956' },
      { value: '首都' },
    ];
    const both = {
      ...annotation(null, body),
      target: [quote('北京'), quote('京')].map(selector => ({ selector })),
    };
    const [document] = read(reader('w3c'), fileOf('a.json', JSON.stringify([both])));
    expect(document?.mentions.map(m => [m.type, m.quote, m.note])).toEqual([
      ['LOC', '北京', '首都'],
      ['LOC', '京', '首都'],
    ]);
    expect(document?.entities).toMatchObject([
      { name: '北京', identifiers: [{ scheme: 'wikidata', value: 'Q956' }] },
    ]);
  });

  it('tell by a quotation with a 𠮷 whether they count code points or UTF-16', () => {
    const counts = (end: number) =>
      read(reader('w3c'), fileOf('a.json', JSON.stringify([annotation([quote('𠮷野'), position(1, end)])])));
    expect(counts(3)[0]?.positionsCount).toBe('codePoints');
    expect(counts(4)[0]?.positionsCount).toBe('utf16');
  });

  it('are refused with the path to what is wrong', () => {
    const wrong = (value: unknown) => failure(reader('w3c'), fileOf('a.json', JSON.stringify(value)));
    expect(wrong([annotation(position(-1, 5))])).toBe(
      'Could not import “a.json”: $[0].target.selector.start: expected a whole number from 0, found -1.',
    );
    expect(wrong({ items: {} })).toContain('$.items: expected a list, found {}');
    expect(wrong({ type: 'AnnotationCollection', first: 'http://a.example/1' })).toContain('at an address');
    expect(wrong(3)).toContain('$: expected a Web Annotation');
  });
});

describe('doccano', () => {
  it('is read with spans, entities and labels of any version, a document for each line', () => {
    const lines = [
      {
        id: 7,
        text: '𠮷野家在京',
        label: [
          [0, 3, 'ORG'],
          [4, 5, 'LOC'],
        ],
        Comments: [],
      },
      { text: '王五', labels: [[0, 2, 'PER']] },
      { text: '王五', entities: [{ id: 1, label: 'PER', start_offset: 0, end_offset: 2 }], relations: [] },
    ];
    const wanted = [['ORG 𠮷野家 0–4', 'LOC 京 5–6'], ['PER 王五 0–2'], ['PER 王五 0–2']];
    expect(shown('doccano', 'a.jsonl', lines.map(line => JSON.stringify(line)).join('\n'))).toEqual(wanted);
    expect(shown('doccano', 'a.json', JSON.stringify(lines))).toEqual(wanted);
  });

  it('says what it leaves out', () => {
    const line = { text: '王五', label: ['新闻', [0, 0, 'PER']], relations: [{ from_id: 1, to_id: 2 }] };
    expect(notices('doccano', 'a.jsonl', JSON.stringify(line))).toEqual([
      'Labels of a whole example are not taken over: 1.',
      'Mentions of no text are left out: 1.',
      'Relations between mentions are not taken over: 1.',
    ]);
  });

  it('is refused with line and path', () => {
    const good = '{"text":"王五","label":[]}\n';
    const wrong = (line: string) =>
      failure(reader('doccano'), fileOf('a.jsonl', `${good}\n${line}\n${good}`));
    expect(wrong('{"text":"王五","label":[[0,3,"PER"]]}')).toBe(
      'Could not import “a.jsonl”: line 3, $.label[0][1]: expected at most 2, the length of the text, found 3.',
    );
    expect(wrong('{"text":"王五","label":[[0,2')).toContain(
      'line 3: it is not valid JSON: column 27 ($.label[0][2]): “,” or “]” is missing',
    );
    expect(wrong('{"label":[]}')).toContain('line 3, $.text: expected text in quotes, found nothing');
  });
});

describe('Label Studio', () => {
  const value = { start: 0, end: 2, text: '王五', labels: ['PER'] };
  const result = [{ id: 'a', from_name: 'x', to_name: 'y', type: 'labels', value }];

  it('is read from annotations before predictions, the last that was not cancelled', () => {
    const task = {
      data: { article: '王五说' },
      annotations: [{ result: [] }, { result }, { result: [], was_cancelled: true }],
      predictions: [{ result: [] }],
    };
    expect(shown('label-studio', 'a.json', JSON.stringify([task]))).toEqual([['PER 王五 0–2']]);
  });

  it('is read without a text, and as JSON-MIN', () => {
    const remote = { data: { text_url: 'https://a.example/1.txt' }, annotations: [{ result }] };
    const [document] = read(reader('label-studio'), fileOf('a.json', JSON.stringify([remote])));
    expect([document?.text, document?.positionsCount, document?.mentions[0]?.quote]).toEqual([
      null,
      'codePoints',
      '王五',
    ]);
    const min = [{ text: '王五说', label: [value], annotator: 1, annotation_id: 2 }];
    expect(shown('label-studio', 'a.json', JSON.stringify(min))).toEqual([['PER 王五 0–2']]);
  });

  it('is refused with the path', () => {
    const task = { data: { text: '王' }, annotations: [{ result }] };
    expect(failure(reader('label-studio'), fileOf('a.json', JSON.stringify([task])))).toContain(
      '$[0].annotations[0].result[0].value.end: expected at most 1',
    );
  });
});

describe('brat', () => {
  it('is read with fragments, notes, normalisations and attributes; relations are named', () => {
    const text = '𠮷野家在北\n京开张';
    const ann =
      'T1\tORG 0 3\t𠮷野家\nT2\tLOC 4 5;6 7\t北 京\nN1\tReference T1 Wikidata:Q1\t吉野家\nA1\tSure T1\n#1\tAnnotatorNotes T1\t店\nR1\tIn Arg1:T1 Arg2:T2\n';
    expect(shown('brat', 'a.ann', ann, ['a.txt', text])).toEqual([['ORG 𠮷野家 0–4', 'LOC 北\n京 5–8']]);
    const [document] = read(reader('brat'), fileOf('a.ann', ann), fileOf('a.txt', text));
    expect(document?.mentions[0]).toMatchObject({ note: '店', attributes: { Sure: 'yes' }, entity: 'e1' });
    expect(document?.entities[0]).toMatchObject({
      name: '吉野家',
      identifiers: [{ scheme: 'wikidata', value: 'Q1' }],
    });
    expect(notices('brat', 'a.ann', ann)).toContain('Relations and events are not taken over: 1.');
  });

  it('tells of a mention in parts with text between, and of a text that is another', () => {
    const result = readingOf(
      reader('brat'),
      fileOf('a.ann', 'T1\tORG 0 1;2 3\t甲 丙\nT2\tORG 0 1\t丁\n'),
      fileOf('a.txt', '甲乙丙'),
    );
    expect(result.kind === 'read' && result.notices.map(n => n.en)).toEqual([
      'Mentions in parts that text stands between are taken as one from the first part to the last: 1.',
      'Mentions whose text is not what stands at their place: 1.',
    ]);
  });

  it('is refused with the line', () => {
    const text = fileOf('a.txt', '甲乙');
    expect(failure(reader('brat'), fileOf('a.ann', 'T1\tORG 0 1\t甲\nT2\tORG 0 9\t甲\n'), text)).toContain(
      'line 2: 9 lies beyond the text, which has 2 characters',
    );
    expect(failure(reader('brat'), fileOf('a.ann', 'T1 ORG 0 1 甲\n'), text)).toContain(
      'line 1 is not of the form',
    );
    expect(failure(reader('brat'), text)).toContain('the .ann file that belongs to it is missing');
  });
});

describe('CoNLL', () => {
  const conll = (contents: string) => shown('conll', 'a.conll', contents);

  it('is read as BIO, IOB1, BIOES, BMES and BILOU', () => {
    expect(conll('王\tB-PER\n五\tI-PER\n京\tB-LOC\n')).toEqual([['PER 王五 0–2', 'LOC 京 2–3']]);
    expect(conll('王 I-PER\n五 I-PER\n赵 B-PER\n说 O\n')).toEqual([['PER 王五 0–2', 'PER 赵 2–3']]);
    expect(conll('王\tB-PER\n五\tE-PER\n赵\tS-PER\n')).toEqual([['PER 王五 0–2', 'PER 赵 2–3']]);
    expect(conll('中\tB-ORG\n国\tM-ORG\n人\tL-ORG\n王\tU-PER\n')).toEqual([['ORG 中国人 0–3', 'PER 王 3–4']]);
  });

  it('is read with documents, several columns, words and spaces as it finds them', () => {
    const text =
      '-DOCSTART- -X- -X- O\n\nJohn NNP B-NP B-PER\nSmith NNP I-NP I-PER\n, , O O\nBonn NNP B-NP B-LOC\n\n-DOCSTART- -X- O O\n\nBonn NNP B-NP B-LOC\n';
    expect(conll(text)).toEqual([['PER John Smith 0–10', 'LOC Bonn 11–15'], ['LOC Bonn 0–4']]);
    expect(read(reader('conll'), fileOf('a.conll', text))[0]?.text).toBe('John Smith,Bonn\n');
    expect(conll('A\tB-ORG\n␣\tI-ORG\nB\tI-ORG\r\n')).toEqual([['ORG A B 0–3']]);
  });

  it('is refused with the line', () => {
    const rows = '王\tB-PER\n五\tI-PER\n'.repeat(10);
    expect(failure(reader('conll'), fileOf('a.conll', `${rows}说\tX\n`))).toContain(
      'line 21: “X” is no label',
    );
    expect(failure(reader('conll'), fileOf('a.conll', `${rows}说\n`))).toContain(
      'line 21 has no column 2 with a label',
    );
    expect(failure(reader('conll'), fileOf('a.conll', '春天来了。\n'))).toContain('no column holds labels');
  });
});

describe('UIMA CAS JSON', () => {
  const NER = 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity';
  const sofa = { '%TYPE': 'uima.cas.Sofa', sofaID: '_InitialView', sofaString: '𠮷野家' };
  const cas = (entity: object, header: object = {}) =>
    JSON.stringify({
      ...header,
      '%TYPES': {},
      '%FEATURE_STRUCTURES': { 1: sofa, 2: { '%TYPE': NER, '@sofa': 1, ...entity } },
      '%VIEWS': {},
    });

  it('is read by id or as a list, with either kind of anchor, in UTF-16 unless it says otherwise', () => {
    expect(shown('cas-json', 'a.json', cas({ begin: 0, end: 4, value: 'ORG' }))).toEqual([
      ['ORG 𠮷野家 0–4'],
    ]);
    expect(shown('cas-json', 'a.json', cas({ '^begin': 0, '^end': 4, value: 'ORG' }))).toEqual([
      ['ORG 𠮷野家 0–4'],
    ]);
    const utf32 = { '%HEADER': { '%OFFSET_ENCODING': 'UTF-32' } };
    expect(shown('cas-json', 'a.json', cas({ begin: 0, end: 3, value: 'ORG' }, utf32))).toEqual([
      ['ORG 𠮷野家 0–4'],
    ]);
  });

  it('is refused with the path', () => {
    expect(failure(reader('cas-json'), fileOf('a.json', cas({ begin: 0, end: 9, value: 'ORG' })))).toContain(
      '$["%FEATURE_STRUCTURES"]["2"].end: expected a number from 0 to 4, the length of the text, found 9',
    );
    expect(failure(reader('cas-json'), fileOf('a.json', '{"%FEATURE_STRUCTURES":[]}'))).toContain('no text');
  });
});

describe('spaCy', () => {
  it('is read as Doc, as Prodigy has it, and as tuples of training scripts', () => {
    const wanted = [['ORG 𠮷野家 0–4']];
    const span = { start: 0, end: 3, label: 'ORG' };
    const one = (value: unknown) => shown('spacy', 'a.jsonl', JSON.stringify(value));
    expect(
      one({ text: '𠮷野家', ents: [span], spans: { sc: [span] }, tokens: [{ start: 0, end: 1 }] }),
    ).toEqual(wanted);
    expect(one({ text: '𠮷野家', spans: [span] })).toEqual(wanted);
    expect(one([['𠮷野家', { entities: [[0, 3, 'ORG']] }]])).toEqual(wanted);
  });

  it('of version 2 is refused with the way out', () => {
    expect(failure(reader('spacy'), fileOf('a.json', '[{"id":0,"paragraphs":[]}]'))).toContain(
      'spacy convert',
    );
  });
});

describe('a table of mentions', () => {
  it('may have columns of other names and separators, and formulas', () => {
    expect(shown('mentions-csv', 'a.csv', "类型;文字\nPER;王五\nWORK;'=1+1\n")).toEqual([
      ['PER 王五 ?', 'WORK =1+1 ?'],
    ]);
    expect(shown('mentions-csv', 'a.tsv', 'Label\tBegin\tEnd\nPER\t0\t2\n')).toEqual([['PER  0–2']]);
  });

  it('is refused with the line', () => {
    const wrong = (text: string) => failure(reader('mentions-csv'), fileOf('a.csv', text));
    expect(wrong('type,text\n"a\nb",王\n,王\n')).toContain('line 4 has no type');
    expect(wrong('type,start,end\nPER,5,2\n')).toContain('line 2: “5” to “2” is no range');
    expect(wrong('type,text\nPER,"王\n')).toContain('line 2: a quotation mark opens a cell that never ends');
    expect(wrong('a,b\n1,2\n')).toContain('the first line must name the columns');
  });
});

describe('telling formats apart', () => {
  it.each([
    ['w3c', 'a.json', '[{"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annotation"}]'],
    ['doccano', 'a.jsonl', '{"id":1,"text":"王","label":[[0,1,"PER"]]}\n'],
    ['label-studio', 'a.json', '[{"id":1,"data":{"text":"王"},"annotations":[]}]'],
    ['brat', 'a.ann', 'T1\tPER 0 1\t王\n'],
    ['conll', 'a.txt', '王\tB-PER\n五\tI-PER\n说\tO\n'],
    ['bioes', 'a.txt', '王\tB-PER\n五\tE-PER\n说\tO\n'],
    ['cas-json', 'a.json', '{"%TYPES":{},"%FEATURE_STRUCTURES":[]}'],
    ['spacy', 'a.jsonl', '{"text":"王","ents":[]}\n'],
    ['mentions-csv', 'a.csv', '\ufefftype,start,end,text\n'],
    ['kanwu', 'a.json', '{\n  "format": "kanwu-annotations",\n'],
  ])('knows %s', (id, name, contents) => {
    const file = fileOf(name, contents);
    const scores = DATA_IMPORTS.map(format => [format.id, format.recognise(file)] as const);
    expect(scores.reduce((best, one) => (one[1] > best[1] ? one : best))[0]).toBe(id);
  });
});

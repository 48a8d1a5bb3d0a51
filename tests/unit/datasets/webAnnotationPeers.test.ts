// @vitest-environment jsdom
import { createTextPositionSelectorMatcher, createTextQuoteSelectorMatcher } from '@apache-annotator/dom';
import type { TextPositionSelector, TextQuoteSelector } from '@apache-annotator/selector';
import { parseW3CTextAnnotation, reviveAnnotation, type W3CTextAnnotation } from '@recogito/text-annotator';
import { describe, expect, it } from 'vitest';
import { webAnnotationFormat } from '../../../shared/datasets/webAnnotation';
import { exported, jobOf } from './generatedDocuments';
import { flatOf, rangesOf } from './imported';
import { nastyDocument } from './nasty';

function annotationsOf(options: Readonly<Record<string, string>>): readonly W3CTextAnnotation[] {
  const { files } = exported(webAnnotationFormat, jobOf(nastyDocument(), { options }));
  return JSON.parse(files[0] ?? '');
}

/** The text in an element, in nodes of seven characters as a page might have it. */
function page(text: string): HTMLElement {
  const element = document.createElement('article');
  const characters = [...text];
  for (let at = 0; at < characters.length; at += 7) {
    element.append(document.createTextNode(characters.slice(at, at + 7).join('')));
  }
  document.body.replaceChildren(element);
  return element;
}

function selectorOf(annotation: W3CTextAnnotation, type: string): unknown {
  const target = Array.isArray(annotation.target) ? annotation.target[0] : annotation.target;
  const list = [target?.selector].flat();
  return list.find(selector => selector?.type === type);
}

const flat = flatOf(jobOf(nastyDocument()));
const quotes = rangesOf(flat).map(([, , , quote]) => quote);

describe('Apache Annotator', () => {
  it('finds the very text of every mention by its position', async () => {
    const root = page(flat.text);
    const found: string[] = [];
    for (const annotation of annotationsOf({})) {
      const selector = selectorOf(annotation, 'TextPositionSelector') as TextPositionSelector;
      for await (const range of createTextPositionSelectorMatcher(selector)(root))
        found.push(range.toString());
    }
    expect(found.toSorted()).toEqual(quotes.toSorted());
  });

  it('finds it by its quotation alone, once, at the same place', async () => {
    const root = page(flat.text);
    for (const annotation of annotationsOf({})) {
      const quote = selectorOf(annotation, 'TextQuoteSelector') as TextQuoteSelector;
      const position = selectorOf(annotation, 'TextPositionSelector') as TextPositionSelector;
      const matches: Range[] = [];
      for await (const range of createTextQuoteSelectorMatcher(quote)(root)) matches.push(range as Range);
      expect(matches.map(range => range.toString())).toEqual([quote.exact]);
      for await (const range of createTextPositionSelectorMatcher(position)(root)) {
        expect((range as Range).compareBoundaryPoints(0, matches[0] as Range)).toBe(0);
      }
    }
  });
});

describe('Recogito', () => {
  const selected = (options: Readonly<Record<string, string>>) => {
    const root = page(flat.text);
    return annotationsOf(options).map(annotation => {
      const { parsed, error } = parseW3CTextAnnotation(annotation);
      if (!parsed) throw error;
      const { selector } = reviveAnnotation(parsed, root).target;
      return selector.map(({ range }) => range?.toString()).join();
    });
  };

  it('selects the very text of every mention where positions are written as UTF-16', () => {
    expect(selected({ positions: 'utf16' }).toSorted()).toEqual(quotes.toSorted());
  });

  it('reads positions in code points as UTF-16, so the option is needed behind a 𠮷', () => {
    expect(selected({}).toSorted()).not.toEqual(quotes.toSorted());
  });

  it('shows the type as a tag and the note as a comment', () => {
    const bodies = annotationsOf({ positions: 'utf16' }).map(annotation => {
      const { parsed } = parseW3CTextAnnotation(annotation);
      return parsed?.bodies.map(body => [body.purpose, body.value]) ?? [];
    });
    expect(bodies).toContainEqual([
      ['tagging', 'ORG'],
      ['identifying', undefined],
      ['commenting', '第一行\n第二行'],
    ]);
  });
});

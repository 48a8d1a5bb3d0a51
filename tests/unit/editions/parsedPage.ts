import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

export interface ParsedPage {
  readonly errors: readonly string[];
  readonly main: Element;
  readonly all: readonly Element[];
}

/** A page as a browser would parse it, with the parse errors. */
export function parsePage(html: string): ParsedPage {
  const errors: string[] = [];
  const tree = parse(html, { onParseError: error => errors.push(error.code) });
  const all = [...elements(tree.childNodes)];
  const main = all.find(element => element.tagName === 'main');
  if (!main) throw new Error('the page has no main element');
  return { errors, main, all };
}

function* elements(nodes: readonly Node[]): Generator<Element> {
  for (const node of nodes) {
    if (!('tagName' in node)) continue;
    yield node;
    yield* elements(node.childNodes);
  }
}

export function descendants(root: Element, tag: string): Element[] {
  return [...elements(root.childNodes)].filter(element => element.tagName === tag);
}

export function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find(attr => attr.name === name)?.value;
}

const LINE_ELEMENTS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'li', 'tr', 'pre', 'div'];

/** The text of every line the page shows, in order. */
export function linesOfPage(main: Element): string[] {
  return [...elements(main.childNodes)]
    .filter(element => LINE_ELEMENTS.includes(element.tagName))
    .flatMap(element => (element.tagName === 'pre' ? textOf(element).split('\n') : [textOf(element)]));
}

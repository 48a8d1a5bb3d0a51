import { type DefaultTreeAdapterTypes, defaultTreeAdapter, Parser } from 'parse5';
import { MarkupFault } from '../markup/markupFault';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** Elements inside one another at most; the parser's time grows with the square of it. */
const DEEPEST = 400;

/** UTF-16 code units given to the parser at a time: a few milliseconds. */
const CHUNK = 1 << 14;

/**
 * A page, in parts cut anywhere, as a browser would read it, with whatever faults. Throws {@link MarkupFault} where it is
 * nested beyond reason. Yields the share done (0–1).
 */
export function* parseHtml(parts: readonly string[]): Generator<number, DefaultTreeAdapterTypes.Document> {
  const depths = new WeakMap<object, number>();
  const deeper = (parent: object, node: object) => {
    const depth = (depths.get(parent) ?? 0) + 1;
    if (depth > DEEPEST) {
      throw new MarkupFault({
        en: `elements lie more than ${DEEPEST} deep in one another`,
        zh: `元素嵌套超过 ${DEEPEST} 层`,
      });
    }
    depths.set(node, depth);
  };
  const parser = new Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>({
    treeAdapter: {
      ...defaultTreeAdapter,
      appendChild(parent, node) {
        deeper(parent, node);
        defaultTreeAdapter.appendChild(parent, node);
      },
      insertBefore(parent, node, before) {
        deeper(parent, node);
        defaultTreeAdapter.insertBefore(parent, node, before);
      },
    },
  });
  for (const [n, part] of parts.entries()) {
    for (let at = 0; at < part.length; at += CHUNK) {
      parser.tokenizer.write(part.slice(at, at + CHUNK), false);
      yield (n + Math.min(1, (at + CHUNK) / part.length)) / parts.length;
    }
  }
  parser.tokenizer.write('', true);
  return parser.document;
}

export function attributeOf(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find(attribute => attribute.name === name)?.value;
}

export function hasClass(element: HtmlElement, ...names: readonly string[]): boolean {
  const classes = attributeOf(element, 'class')?.split(/\s+/) ?? [];
  return names.some(name => classes.includes(name));
}

/** What a walk meets: an element's start and end, or text. */
export type HtmlStep =
  | { readonly kind: 'open' | 'close'; readonly element: HtmlElement }
  | { readonly kind: 'text'; readonly text: string };

/** Walks a tree in the order of the page; where `enter` says no, an element and what is in it is left out. */
export function* walkHtml(
  root: { readonly childNodes: readonly HtmlNode[] },
  enter: (element: HtmlElement) => boolean,
): Generator<HtmlStep> {
  for (const node of root.childNodes) {
    if (node.nodeName === '#text' && 'value' in node) yield { kind: 'text', text: node.value };
    if (!('tagName' in node) || !enter(node)) continue;
    yield { kind: 'open', element: node };
    yield* walkHtml(node, enter);
    yield { kind: 'close', element: node };
  }
}

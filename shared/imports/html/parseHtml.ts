import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import { MarkupFault } from '../markup/markupFault';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** Elements inside one another at most; the parser's time grows with the square of it. */
const DEEPEST = 400;

/** A page as a browser would read it, with whatever faults. Throws {@link MarkupFault} where it is nested beyond reason. */
export function parseHtml(html: string): DefaultTreeAdapterTypes.Document {
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
  return parse(html, {
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

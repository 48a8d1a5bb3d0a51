import { buildEditorFromExtensions } from '@lexical/extension';
import { DOMRenderExtension, domOverride } from '@lexical/html';
import {
  $createHeadingNode,
  $isHeadingNode,
  HeadingNode,
  type HeadingTagType,
  RichTextExtension,
} from '@lexical/rich-text';
import {
  $createParagraphNode,
  $createTextNode,
  $getState,
  $isTextNode,
  $setState,
  configExtension,
  createState,
  defineExtension,
  type ElementNode,
  type LexicalEditor,
  ParagraphNode,
  TextNode,
} from 'lexical';
import type { Block } from '../../shared/document/block';
import { paintRun, setOrRemove } from './paintRun';
import type { PaintedRun } from './runs';

/**
 * Lexical as Kanwu uses it: blocks are plain paragraphs and headings, runs are plain text nodes that carry how they
 * are painted as node state. Neither MarkNode nor a TextNode subclass survives input methods (see docs); the DOM
 * override that paints is marked experimental upstream, so it is used in this file only.
 */
const paintState = createState('paint', { parse: value => (typeof value === 'string' ? value : '') });

const TextView = defineExtension({
  name: 'kanwu/text',
  dependencies: [
    RichTextExtension,
    configExtension(DOMRenderExtension, {
      overrides: [
        domOverride([TextNode], {
          $decorateDOM: (node, _previous, dom) => paintRun(dom, $getState(node, paintState)),
        }),
        domOverride([ParagraphNode], {
          $decorateDOM: (node, _previous, dom) => setLanguage(dom, node.getTextContent()),
        }),
        domOverride([HeadingNode], {
          $decorateDOM: (node, _previous, dom) => setLanguage(dom, node.getTextContent()),
        }),
      ],
    }),
  ],
  theme: { paragraph: 'block', heading: headingClasses() },
  onError: error => {
    throw error;
  },
});

function headingClasses() {
  const tags: HeadingTagType[] = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
  return Object.fromEntries(tags.map(tag => [tag, `block heading ${tag}`]));
}

export function createTextEditor(): LexicalEditor & { dispose(): void } {
  return buildEditorFromExtensions(TextView);
}

/** A node for the block with its runs; the caller appends it. */
export function $createBlockNode(block: Block, runs: readonly PaintedRun[]): ElementNode {
  const node = block.level > 0 ? $createHeadingNode(headingTag(block.level)) : $createParagraphNode();
  return node.append(...runs.map($createRun));
}

/** Whether the node is of the kind the block needs; otherwise it must be made anew. */
export function $suitsBlock(node: ElementNode, block: Block): boolean {
  return $isHeadingNode(node) ? node.getTag() === headingTag(block.level) : block.level === 0;
}

function headingTag(level: number): HeadingTagType {
  return `h${Math.min(6, Math.max(1, level)) as 1 | 2 | 3 | 4 | 5 | 6}`;
}

function $createRun(run: PaintedRun): TextNode {
  const node = $createTextNode(run.text);
  return run.paint === '' ? node : $setState(node, paintState, run.paint);
}

/**
 * Makes the node's children these runs. Nodes that can stay stay, so that the caret and an input method keep their
 * place. Returns whether anything had to change.
 */
export function $setRuns(node: ElementNode, runs: readonly PaintedRun[]): boolean {
  const children = node.getChildren();
  let changed = false;
  runs.forEach((run, n) => {
    const child = children[n];
    if (!$isTextNode(child)) {
      changed = true;
      if (child) child.replace($createRun(run));
      else node.append($createRun(run));
      return;
    }
    if (child.getTextContent() !== run.text) {
      child.setTextContent(run.text);
      changed = true;
    }
    if ($getState(child, paintState) !== run.paint) {
      $setState(child, paintState, run.paint);
      changed = true;
    }
    if (child.getFormat() !== 0) child.setFormat(0);
    if (child.getStyle() !== '') child.setStyle('');
  });
  for (const extra of children.slice(runs.length)) {
    extra.remove();
    changed = true;
  }
  return changed;
}

/** Text of a block looked at to tell its language, UTF-16 code units. */
const LANGUAGE_SAMPLE = 400;

/** Latin paragraphs get their own quotation marks and line breaking; everything else is Chinese as the root says. */
function setLanguage(dom: HTMLElement, text: string): void {
  const sample = text.slice(0, LANGUAGE_SAMPLE);
  const latin = /\p{Script=Latin}/u.test(sample) && !/\p{Script=Han}/u.test(sample);
  if (latin !== (dom.lang === 'en')) setOrRemove(dom, 'lang', latin ? 'en' : '');
}

import {
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  type ElementNode,
  HISTORIC_TAG,
  type LexicalEditor,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical';
import type { Block } from '../../shared/document/block';
import { blockAt, type KanwuDocument } from '../../shared/document/document';
import { $createBlockNode, $setRuns, $suitsBlock } from './lexicalEditor';
import { runsOf, type ShownMarks } from './runs';

/** Tag of every update that shows the model, so that the read-back passes it over. */
export const FROM_MODEL = 'kanwu-model';

interface Mounted {
  readonly key: string;
  readonly block: Block;
}

/**
 * The blocks `[from, to)` of a document as Lexical nodes. Shows what the model says, a block at a time, touching only
 * nodes whose block changed; knows which node is which block.
 */
export class MountedBlocks {
  from = 0;
  to = 0;
  private readonly byId = new Map<string, Mounted>();
  private indexByKey = new Map<string, number>();
  private document: KanwuDocument;
  private readonly editor: LexicalEditor;
  private shown: ShownMarks;

  constructor(editor: LexicalEditor, document: KanwuDocument, shown: ShownMarks) {
    this.editor = editor;
    this.document = document;
    this.shown = shown;
  }

  /** Index of the block a node stands for, -1 for a node that stands for none. */
  indexOfKey(key: string): number {
    return this.indexByKey.get(key) ?? -1;
  }

  keyOf(index: number): string | undefined {
    const block = this.document.blocks[index];
    return index >= this.from && index < this.to && block ? this.byId.get(block.id)?.key : undefined;
  }

  elementOf(index: number): HTMLElement | null {
    const key = this.keyOf(index);
    return key === undefined ? null : this.editor.getElementByKey(key);
  }

  setShown(shown: ShownMarks): void {
    const { seams, invisible, locale } = this.shown;
    if (seams === shown.seams && invisible === shown.invisible && locale === shown.locale) return;
    this.shown = shown;
    this.paintAnew();
  }

  private paintAnew(): void {
    this.byId.forEach((mounted, id) => {
      // Another object than any block of the document: painted anew at the next show.
      this.byId.set(id, { ...mounted, block: { ...mounted.block } });
    });
  }

  /**
   * Shows `[from, to)` of `document`. `$select` runs inside the same update with whether any text shown before
   * changed; it sets the selection. `touchDomSelection` false leaves the browser's selection (and focus) alone.
   */
  show(
    document: KanwuDocument,
    from: number,
    to: number,
    $select: (textChanged: boolean) => void,
    touchDomSelection: boolean,
  ): void {
    if (document.tagset !== this.document.tagset) this.paintAnew();
    this.document = document;
    const tag = [FROM_MODEL, HISTORIC_TAG, SKIP_SCROLL_INTO_VIEW_TAG];
    if (!touchDomSelection) tag.push(SKIP_DOM_SELECTION_TAG);
    this.editor.update(
      () => {
        const changed = this.$reconcile(from, to);
        $select(changed);
      },
      { discrete: true, tag },
    );
    this.from = from;
    this.to = to;
  }

  private $reconcile(from: number, to: number): boolean {
    const root = $getRoot();
    const wanted = this.document.blocks.slice(from, to);
    const ids = new Set(wanted.map(block => block.id));
    let changed = false;
    for (const [id, { key }] of this.byId) {
      if (ids.has(id)) continue;
      $getNodeByKey(key)?.remove();
      this.byId.delete(id);
    }
    const indexByKey = new Map<string, number>();
    let previous: ElementNode | null = null;
    wanted.forEach((block, n) => {
      const [node, touched] = this.$nodeFor(block);
      changed ||= touched;
      const inPlace = node.isAttached() && node.getPreviousSibling() === previous;
      if (!inPlace) {
        if (previous) previous.insertAfter(node, false);
        else root.splice(0, 0, [node]);
      }
      indexByKey.set(node.getKey(), from + n);
      previous = node;
    });
    // Whatever else came to stand in the root (a paragraph of the browser's own making) is not of the document.
    for (const child of root.getChildren()) if (!indexByKey.has(child.getKey())) child.remove();
    this.indexByKey = indexByKey;
    return changed;
  }

  private $nodeFor(block: Block): readonly [ElementNode, boolean] {
    const mounted = this.byId.get(block.id);
    const node = mounted && $getNodeByKey(mounted.key);
    const runs = () => runsOf(block, this.document.tagset, this.shown);
    if ($isElementNode(node) && $suitsBlock(node, block)) {
      const touched = mounted?.block !== block && $setRuns(node, runs());
      this.byId.set(block.id, { key: node.getKey(), block });
      return [node, touched];
    }
    const made = $createBlockNode(block, runs());
    if ($isElementNode(node)) node.replace(made);
    this.byId.set(block.id, { key: made.getKey(), block });
    return [made, true];
  }

  /** Shows the mounted blocks of a changed document; indices must be those of it. */
  mountedBlock(index: number): Block {
    return blockAt(this.document, index);
  }
}

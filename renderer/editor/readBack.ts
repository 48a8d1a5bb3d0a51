import { $getNodeByKey, $isElementNode } from 'lexical';
import { blockAt } from '../../shared/document/document';
import { originOf } from '../../shared/edits/context';
import type { EditingHost } from './editingHost';
import { $readSelection } from './modelSelection';
import { FROM_MODEL } from './mountedBlocks';
import { textDiff } from './textDiff';

/**
 * Reads into the model what reached Lexical by itself: what an input method composed, a spelling correction, an
 * autofill. While composing nothing is read, so that a composition is one step and a cancelled one none.
 */
export function registerReadBack(view: EditingHost): () => void {
  const { editor, mounted, session } = view;
  const pending = new Set<string>();
  let composed = false;

  const readBlock = (key: string) => {
    const index = mounted.indexOfKey(key);
    if (index < 0) return;
    const seen = editor.read(() => {
      const node = $getNodeByKey(key);
      return $isElementNode(node)
        ? { text: node.getTextContent(), selection: $readSelection(mounted) }
        : null;
    });
    if (!seen) return;
    const { document } = session;
    const block = blockAt(document, index);
    const focus = seen.selection?.focus;
    const diff = textDiff(block.body.text, seen.text, focus?.index === index ? focus.offset : null);
    if (!diff) return;
    const from = { index, offset: diff.from };
    const to = { index, offset: diff.to };
    const origin = originOf(session.context(), 'edit');
    view.type(composed ? 'compose' : 'type', from, to, diff.inserted, origin, !composed);
  };

  const flush = () => {
    if (editor.isComposing()) return;
    const keys = [...pending];
    pending.clear();
    for (const key of keys) readBlock(key);
    composed = false;
  };

  const unregister = editor.registerUpdateListener(({ dirtyElements, editorState, tags }) => {
    if (tags.has(FROM_MODEL)) return;
    for (const [key, intentional] of dirtyElements)
      if (intentional || mounted.indexOfKey(key) >= 0) pending.add(key);
    if (editor.isComposing()) {
      composed = true;
      return;
    }
    if (pending.size > 0) flush();
    editorState.read(() => view.$takeSelection());
  });

  // A cancelled composition may end without another update of Lexical.
  const root = editor.getRootElement();
  const onEnd = () => setTimeout(flush, 0);
  root?.addEventListener('compositionend', onEnd);
  return () => {
    unregister();
    root?.removeEventListener('compositionend', onEnd);
  };
}

import {
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  COMPOSITION_START_COMMAND,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  COPY_COMMAND,
  CUT_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  FORMAT_ELEMENT_COMMAND,
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  INSERT_TAB_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalCommand,
  OUTDENT_CONTENT_COMMAND,
  PASTE_COMMAND,
  REDO_COMMAND,
  REMOVE_TEXT_COMMAND,
  SELECT_ALL_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { blockAt, type Spot } from '../../shared/document/document';
import type { Selection } from '../../shared/document/history';
import type { CorrectionKind } from '../../shared/document/piece';
import { originOf } from '../../shared/edits/context';
import { pasteText } from '../../shared/edits/paste';
import type { Edit } from '../../shared/edits/replaceText';
import { joinBlocks, setHeadingLevel, splitBlock, usualJoin } from '../../shared/edits/structure';
import { copySelection, readClipboard } from './clipboard';
import type { EditingHost } from './editingHost';
import { caretAt, isCaret, ordered } from './modelSelection';
import { graphemeLength, wordLength } from './textBoundaries';

/**
 * Every edit a key, the menu or the clipboard asks for is made on the model and shown from it; Lexical itself edits
 * only what an input method composes. Command handlers run inside an update of Lexical, so the edit follows it in a
 * microtask, still before the next paint.
 */
export function registerEditing(view: EditingHost): () => void {
  const { editor, session } = view;
  const cleanups: (() => void)[] = [];

  function on<T>(command: LexicalCommand<T>, handler: (payload: T) => boolean): void {
    cleanups.push(editor.registerCommand(command, handler, COMMAND_PRIORITY_CRITICAL));
  }

  /** Runs an edit on the selection of this moment, after the update under way. */
  function editSelection(edit: (selection: Selection) => void): boolean {
    const selection = view.$currentSelection();
    if (selection) queueMicrotask(() => edit(selection));
    return true;
  }

  function commit(label: string, { change, caret }: Edit, coalesce = false): void {
    session.edit(label, change, { selection: caretAt(caret), coalesce, from: 'typing' });
  }

  function replace(
    selection: Selection,
    text: string,
    kind: CorrectionKind,
    label: string,
    coalesce = false,
  ): void {
    const [from, to] = ordered(selection);
    if (session.getState().selection !== selection) session.select(selection);
    view.type(label, from, to, text, originOf(session.context(), kind), coalesce);
  }

  function insert(text: string): boolean {
    return editSelection(selection => replace(selection, text, 'edit', 'type', true));
  }

  function split(): boolean {
    return editSelection(selection => {
      if (!isCaret(selection)) replace(selection, '', 'edit', 'delete');
      const at = session.getState().selection?.focus ?? selection.focus;
      commit('split', splitBlock(session.document, at, session.context()));
    });
  }

  /** Deletes the selection, or from the caret by `length` code units (negative: before it). */
  function remove(lengthOf: (text: string, offset: number) => number): boolean {
    return editSelection(selection => {
      if (!isCaret(selection)) {
        replace(selection, '', 'edit', 'delete');
        return;
      }
      const { index, offset } = selection.focus;
      const { text } = blockAt(session.document, index).body;
      const length = lengthOf(text, offset);
      if (length === 0) return;
      const other: Spot = { index, offset: offset + length };
      if (other.offset >= 0 && other.offset <= text.length) {
        replace({ anchor: other, focus: selection.focus }, '', 'edit', 'delete', true);
      } else if (length < 0) joinWithPrevious(index);
      else if (index + 1 < session.document.blocks.length) joinWithPrevious(index + 1);
    });
  }

  /** What Backspace at the start of a block does: joins it to the one before, as an editor would write it. */
  function joinWithPrevious(index: number): void {
    const { document } = session;
    const context = session.context();
    const block = blockAt(document, index);
    if (index === 0) {
      if (block.level > 0) session.edit('heading', setHeadingLevel(document, 0, 0, context));
      return;
    }
    const previous = blockAt(document, index - 1);
    const end = previous.body.text.length;
    if (previous.gap.text === '') {
      const from = {
        index: index - 1,
        offset: Math.max(0, end - graphemeLength(previous.body.text, end, -1)),
      };
      replace({ anchor: from, focus: { index, offset: 0 } }, '', 'edit', 'delete');
      return;
    }
    commit('join', joinBlocks(document, index - 1, usualJoin(previous.body.text, block.body.text), context));
  }

  on(BEFORE_INPUT_COMMAND, event => {
    if (event.isComposing || event.inputType !== 'insertText' || event.data === null) return false;
    event.preventDefault();
    return insert(event.data);
  });
  on(CONTROLLED_TEXT_INSERTION_COMMAND, payload => {
    const text =
      typeof payload === 'string' ? payload : (payload.data ?? payload.dataTransfer?.getData('text/plain'));
    // Lexical puts a zero-width space where a composition is to begin.
    if (!text || text === '\u200b' || editor.isComposing()) return false;
    return insert(text);
  });
  on(INSERT_PARAGRAPH_COMMAND, split);
  on(INSERT_LINE_BREAK_COMMAND, split);
  on(DELETE_CHARACTER_COMMAND, backward =>
    remove((text, offset) =>
      backward ? -graphemeLength(text, offset, -1) || -1 : graphemeLength(text, offset, 1) || 1,
    ),
  );
  on(DELETE_WORD_COMMAND, backward =>
    remove((text, offset) =>
      backward ? -wordLength(text, offset, -1) || -1 : wordLength(text, offset, 1) || 1,
    ),
  );
  on(DELETE_LINE_COMMAND, backward =>
    remove((text, offset) => (backward ? -offset || -1 : text.length - offset || 1)),
  );
  on(REMOVE_TEXT_COMMAND, () =>
    editor.isComposing() ? false : editSelection(selection => replace(selection, '', 'edit', 'delete')),
  );

  // A composition over several blocks: the model takes the selection out first, the composition begins at a caret.
  on(COMPOSITION_START_COMMAND, () => {
    const selection = view.$currentSelection();
    if (!selection || selection.anchor.index === selection.focus.index) return false;
    queueMicrotask(() => replace(selection, '', 'edit', 'delete'));
    return false;
  });

  const onClipboard = (event: unknown, cut: boolean): boolean => {
    if (!(event instanceof ClipboardEvent) || !event.clipboardData) return false;
    const selection = view.$currentSelection();
    event.preventDefault();
    if (!selection || isCaret(selection)) return true;
    copySelection(session.document, selection, event.clipboardData);
    if (cut) queueMicrotask(() => replace(selection, '', 'cut', 'cut'));
    return true;
  };
  on(COPY_COMMAND, event => onClipboard(event, false));
  on(CUT_COMMAND, event => onClipboard(event, true));
  on(PASTE_COMMAND, event => {
    if (!(event instanceof ClipboardEvent) || !event.clipboardData) return false;
    event.preventDefault();
    const clip = readClipboard(event.clipboardData);
    if (clip.text === '') return true;
    return editSelection(selection => {
      const [from, to] = ordered(selection);
      commit('paste', pasteText(session.document, from, to, clip, session.context()));
    });
  });

  on(SELECT_ALL_COMMAND, event => {
    event.preventDefault();
    queueMicrotask(() => view.selectAll());
    return true;
  });
  on(KEY_DOWN_COMMAND, event => {
    const modifier = event.ctrlKey || event.metaKey;
    if (!modifier || event.altKey || (event.key !== 'Home' && event.key !== 'End')) return false;
    event.preventDefault();
    const { blocks } = session.document;
    const last = blocks.length - 1;
    const spot: Spot =
      event.key === 'Home'
        ? { index: 0, offset: 0 }
        : { index: last, offset: blocks[last]?.body.text.length ?? 0 };
    const anchor = event.shiftKey ? (view.$currentSelection()?.anchor ?? spot) : spot;
    queueMicrotask(() => view.reveal({ anchor, focus: spot }));
    return true;
  });

  on(UNDO_COMMAND, () => {
    queueMicrotask(() => session.undo());
    return true;
  });
  on(REDO_COMMAND, () => {
    queueMicrotask(() => session.redo());
    return true;
  });
  // The text is plain: no formats, no indentation, no dragging of text; Escape and Tab are the window's.
  for (const command of [
    FORMAT_TEXT_COMMAND,
    FORMAT_ELEMENT_COMMAND,
    INDENT_CONTENT_COMMAND,
    OUTDENT_CONTENT_COMMAND,
  ])
    on(command as LexicalCommand<unknown>, () => true);
  for (const command of [INSERT_TAB_COMMAND, KEY_TAB_COMMAND, KEY_ESCAPE_COMMAND])
    on(command as LexicalCommand<unknown>, () => true);
  for (const command of [DRAGSTART_COMMAND, DROP_COMMAND])
    on(command, event => {
      event.preventDefault();
      return true;
    });

  return () => {
    for (const cleanup of cleanups) cleanup();
  };
}

import { useEffect, useState } from 'react';
import type { Selection } from '../../shared/document/history';
import { tagKeys, workingTagKey } from '../commands/keys';
import { useLocale } from '../messages/useMessages';
import { useSessionValue } from '../session/useSession';
import { editorWords } from './editorWords';
import { FloatingCard } from './FloatingCard';
import { mentionInFocus } from './MentionHandles';
import { isCaret, ordered } from './modelSelection';
import type { TextController } from './textController';

export interface TagActions {
  /** Tags the selection, or retypes the mention at the caret. */
  readonly tag: (type: string) => void;
  readonly remove: () => void;
}

/**
 * The floating bar: over selected words the types to tag them with; at a caret inside a mention its type, with the
 * others to change to and the way to take it off.
 */
export function TagBar({ view, actions }: { view: TextController; actions: TagActions }) {
  const words = editorWords(useLocale());
  const locale = useLocale();
  const { selection, document } = useSessionValue(state => state);
  const dragging = usePointerDown(view);
  const hidden = useDoneWith(view, selection);
  if (!selection || dragging || hidden || !view.selectedByHand) return null;
  const [from, to] = ordered(selection);
  if (from.index !== to.index) return null;
  const caret = isCaret(selection);
  const block = document.blocks[from.index];
  if (!block) return null;
  const chosen = mentionInFocus(view.session, block.mentions, from.offset, to.offset);
  if (caret && !chosen) return null;
  if (!caret && block.body.text.slice(from.offset, to.offset).trim() === '') return null;
  const place = chosen ?? { start: from.offset, end: to.offset };
  return (
    <FloatingCard
      view={view}
      selection={{
        anchor: { index: from.index, offset: place.start },
        focus: { index: from.index, offset: place.end },
      }}
      label={words.tagBar}
      className="tag-bar"
      side="above"
    >
      {document.tagset.map(type => (
        <button
          key={type.id}
          type="button"
          className={`tag-button tag-color-${type.color}`}
          aria-pressed={chosen?.type === type.id}
          title={[type.name[locale], tagKeys(type.key)].filter(Boolean).join(' · ')}
          onMouseDown={event => event.preventDefault()}
          onClick={() => actions.tag(type.id)}
        >
          {locale === 'zh' ? type.name.zh : type.id}
          {workingTagKey(type.key) !== null && <kbd>{type.key}</kbd>}
        </button>
      ))}
      {chosen && (
        <button
          type="button"
          className="tag-remove"
          onMouseDown={event => event.preventDefault()}
          onClick={actions.remove}
        >
          {words.remove}
        </button>
      )}
    </FloatingCard>
  );
}

/**
 * True once Escape was pressed in the text or the selection was tagged, until another selection is made: a bar that
 * stayed would lie over the words to be tagged next.
 */
function useDoneWith(view: TextController, selection: Selection | null): boolean {
  const [hiddenFor, setHiddenFor] = useState<Selection | null>(null);
  useEffect(() => {
    const root = view.editor.getRootElement();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) setHiddenFor(view.session.getState().selection);
    };
    root?.addEventListener('keydown', onKey);
    const stop = view.session.onChange(() => {
      const { history, selection: tagged } = view.session.getState();
      const label = history.done[history.done.length - 1]?.label;
      if (label === 'tag.add' || label === 'tag.retype') setHiddenFor(tagged);
    });
    return () => {
      stop();
      root?.removeEventListener('keydown', onKey);
    };
  }, [view]);
  return hiddenFor !== null && hiddenFor === selection;
}

/** True while the mouse is selecting: the bar would be in the way. */
function usePointerDown(view: TextController): boolean {
  const [down, setDown] = useState(false);
  useEffect(() => {
    const root = view.editor.getRootElement();
    const start = () => setDown(true);
    const end = () => setDown(false);
    root?.addEventListener('pointerdown', start);
    window.addEventListener('pointerup', end);
    return () => {
      root?.removeEventListener('pointerdown', start);
      window.removeEventListener('pointerup', end);
    };
  }, [view]);
  return down;
}

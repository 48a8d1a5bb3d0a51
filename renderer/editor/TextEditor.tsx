import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Seam } from '../../shared/edits/structure';
import type { Settings } from '../../shared/settings/settings';
import type { FindingsStore } from '../findings/findingsStore';
import { useLocale } from '../messages/useMessages';
import type { EditingSession } from '../session/session';
import type { SuggestionsStore } from '../suggestions/suggestionsStore';
import { BreakMarkers, type FindingActions } from './BreakMarkers';
import './editor.css';
import { editorWords } from './editorWords';
import { FindingHighlights } from './FindingHighlights';
import { type ExtentActions, MentionHandles } from './MentionHandles';
import { SeamCard } from './SeamCard';
import { SuggestionHighlights } from './SuggestionHighlights';
import { type TagActions, TagBar } from './TagBar';
import { TextController } from './textController';

/** Blocks from which on the text has a turn of its own after the panes around it: together they would take 80 ms. */
const LONG = 5000;

export interface TextEditorActions extends FindingActions, TagActions, ExtentActions {
  readonly reopen: (index: number, seam: Seam) => void;
}

/** The text of the open document, in Lexical over a window of its blocks, with what floats over it. */
export function TextEditor(props: {
  session: EditingSession;
  findings: FindingsStore;
  suggestions: SuggestionsStore;
  settings: Settings;
  actions: TextEditorActions;
  onReady: (view: TextController | null) => void;
}) {
  const { session, findings, suggestions, settings, actions, onReady } = props;
  const locale = useLocale();
  const words = editorWords(locale);
  const scroller = useRef<HTMLDivElement>(null);
  const above = useRef<HTMLDivElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const below = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<TextController | null>(null);
  const { showSeams: seams, showInvisible: invisible } = settings;
  const shownAtStart = useRef({ seams, invisible, locale });
  const styled = useRef('');
  const style = `${settings.fontSize} ${settings.font}`;

  useLayoutEffect(() => {
    if (!scroller.current || !above.current || !root.current || !below.current) return;
    const elements = {
      scroller: scroller.current,
      above: above.current,
      root: root.current,
      below: below.current,
    };
    let controller: TextController | null = null;
    const begin = () => {
      controller = new TextController(elements, session, shownAtStart.current);
      setView(controller);
      onReady(controller);
    };
    const isLong = session.document.blocks.length > LONG;
    const timer = isLong ? setTimeout(begin, 0) : undefined;
    if (!isLong) begin();
    return () => {
      clearTimeout(timer);
      onReady(null);
      controller?.dispose();
    };
  }, [session, onReady]);

  useEffect(() => view?.setShown({ seams, invisible, locale }), [view, seams, invisible, locale]);

  // Another font has other measures. The view came up in the first one.
  useLayoutEffect(() => {
    if (view && styled.current !== '' && styled.current !== style) view.restyle();
    styled.current = style;
  }, [view, style]);

  return (
    <div
      className={`text-scroller font-${settings.font}`}
      ref={scroller}
      style={{ '--text-size': `${settings.fontSize}px` } as React.CSSProperties}
    >
      <div className="text-content">
        <div className="text-spacer" ref={above} aria-hidden="true" />
        {/* biome-ignore lint/a11y/useSemanticElements: Lexical edits a contenteditable root */}
        <div
          className="text-root"
          data-pane-focus
          ref={root}
          contentEditable
          suppressContentEditableWarning
          role="textbox"
          aria-multiline="true"
          aria-label={words.text}
          tabIndex={0}
          spellCheck={false}
          lang="zh"
        />
        <div className="text-spacer" ref={below} aria-hidden="true" />
        {view && (
          <>
            <BreakMarkers view={view} findings={findings} actions={actions} />
            <FindingHighlights view={view} findings={findings} />
            <SuggestionHighlights view={view} suggestions={suggestions} />
            <SeamCard view={view} showSeams={settings.showSeams} onReopen={actions.reopen} />
            <MentionHandles view={view} actions={actions} />
            <TagBar view={view} actions={actions} />
          </>
        )}
      </div>
    </div>
  );
}

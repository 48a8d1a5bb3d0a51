import { useLayoutEffect, useSyncExternalStore } from 'react';
import { blockAt } from '../../shared/document/document';
import { hasProposal, type PlacedFinding } from '../../shared/edits/deciding';
import type { FindingsStore } from '../findings/findingsStore';
import { useLocale, useMessages } from '../messages/useMessages';
import { firstWords, lastWords } from '../review/wordsAround';
import { editorWords } from './editorWords';
import type { TextController } from './textController';
import { useWindow } from './useWindow';

/** How much of the text on either side a marker shows: characters of Chinese, whole words of Latin. */
const CHARACTERS = 8;
const LATIN_CHARACTERS = 22;

export interface FindingActions {
  readonly accept: (placed: PlacedFinding) => void;
  readonly dismiss: (placed: PlacedFinding) => void;
}

/**
 * Suspected breaks in the text where they are: a marker below the block before each. The markers lie beside Lexical's
 * root, not in it, and hang on the block by CSS anchors, so that neither caret nor input method ever meets them.
 */
export function BreakMarkers(props: {
  view: TextController;
  findings: FindingsStore;
  actions: FindingActions;
}) {
  const { view, findings, actions } = props;
  useWindow(view);
  const { open, current } = useSyncExternalStore(findings.subscribe, findings.getState);
  const shown = open.filter(
    ({ finding, first }) => finding.kind === 'break' && first >= view.mounted.from && first < view.mounted.to,
  );
  return shown.map(placed => (
    <BreakMarker
      key={placed.finding.block}
      view={view}
      placed={placed}
      current={placed.finding === current}
      actions={actions}
      onChoose={() => findings.setCurrent(placed.finding)}
    />
  ));
}

function BreakMarker(props: {
  view: TextController;
  placed: PlacedFinding;
  current: boolean;
  actions: FindingActions;
  onChoose: () => void;
}) {
  const { view, placed, current, actions, onChoose } = props;
  const { finding, first, last } = placed;
  const locale = useLocale();
  const words = editorWords(locale);
  const messages = useMessages();
  const { blocks } = view.session.document;
  const anchor = `--break-${finding.block}`;
  const element = view.mounted.elementOf(first);

  useLayoutEffect(() => {
    if (!element) return;
    element.classList.add('has-break');
    element.style.setProperty('anchor-name', anchor);
    return () => {
      element.classList.remove('has-break');
      element.style.removeProperty('anchor-name');
    };
  }, [element, anchor]);

  if (finding.kind !== 'break' || !blocks[first] || !blocks[last]) return null;
  const before = lastWords(blockAt(view.session.document, first).body.text, CHARACTERS, LATIN_CHARACTERS);
  const after = firstWords(blockAt(view.session.document, last).body.text, CHARACTERS, LATIN_CHARACTERS);
  const between = hasProposal(placed) ? blocks.slice(first + 1, last).map(block => block.body.text) : [];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the queue in the inspector chooses findings from the keyboard
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      className={current ? 'break-marker current' : 'break-marker'}
      role="group"
      aria-label={words.breakAt(before, after)}
      style={{ positionAnchor: anchor } as React.CSSProperties}
      onClick={onChoose}
      data-finding={finding.block}
    >
      <span className="break-words" aria-hidden="true">
        <span className="break-before">{before}</span>
        <span className="break-sign">⏎</span>
        <span className="break-after">{after}</span>
      </span>
      <span className="break-confidence">{messages.common.percent(finding.confidence)}</span>
      <span className="break-reason" title={finding.reason[locale]}>
        {finding.reason[locale]}
        {between.length > 0 && `；${words.takesOut(between.join(' '))}`}
      </span>
      <span className="break-actions">
        {hasProposal(placed) && (
          <button type="button" className="break-join" onClick={() => actions.accept(placed)}>
            {messages.findings.join}
          </button>
        )}
        <button type="button" className="break-keep" onClick={() => actions.dismiss(placed)}>
          {messages.findings.keep}
        </button>
      </span>
    </div>
  );
}

import { type CSSProperties, useCallback, useMemo, useState } from 'react';
import { Splitter } from '../app/Splitter';
import { useFindingsValue, useWorkspace, useWorkspaceValue } from '../app/useWorkspace';
import { VirtualList } from '../app/VirtualList';
import type { OpenDocument } from '../app/workspaceState';
import { commandKeys, shownKeys } from '../commands/keys';
import { useMessages } from '../messages/useMessages';
import './outline.css';
import { findingsBySection, sectionOf } from './outlineRows';
import { useOutline, usePlace } from './useOutline';

/** CSS pixels. */
const ROW = 28;
const rowHeight = () => ROW;

/** The marked headings, how many findings are open in each section, and which section the editor is in. */
export function OutlinePanel({ open }: { readonly open: OpenDocument }) {
  const workspace = useWorkspace();
  const messages = useMessages();
  const { session } = open;
  const width = useWorkspaceValue(state => state.settings.outlineWidth);
  const { headings, topLevel } = useOutline(session);
  const findings = useFindingsValue(open.findings, state => state.open);
  const counts = useMemo(() => findingsBySection(headings, findings), [headings, findings]);
  const view = useCallback(() => workspace.view, [workspace]);
  const section = sectionOf(headings, usePlace(session, view));
  const platform = useWorkspaceValue(state => state.start?.platform ?? 'linux');
  // The arrow keys may walk ahead of the text.
  const [walking, setWalking] = useState<number | null>(null);

  const goTo = (row: number, focus: boolean) => {
    const index = headings[row];
    if (index === undefined) return;
    const spot = { index, offset: 0 };
    workspace.view?.reveal({ anchor: spot, focus: spot }, { flash: true, focus });
  };

  return (
    <nav
      className="outline"
      data-pane="outline"
      aria-label={messages.panes.outline}
      style={{ '--pane-width': `${width}px` } as CSSProperties}
    >
      <h2 className="pane-head">{messages.panes.outline}</h2>
      {counts.before > 0 && headings.length > 0 && (
        <p className="outline-before">
          <span className="truncate">{messages.outline.before}</span>
          <span className="badge number">{messages.common.number(counts.before)}</span>
        </p>
      )}
      {headings.length === 0 ? (
        <div className="empty">
          <strong>{messages.outline.none}</strong>
          <p>{messages.outline.hint(shownKeys(commandKeys('edit.heading1') ?? '', platform))}</p>
        </div>
      ) : (
        <VirtualList
          label={messages.panes.outline}
          count={headings.length}
          rowHeight={rowHeight}
          active={walking ?? section}
          isSelected={row => row === section}
          onActive={row => {
            setWalking(row);
            goTo(row, false);
          }}
          onOpen={row => goTo(row, true)}
          onBlur={() => setWalking(null)}
          render={row => {
            const block = session.document.blocks[headings[row] ?? -1];
            const text = block?.body.text.trim() || messages.outline.untitled;
            const count = counts.sections[row] ?? 0;
            const depth = Math.max(0, (block?.level ?? 1) - topLevel);
            return (
              <div className="outline-line" data-depth={depth}>
                <span className="truncate" title={text} lang="zh-CN">
                  {text}
                </span>
                {count > 0 && (
                  <span
                    className="badge number"
                    role="img"
                    title={messages.outline.findings(count)}
                    aria-label={messages.outline.findings(count)}
                  >
                    {messages.common.number(count)}
                  </span>
                )}
              </div>
            );
          }}
        />
      )}
      <Splitter
        label={messages.panes.resizeOutline}
        setting="outlineWidth"
        pane="outline"
        grows={1}
        range={[160, 480]}
      />
    </nav>
  );
}

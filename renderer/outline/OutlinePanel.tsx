import { type CSSProperties, useCallback, useMemo, useState } from 'react';
import { Splitter } from '../app/Splitter';
import { useFindingsValue, useWorkspace, useWorkspaceValue } from '../app/useWorkspace';
import { VirtualList } from '../app/VirtualList';
import type { OpenDocument } from '../app/workspaceState';
import { commandKeys, shownKeys } from '../commands/keys';
import { useMessages } from '../messages/useMessages';
import './outline.css';
import { findingsBySection, hasPreface, sectionOf } from './outlineRows';
import { useOutline, usePlace } from './useOutline';

/** CSS pixels. */
const ROW = 28;

/** The marked headings, how many findings are open in each section, and which section the editor is in. */
export function OutlinePanel({ open }: { readonly open: OpenDocument }) {
  const workspace = useWorkspace();
  const messages = useMessages();
  const { session } = open;
  const width = useWorkspaceValue(state => state.settings.outlineWidth);
  const { headings, topLevel } = useOutline(session);
  // A row of its own for what stands before the first heading.
  const before = hasPreface(headings) ? 1 : 0;
  const findings = useFindingsValue(open.findings, state => state.open);
  const counts = useMemo(() => findingsBySection(headings, findings), [headings, findings]);
  const view = useCallback(() => workspace.view, [workspace]);
  const section = sectionOf(headings, usePlace(session, view)) + before;
  const platform = useWorkspaceValue(state => state.start?.platform ?? 'linux');
  // The arrow keys may walk ahead of the text.
  const [walking, setWalking] = useState<number | null>(null);

  const goTo = (row: number, focus: boolean) => {
    const index = row < before ? 0 : headings[row - before];
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
      {headings.length === 0 ? (
        <div className="empty">
          <strong>{messages.outline.none}</strong>
          <p>{messages.outline.hint(shownKeys(commandKeys('edit.heading1') ?? '', platform))}</p>
        </div>
      ) : (
        <VirtualList
          label={messages.panes.outline}
          count={before + headings.length}
          rowHeight={ROW}
          active={walking ?? section}
          isSelected={row => row === section}
          onActive={row => {
            setWalking(row);
            goTo(row, false);
          }}
          onOpen={row => goTo(row, true)}
          onBlur={() => setWalking(null)}
          render={row => {
            if (row < before)
              return <OutlineLine text={messages.outline.before} count={counts.before} preface />;
            const block = session.document.blocks[headings[row - before] ?? -1];
            return (
              <OutlineLine
                text={block?.body.text.trim() || messages.outline.untitled}
                count={counts.sections[row - before] ?? 0}
                depth={Math.max(0, (block?.level ?? 1) - topLevel)}
              />
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

interface OutlineLineProps {
  readonly text: string;
  /** Open findings of the section. */
  readonly count: number;
  /** Levels below the highest heading there is. */
  readonly depth?: number;
  /** The line for what stands before the first heading: it has no words of the text's own. */
  readonly preface?: boolean;
}

function OutlineLine({ text, count, depth = 0, preface = false }: OutlineLineProps) {
  const { outline, common } = useMessages();
  return (
    <div className="outline-line" data-depth={preface ? undefined : depth}>
      <span
        className={preface ? 'truncate outline-preface' : 'truncate'}
        title={text}
        lang={preface ? undefined : 'zh-CN'}
      >
        {text}
      </span>
      {count > 0 && (
        <span
          className="badge number"
          role="img"
          title={outline.findings(count)}
          aria-label={outline.findings(count)}
        >
          {common.number(count)}
        </span>
      )}
    </div>
  );
}

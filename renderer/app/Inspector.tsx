import { type CSSProperties, type KeyboardEvent, useRef, useSyncExternalStore } from 'react';
import { FindingsPanel } from '../findings/FindingsPanel';
import { MentionsPanel } from '../mentions/MentionsPanel';
import { useLocale, useMessages } from '../messages/useMessages';
import { RegisterPanel } from '../register/RegisterPanel';
import { SuggestionsPanel } from '../suggestions/SuggestionsPanel';
import { Splitter } from './Splitter';
import { useFindingsValue, useWorkspace, useWorkspaceValue } from './useWorkspace';
import type { OpenDocument } from './workspaceState';

/** Where there is little room: 236, 12K, 12万. */
const compact = (n: number, locale: string): string =>
  n < 1000 ? String(n) : new Intl.NumberFormat(locale, { notation: 'compact' }).format(n);

const TABS = ['findings', 'mentions', 'register', 'suggestions'] as const;

/** The pane on the right: what is suspected, and what is tagged. */
export function Inspector({ open }: { readonly open: OpenDocument }) {
  const workspace = useWorkspace();
  const messages = useMessages();
  const locale = useLocale();
  const shown = useWorkspaceValue(state => state.inspectorTab);
  const width = useWorkspaceValue(state => state.settings.inspectorWidth);
  const openFindings = useFindingsValue(open.findings, state => state.open.length);
  const suggested = useSyncExternalStore(
    open.suggestions.subscribe,
    () => open.suggestions.getState().list.total,
  );
  const tabs = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const step = event.key === 'ArrowRight' ? 1 : TABS.length - 1;
    const other = TABS[(TABS.indexOf(shown) + step) % TABS.length] ?? 'findings';
    workspace.update({ inspectorTab: other });
    tabs.current?.querySelector<HTMLElement>(`#tab-${other}`)?.focus();
  };

  return (
    <aside
      className="inspector"
      data-pane="inspector"
      aria-label={messages.panes.inspector}
      style={{ '--pane-width': `${width}px` } as CSSProperties}
    >
      <div className="tabs" role="tablist" aria-label={messages.panes.inspector} ref={tabs}>
        {TABS.map(tab => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`tab-${tab}`}
            className="tab"
            aria-selected={tab === shown}
            aria-controls={`panel-${tab}`}
            tabIndex={tab === shown ? 0 : -1}
            onClick={() => workspace.update({ inspectorTab: tab })}
            onKeyDown={onKeyDown}
          >
            {messages.panes[tab]}
            {tab === 'findings' && openFindings > 0 && (
              <span className="badge number">{messages.common.number(openFindings)}</span>
            )}
            {tab === 'suggestions' && suggested > 0 && (
              <span className="badge number">{compact(suggested, locale)}</span>
            )}
          </button>
        ))}
      </div>
      {TABS.map(tab => (
        <section
          key={tab}
          role="tabpanel"
          id={`panel-${tab}`}
          className="tab-panel"
          aria-labelledby={`tab-${tab}`}
          hidden={tab !== shown}
        >
          {tab === shown && <Panel tab={tab} open={open} />}
        </section>
      ))}
      <Splitter
        label={messages.panes.resizeInspector}
        setting="inspectorWidth"
        pane="inspector"
        grows={-1}
        range={[260, 640]}
      />
    </aside>
  );
}

function Panel({ tab, open }: { readonly tab: (typeof TABS)[number]; readonly open: OpenDocument }) {
  switch (tab) {
    case 'findings':
      return <FindingsPanel open={open} />;
    case 'mentions':
      return <MentionsPanel open={open} />;
    case 'register':
      return <RegisterPanel open={open} />;
    case 'suggestions':
      return <SuggestionsPanel open={open} />;
  }
}

import { Component, type ReactNode } from 'react';
import { reportFault } from '../diagnostics/reportFault';
import { messagesIn } from '../messages/useMessages';
import { save } from './saveFlow';
import type { Workspace } from './workspace';
import { shownLocale } from './workspaceState';

interface Props {
  readonly workspace: Workspace;
  readonly children: ReactNode;
}

/** A fault while drawing the window must not take the work with it: says so, and offers to save and to draw again. */
export class ErrorBoundary extends Component<Props, { readonly fault: string | null }> {
  override state: { readonly fault: string | null } = { fault: null };

  static getDerivedStateFromError(error: unknown) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }

  override componentDidCatch(error: unknown) {
    reportFault(this.props.workspace.kanwu, 'drawing', error);
  }

  override render() {
    const { workspace, children } = this.props;
    const { fault } = this.state;
    if (fault === null) return children;
    const { fault: words } = messagesIn(shownLocale(workspace.getState()));
    return (
      <main className="welcome">
        <div className="welcome-page" role="alert">
          <h1>{words.title}</h1>
          <p className="welcome-sentence">{words.body}</p>
          <p className="welcome-sentence">{fault}</p>
          <div className="welcome-actions">
            {workspace.open && (
              <button
                type="button"
                className="button button-primary"
                onClick={() => save(workspace, false).catch(workspace.unexpected)}
              >
                {words.save}
              </button>
            )}
            <button type="button" className="button" onClick={() => this.setState({ fault: null })}>
              {words.again}
            </button>
          </div>
        </div>
      </main>
    );
  }
}

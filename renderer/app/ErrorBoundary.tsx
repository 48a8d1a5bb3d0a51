import { Component, type ReactNode } from 'react';
import { reportFault } from '../diagnostics/reportFault';
import { messagesIn } from '../messages/useMessages';
import { type SaveOutcome, save } from './saveFlow';
import type { Workspace } from './workspace';
import { shownLocale } from './workspaceState';

interface Props {
  readonly workspace: Workspace;
  readonly children: ReactNode;
}

interface Shown {
  readonly fault: string | null;
  /** What became of "Save": the status bar and the dialogs that would say so are not drawn. */
  readonly outcome: SaveOutcome | null;
}

/** A fault while drawing the window must not take the work with it: says so, and offers to save and to draw again. */
export class ErrorBoundary extends Component<Props, Shown> {
  override state: Shown = { fault: null, outcome: null };

  static getDerivedStateFromError(error: unknown): Shown {
    return { fault: error instanceof Error ? error.message : String(error), outcome: null };
  }

  override componentDidCatch(error: unknown) {
    reportFault(this.props.workspace.kanwu, 'drawing', error);
  }

  private readonly save = () => {
    const { workspace } = this.props;
    save(workspace, false).then(outcome => this.setState({ outcome }), workspace.unexpected);
  };

  private readonly drawAgain = () => this.setState({ fault: null, outcome: null });

  override render() {
    const { workspace, children } = this.props;
    const { fault, outcome } = this.state;
    if (fault === null) return children;
    const locale = shownLocale(workspace.getState());
    const { fault: words } = messagesIn(locale);
    return (
      <main className="welcome">
        <div className="welcome-page" role="alert">
          <h1>{words.title}</h1>
          <p className="welcome-sentence">{words.body}</p>
          <p className="welcome-sentence">{fault}</p>
          <div className="welcome-actions">
            {workspace.open && (
              <button type="button" className="button button-primary" onClick={this.save}>
                {words.save}
              </button>
            )}
            <button type="button" className="button" onClick={this.drawAgain}>
              {words.again}
            </button>
          </div>
          <p className="welcome-sentence" role="status">
            {outcome?.kind === 'saved' && words.saved}
            {outcome?.kind === 'failed' && `${outcome.error.message[locale]} ${outcome.error.hint[locale]}`}
          </p>
        </div>
      </main>
    );
  }
}

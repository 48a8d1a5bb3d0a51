import { useWorkspace, useWorkspaceValue } from '../app/useWorkspace';
import type { OpenDocument } from '../app/workspaceState';
import { useMessages } from '../messages/useMessages';
import { useSuggestions } from './useSuggestions';

/** Says why nothing is listed, and what can be done about it. `hidden`: suggestions of types not chosen. */
export function NoSuggestions({ open, hidden }: { readonly open: OpenDocument; readonly hidden: number }) {
  const workspace = useWorkspace();
  const { suggestions: words, findings } = useMessages();
  const on = useWorkspaceValue(state => state.settings.suggestions);
  const failed = useWorkspaceValue(state => state.suggestionsFailed);
  const { progress } = useSuggestions(open.suggestions);
  const button = (label: string, onClick: () => void) => (
    <button type="button" className="button" onClick={onClick}>
      {label}
    </button>
  );
  if (failed) {
    return (
      <div className="empty">
        <strong>{words.failed}</strong>
      </div>
    );
  }
  if (!on) {
    return (
      <div className="empty">
        <strong>{words.off}</strong>
        {button(words.turnOn, () => workspace.changeSettings({ suggestions: true }))}
      </div>
    );
  }
  if (progress === null || progress < 1) return <div className="empty" aria-hidden="true" />;
  if (hidden > 0) {
    return (
      <div className="empty">
        <strong>{words.filtered}</strong>
        {button(findings.showAll, () => {
          const { order } = workspace.getState().suggested;
          workspace.update({ suggested: { order, types: null } });
        })}
      </div>
    );
  }
  return (
    <div className="empty">
      <strong>{words.none}</strong>
      <p>{words.noneHint}</p>
    </div>
  );
}

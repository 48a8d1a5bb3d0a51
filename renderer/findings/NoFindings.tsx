import { FINDING_KINDS } from '../../shared/findings/finding';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings';
import { useFindingsValue, useWorkspace, useWorkspaceValue } from '../app/useWorkspace';
import type { OpenDocument } from '../app/workspaceState';
import { commandTitle } from '../commands/keys';
import { useLocale, useMessages } from '../messages/useMessages';

/** Why the queue is empty, and what to do then. `hidden` findings are kept out by the choice of kinds. */
export function NoFindings({ open, hidden }: { readonly open: OpenDocument; readonly hidden: number }) {
  const workspace = useWorkspace();
  const messages = useMessages();
  const locale = useLocale();
  const { findings: words } = messages;
  const failed = useWorkspaceValue(state => state.detectionFailed);
  const looking = useFindingsValue(open.findings, state => state.progress < 1);
  const decided = useFindingsValue(open.findings, state => state.decided);
  const strict = useWorkspaceValue(
    state => state.settings.minimumConfidence > DEFAULT_SETTINGS.minimumConfidence,
  );
  const off = useWorkspaceValue(state => state.settings.disabledKinds.length);
  if (failed) return <p className="empty">{words.failed}</p>;
  if (hidden > 0 || (strict && !looking)) {
    return (
      <div className="empty">
        <strong>{words.filtered}</strong>
        <button
          type="button"
          className="button button-small"
          onClick={() => {
            workspace.update({ kinds: null });
            if (strict) {
              const { minimumConfidence } = DEFAULT_SETTINGS;
              workspace.changeSettings({ minimumConfidence });
            }
          }}
        >
          {words.showAll}
        </button>
      </div>
    );
  }
  if (looking) return <p className="empty">{words.lookingShort}</p>;
  const allOff = off === FINDING_KINDS.length;
  return (
    <div className="empty">
      <strong>{allOff ? words.allOff : decided > 0 ? words.allDecided(decided) : words.none}</strong>
      {!allOff && <p>{decided > 0 ? words.allDecidedHint : words.noneHint}</p>}
      {off > 0 && (
        <>
          {!allOff && <p>{words.off(off)}</p>}
          <button
            type="button"
            className="button button-small"
            onClick={() => workspace.dialog({ kind: 'settings' })}
          >
            {commandTitle('app.settings', locale)}
          </button>
        </>
      )}
    </div>
  );
}

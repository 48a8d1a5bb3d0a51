import { useEffect, useState } from 'react';
import type { Requests } from '../../shared/ipc/contract';
import type { Settings } from '../../shared/settings/settings';
import { useWorkspace } from '../app/useWorkspace';
import { useMessages } from '../messages/useMessages';

/** Seconds between two times, the range the settings allow. */
const SECONDS = [5, 3600] as const;

/** The settings of saving by itself, and what is kept on the disk. */
export function KeepingSettings({
  settings,
  change,
}: {
  readonly settings: Settings;
  readonly change: (next: Partial<Settings>) => void;
}) {
  const workspace = useWorkspace();
  const { recovery } = useMessages();
  const words = recovery.settings;
  const [seconds, setSeconds] = useState(String(settings.autosaveSeconds));
  const [used, setUsed] = useState<Requests['storageUsed']['reply'] | null>(null);
  useEffect(() => {
    workspace.kanwu.storageUsed(null).then(setUsed).catch(workspace.unexpected);
  }, [workspace]);
  return (
    <section className="settings-part" aria-labelledby="settings-keeping">
      <h3 id="settings-keeping">{words.title}</h3>
      <label className="choice">
        <input
          type="checkbox"
          checked={settings.autosave}
          onChange={event => change({ autosave: event.target.checked })}
        />
        {words.autosave}
      </label>
      <label className="settings-row">
        <span>{words.seconds}</span>
        <input
          className="field number"
          type="number"
          min={SECONDS[0]}
          max={SECONDS[1]}
          disabled={!settings.autosave}
          value={seconds}
          onChange={event => {
            setSeconds(event.target.value);
            const typed = Number(event.target.value);
            if (Number.isInteger(typed) && typed >= SECONDS[0] && typed <= SECONDS[1]) {
              change({ autosaveSeconds: typed });
            }
          }}
          onBlur={() => setSeconds(String(settings.autosaveSeconds))}
        />
      </label>
      {used && (
        <p className="settings-explained" title={words.limits}>
          {words.journals(recovery.megabytes(used.journals))}
          <br />
          {words.backups(recovery.megabytes(used.backups))}
        </p>
      )}
    </section>
  );
}

import { useState } from 'react';
import { FINDING_KINDS, type FindingKind } from '../../shared/findings/finding';
import type { Settings } from '../../shared/settings/settings';
import { ConfidenceSlider } from '../findings/ConfidenceSlider';
import { useMessages } from '../messages/useMessages';
import { KeepingSettings } from '../recovery/KeepingSettings';
import { SuggestionSettings } from '../suggestions/SuggestionSettings';
import { Dialog } from './Dialog';
import { Tick } from './Tick';
import './settings.css';
import { useWorkspace, useWorkspaceValue } from './useWorkspace';

/** Everything that can be set, in effect at once. */
export function SettingsDialog() {
  const workspace = useWorkspace();
  const messages = useMessages();
  const { settings: words } = messages;
  const settings = useWorkspaceValue(state => state.settings);
  const [author, setAuthor] = useState(settings.author);
  const change = (next: Partial<Settings>) => workspace.changeSettings(next);
  const keepAuthor = () => {
    if (author.trim() !== settings.author) change({ author: author.trim() });
  };
  const close = () => {
    keepAuthor();
    workspace.dialog(null);
  };
  return (
    <Dialog
      title={words.title}
      size="large"
      onCancel={close}
      actions={
        <button type="button" className="button button-primary" onClick={close}>
          {messages.common.close}
        </button>
      }
    >
      <div className="settings">
        <div className="settings-column">
          <section className="settings-part" aria-labelledby="settings-window">
            <h3 id="settings-window">{words.window}</h3>
            <Choice
              label={words.language}
              first
              value={settings.locale}
              options={[
                ['system', words.system],
                ['zh', '中文'],
                ['en', 'English'],
              ]}
              onChange={locale => change({ locale })}
            />
            <Choice
              label={words.theme}
              value={settings.theme}
              options={[
                ['system', words.system],
                ['light', words.light],
                ['dark', words.dark],
              ]}
              onChange={theme => change({ theme })}
            />
            <Choice
              label={words.font}
              value={settings.font}
              options={[
                ['serif', words.serif],
                ['sans', words.sans],
              ]}
              onChange={font => change({ font })}
            />
            <FontSize
              label={words.fontSize}
              kept={settings.fontSize}
              onChange={fontSize => change({ fontSize })}
            />
            <Tick checked={settings.showSeams} onChange={showSeams => change({ showSeams })}>
              {words.seams}
            </Tick>
            <Tick checked={settings.showInvisible} onChange={showInvisible => change({ showInvisible })}>
              {words.invisible}
            </Tick>
          </section>
          <section className="settings-part" aria-labelledby="settings-review">
            <h3 id="settings-review">{words.review}</h3>
            <label className="settings-wide">
              <span>{words.author}</span>
              <input
                className="field"
                value={author}
                maxLength={200}
                placeholder={words.authorHint}
                onChange={event => setAuthor(event.target.value)}
                onBlur={keepAuthor}
              />
            </label>
            <ConfidenceSlider
              label={words.minimum}
              kept={settings.minimumConfidence}
              onSettled={minimumConfidence => change({ minimumConfidence })}
            />
            <ConfidenceSlider
              label={words.bulk}
              kept={settings.bulkConfidence}
              lowest={50}
              onSettled={bulkConfidence => change({ bulkConfidence })}
            />
            <Tick checked={settings.autoAdvance} onChange={autoAdvance => change({ autoAdvance })}>
              {words.autoAdvance}
            </Tick>
          </section>
          <KeepingSettings settings={settings} change={change} />
        </div>
        <div className="settings-column">
          <section className="settings-part" aria-labelledby="settings-kinds">
            <h3 id="settings-kinds">{words.kinds}</h3>
            <p className="dialog-hint">{words.kindsLead}</p>
            <div className="settings-kinds">
              {FINDING_KINDS.map(kind => (
                <Tick
                  key={kind}
                  checked={!settings.disabledKinds.includes(kind)}
                  onChange={on => change({ disabledKinds: withKind(settings.disabledKinds, kind, !on) })}
                >
                  <span>
                    {messages.kinds[kind]}
                    <span className="settings-explained">{messages.kindsExplained[kind]}</span>
                  </span>
                </Tick>
              ))}
            </div>
          </section>
          <SuggestionSettings />
        </div>
      </div>
    </Dialog>
  );
}

/** In the order in which kinds are listed, so that equal sets are equal settings. */
function withKind(
  kinds: readonly FindingKind[],
  kind: FindingKind,
  present: boolean,
): readonly FindingKind[] {
  return FINDING_KINDS.filter(other => (other === kind ? present : kinds.includes(other)));
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChange: (value: T) => void;
  /** Has the focus when the dialog opens. */
  readonly first?: boolean;
}

function Choice<T extends string>({ label, value, options, onChange, first }: ChoiceProps<T>) {
  return (
    <label className="settings-row">
      <span>{label}</span>
      <select
        className="field"
        value={value}
        data-autofocus={first}
        onChange={event => {
          const chosen = options.find(([name]) => name === event.target.value);
          if (chosen) onChange(chosen[0]);
        }}
      >
        {options.map(([name, shown]) => (
          <option key={name} value={name}>
            {shown}
          </option>
        ))}
      </select>
    </label>
  );
}

/** CSS pixels, the range the settings allow. */
const SIZES = [12, 40] as const;

interface FontSizeProps {
  readonly label: string;
  readonly kept: number;
  readonly onChange: (size: number) => void;
}

/** Takes what is typed once it is a size that is allowed; shows the size in force when left. */
function FontSize({ label, kept, onChange }: FontSizeProps) {
  const [typed, setTyped] = useState(String(kept));
  return (
    <label className="settings-row">
      <span>{label}</span>
      <input
        className="field number"
        type="number"
        min={SIZES[0]}
        max={SIZES[1]}
        value={typed}
        onChange={event => {
          setTyped(event.target.value);
          const size = Number(event.target.value);
          if (Number.isInteger(size) && size >= SIZES[0] && size <= SIZES[1]) onChange(size);
        }}
        onBlur={() => setTyped(String(kept))}
      />
    </label>
  );
}

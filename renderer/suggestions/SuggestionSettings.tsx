import { useEffect, useState } from 'react';
import { DEFAULT_TAGSET } from '../../shared/document/tagset';
import type { GazetteerInfo } from '../../shared/ipc/contract';
import { Tick } from '../app/Tick';
import { useWorkspace, useWorkspaceValue } from '../app/useWorkspace';
import { ConfidenceSlider } from '../findings/ConfidenceSlider';
import { useLocale, useMessages } from '../messages/useMessages';
import { forgetNames, loadGazetteer, removeGazetteer, turnGazetteer } from './gazetteerActions';
import './suggestions.css';

/** What is suggested, and from which lists of names besides the model. */
export function SuggestionSettings() {
  const workspace = useWorkspace();
  const locale = useLocale();
  const { suggestions: words } = useMessages();
  const settings = useWorkspaceValue(state => state.settings);
  const [forgotten, setForgotten] = useState(false);
  const tagset = workspace.open?.session.document.tagset ?? DEFAULT_TAGSET;
  const { unsuggestedTypes } = settings;
  const turn = (type: string, on: boolean) => {
    const others = unsuggestedTypes.filter(other => other !== type);
    workspace.changeSettings({ unsuggestedTypes: on ? others : [...others, type] });
  };
  return (
    <section className="settings-part" aria-labelledby="settings-suggestions">
      <h3 id="settings-suggestions">{words.settings}</h3>
      <Tick
        checked={settings.suggestions}
        onChange={suggestions => workspace.changeSettings({ suggestions })}
      >
        {words.on}
      </Tick>
      <ConfidenceSlider
        label={words.minimum}
        kept={settings.minimumSuggestion}
        lowest={30}
        onSettled={minimumSuggestion => workspace.changeSettings({ minimumSuggestion })}
      />
      <fieldset className="suggestion-types">
        <legend className="visually-hidden">{words.types}</legend>
        {tagset.map(({ id, name }) => (
          <Tick key={id} checked={!unsuggestedTypes.includes(id)} onChange={on => turn(id, on)}>
            {name[locale]}
          </Tick>
        ))}
      </fieldset>
      <GazetteerList />
      <p className="dialog-hint">{words.earlier}</p>
      <div>
        <button
          type="button"
          className="button button-small"
          disabled={forgotten}
          onClick={() => {
            setForgotten(true);
            forgetNames(workspace).catch(workspace.unexpected);
          }}
        >
          {words.forget}
        </button>
      </div>
    </section>
  );
}

function GazetteerList() {
  const workspace = useWorkspace();
  const { suggestions: words, common } = useMessages();
  const [list, setList] = useState<readonly GazetteerInfo[]>([]);
  const take = (next: Promise<readonly GazetteerInfo[] | null>) => {
    next.then(got => got && setList(got)).catch(workspace.unexpected);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the settings come up
  useEffect(() => take(workspace.kanwu.gazetteers(null)), []);
  return (
    <fieldset className="gazetteers">
      <legend>{words.gazetteers}</legend>
      <p className="dialog-hint">{words.gazetteersLead}</p>
      {list.map(({ id, name, count, on }) => (
        <div key={id} className="gazetteer">
          <Tick checked={on} onChange={next => take(turnGazetteer(workspace, id, next))}>
            <span className="truncate" title={name}>
              {name}
            </span>
          </Tick>
          <span className="number gazetteer-count">{words.names(count)}</span>
          <button
            type="button"
            className="button button-small button-quiet"
            aria-label={words.removeGazetteer(name)}
            onClick={() => take(removeGazetteer(workspace, id))}
          >
            {common.remove}
          </button>
        </div>
      ))}
      <div>
        <button type="button" className="button button-small" onClick={() => take(loadGazetteer(workspace))}>
          {words.load}
        </button>
      </div>
    </fieldset>
  );
}

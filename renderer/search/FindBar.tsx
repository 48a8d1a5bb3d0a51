import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useSyncExternalStore } from 'react';
import { isAcross } from '../../shared/search/match';
import { Icon } from '../app/Icon';
import { useWorkspace } from '../app/useWorkspace';
import { acceleratorOf, isInputMethod } from '../commands/keys';
import { runCommand } from '../commands/registry';
import { useLocale, useMessages } from '../messages/useMessages';
import { expressionProblem } from './expressionProblem';
import './findBar.css';
import type { FindStore } from './findStore';
import { QueryField } from './QueryField';
import { MOST_MATCHES } from './searchRun';
import { useKeepPlace } from './useKeepPlace';

/** The slim bar above the text: what to find, how many there are, what to put in their place. */
export function FindBar({ find }: { readonly find: FindStore }) {
  const { shown } = useSyncExternalStore(find.subscribe, find.getState);
  return shown && <ShownFindBar find={find} />;
}

function ShownFindBar({ find }: { readonly find: FindStore }) {
  const workspace = useWorkspace();
  const messages = useMessages();
  const { find: words } = messages;
  const state = useSyncExternalStore(find.subscribe, find.getState);
  const { query, replacing, replacement, problem, found } = state;
  const bar = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const replaceField = useRef<HTMLInputElement>(null);
  const replaced = useRef(false);
  const noteId = useId();
  useKeepPlace(bar);
  useFieldFocus(find, field, replaceField);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isInputMethod(event.nativeEvent)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      find.hide();
      return;
    }
    // A field has its own undo; right after replacing, what the editor means to undo is in the text.
    const keys = acceleratorOf(event.nativeEvent, workspace.getState().start?.platform ?? 'linux');
    if (keys === 'CmdOrCtrl+Z' && replaced.current) {
      event.preventDefault();
      runCommand(workspace, 'edit.undo');
    }
  };
  const replace = (all: boolean) => {
    replaced.current = true;
    if (all) find.replaceAll();
    else find.replace();
  };
  const none = found.matches.length === 0;
  const note = useNote(find);

  return (
    <search ref={bar} className="find-bar" aria-label={words.label} onKeyDown={onKeyDown}>
      <div className="find-row">
        <button
          type="button"
          className="button button-icon button-small"
          aria-expanded={replacing}
          aria-label={words.showReplace}
          title={words.showReplace}
          onClick={() => find.setReplacing(!replacing)}
        >
          <Icon name={replacing ? 'down' : 'right'} />
        </button>
        <span className="find-field" data-wrong={problem !== null ? true : undefined}>
          <QueryField
            input={field}
            label={words.find}
            value={query.words}
            describedBy={note ? noteId : undefined}
            invalid={problem !== null}
            onValue={value => {
              replaced.current = false;
              find.setQuery({ ...query, words: value });
            }}
            onEnter={event => find.step(event.shiftKey ? -1 : 1)}
          />
          <Toggle
            label={words.matchCase}
            on={query.matchCase}
            onChange={matchCase => find.setQuery({ ...query, matchCase })}
          >
            Aa
          </Toggle>
          <Toggle
            label={words.wholeWords}
            on={query.wholeWords}
            onChange={wholeWords => find.setQuery({ ...query, wholeWords })}
          >
            <span className="find-whole">ab</span>
          </Toggle>
          <Toggle
            label={words.expression}
            on={query.expression}
            onChange={expression => find.setQuery({ ...query, expression })}
          >
            .*
          </Toggle>
        </span>
        <button
          type="button"
          className="button button-icon button-small"
          aria-label={words.previous}
          title={`${words.previous} (Shift+Enter)`}
          disabled={none}
          onClick={() => find.step(-1)}
        >
          <Icon name="up" />
        </button>
        <button
          type="button"
          className="button button-icon button-small"
          aria-label={words.next}
          title={`${words.next} (Enter)`}
          disabled={none}
          onClick={() => find.step(1)}
        >
          <Icon name="down" />
        </button>
        <FindCount find={find} />
        <button
          type="button"
          className="button button-icon button-small find-close"
          aria-label={messages.common.close}
          title={`${messages.common.close} (Esc)`}
          onClick={() => find.hide()}
        >
          <Icon name="close" />
        </button>
      </div>
      {replacing && (
        <div className="find-row find-replace">
          <span className="find-field">
            <QueryField
              input={replaceField}
              label={words.replaceWith}
              value={replacement}
              onValue={value => {
                replaced.current = false;
                find.setReplacement(value);
              }}
              onEnter={event => replace(event.ctrlKey || event.metaKey || event.altKey)}
            />
          </span>
          <button
            type="button"
            className="button button-small"
            title={`${words.replace} (Enter)`}
            disabled={none}
            onClick={() => replace(false)}
          >
            {words.replace}
          </button>
          <button
            type="button"
            className="button button-small"
            title={`${words.replaceAll} (Ctrl+Enter)`}
            disabled={none}
            onClick={() => replace(true)}
          >
            {words.replaceAll}
          </button>
        </div>
      )}
      <p className="find-note" id={noteId} role="status" data-wrong={problem !== null ? true : undefined}>
        {note}
      </p>
    </search>
  );
}

/** Opening again puts the focus into the field asked for and selects what stands in it. */
function useFieldFocus(
  find: FindStore,
  field: React.RefObject<HTMLInputElement | null>,
  replaceField: React.RefObject<HTMLInputElement | null>,
): void {
  useEffect(() => {
    const focus = () => {
      const wanted = find.fieldWanted === 'replace' ? replaceField.current : field.current;
      wanted?.focus();
      wanted?.select();
    };
    focus();
    return find.onShow(() => queueMicrotask(focus));
  }, [find, field, replaceField]);
}

/** «3 / 27», and where the last step went round the end of the text. */
function FindCount({ find }: { readonly find: FindStore }) {
  const { find: words, common } = useMessages();
  const { query, found, position, problem, wrapped } = useSyncExternalStore(find.subscribe, find.getState);
  const { matches, state, capped } = found;
  const asked = query.words !== '' && problem === null;
  const all = `${common.number(matches.length)}${state === 'looking' ? '…' : capped || state === 'tooSlow' ? '+' : ''}`;
  const nothing = state === 'looking' ? '…' : words.none;
  return (
    <output className="find-count number" aria-live="polite">
      {asked &&
        (matches.length === 0 ? nothing : `${position < 0 ? '–' : common.number(position + 1)} / ${all}`)}
      {wrapped && <span className="find-wrapped">{wrapped === 'end' ? words.fromStart : words.fromEnd}</span>}
    </output>
  );
}

/** What has to be said under the fields; null for nothing. */
function useNote(find: FindStore): string | null {
  const locale = useLocale();
  const { find: words } = useMessages();
  const { problem, found, current, query } = useSyncExternalStore(find.subscribe, find.getState);
  if (problem !== null) return words.problem(expressionProblem(problem)[locale]);
  if (query.words === '') return null;
  if (found.state === 'tooSlow') return words.tooSlow;
  if (current && isAcross(current)) return words.across;
  if (found.capped) return words.capped(MOST_MATCHES);
  return null;
}

interface ToggleProps {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly children: ReactNode;
}

function Toggle({ label, on, onChange, children }: ToggleProps) {
  return (
    <button
      type="button"
      className="find-toggle"
      aria-pressed={on}
      aria-label={label}
      title={label}
      onClick={() => onChange(!on)}
    >
      {children}
    </button>
  );
}

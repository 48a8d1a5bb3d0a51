import type { DialogAnswer, DialogSpec } from '../dialogSpec';
import { DIALOG_STYLE } from './dialogStyle';

/**
 * Shows one of main's dialogs over the page, modal, and resolves to what the editor chose. It lives in a closed shadow
 * tree, so that the page's styles and scripts do not meet it.
 */
export function showDialog(spec: DialogSpec): Promise<DialogAnswer> {
  const host = document.createElement('div');
  const shadow = host.attachShadow({ mode: 'closed' });
  const style = new CSSStyleSheet();
  style.replaceSync(DIALOG_STYLE);
  shadow.adoptedStyleSheets = [style];
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-label', spec.title);
  shadow.append(dialog);
  document.documentElement.append(host);
  const returnTo = document.activeElement;

  return new Promise<DialogAnswer>(resolve => {
    const answer = (value: DialogAnswer) => {
      dialog.close();
      host.remove();
      if (returnTo instanceof HTMLElement) returnTo.focus();
      resolve(value);
    };
    dialog.append(element('h1', spec.title), ...contents(spec, answer));
    dialog.addEventListener('cancel', event => {
      event.preventDefault();
      answer({ kind: 'cancel' });
    });
    // Keys meant for the dialog are not commands of the page.
    dialog.addEventListener('keydown', event => event.stopPropagation());
    dialog.showModal();
  });
}

type Answer = (value: DialogAnswer) => void;

function contents(spec: DialogSpec, answer: Answer): HTMLElement[] {
  if (spec.kind === 'message') {
    const row = element('div');
    row.className = 'buttons';
    row.append(
      ...spec.buttons.map((label, index) =>
        button(label, () => answer({ kind: 'button', index }), index === 0),
      ),
    );
    return [...(spec.detail ? [element('p', spec.detail)] : []), row];
  }
  return folderView(spec, answer);
}

function folderView(spec: Extract<DialogSpec, { kind: 'open' | 'save' }>, answer: Answer): HTMLElement[] {
  const name = document.createElement('input');
  name.value = spec.name;
  name.setAttribute('aria-label', spec.labels.name);
  name.autofocus = true;
  const take = () => {
    if (name.value.trim() !== '') answer({ kind: 'file', folder: spec.folder, name: name.value.trim() });
  };
  name.addEventListener('keydown', event => {
    if (event.key === 'Enter') take();
  });
  const list = element('ul');
  for (const entry of spec.entries) {
    const item = element('li');
    const choose = button(entry.folder ? `${entry.name}/` : entry.name, () =>
      entry.folder
        ? answer({ kind: 'enter', folder: spec.folder, name: entry.name })
        : spec.kind === 'open'
          ? answer({ kind: 'file', folder: spec.folder, name: entry.name })
          : setName(name, entry.name),
    );
    item.append(choose);
    list.append(item);
  }
  const row = element('div');
  row.className = 'buttons';
  row.append(
    button(spec.labels.choose, take, true),
    button(spec.labels.cancel, () => answer({ kind: 'cancel' })),
  );
  return [element('p', spec.folder), list, name, row];
}

function setName(input: HTMLInputElement, value: string): void {
  input.value = value;
  input.focus();
}

function element(tag: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

function button(label: string, onClick: () => void, primary = false): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.className = primary ? 'primary' : '';
  made.addEventListener('click', onClick);
  return made;
}

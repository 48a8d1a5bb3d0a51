/** The panes F6 goes round, in order, by the attribute `data-pane` on their elements. */
const PANES = ['toolbar', 'outline', 'text', 'inspector', 'status'];

/** Moves the focus to the next (or previous) pane that is shown: where it was last, or its first control. */
export function goToPane(direction: 1 | -1): void {
  const shown = PANES.flatMap(name => document.querySelector<HTMLElement>(`[data-pane="${name}"]`) ?? []);
  const present = shown.findIndex(pane => pane.contains(document.activeElement));
  for (let step = 1; step <= shown.length; step++) {
    const pane = shown[(present + direction * step + shown.length * step) % shown.length];
    const target = pane && firstControl(pane);
    if (target) {
      target.focus();
      return;
    }
  }
}

const FOCUSABLE =
  '[data-pane-focus], [contenteditable="true"], button:not(:disabled), input:not(:disabled), [tabindex="0"]';

function firstControl(pane: HTMLElement): HTMLElement | null {
  return pane.querySelector<HTMLElement>('[data-pane-focus]') ?? pane.querySelector<HTMLElement>(FOCUSABLE);
}

import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useMessages } from '../messages/useMessages';
import { Icon } from './Icon';
import { useWorkspace } from './useWorkspace';
import './dialog.css';

interface DialogProps {
  readonly title: string;
  /** 'alertdialog' for what has to be answered: it has no close button, and its body is read out at once. */
  readonly role?: 'dialog' | 'alertdialog';
  readonly size?: 'small' | 'medium' | 'large' | 'wide';
  /** Escape, or the close button. */
  readonly onCancel: () => void;
  readonly children: ReactNode;
  /** The row of buttons; the most likely one last. */
  readonly actions?: ReactNode;
}

/** Gives the marked control the focus: at once, or when what it waits for is there and the focus is still where it began. */
function focusWhenReady(dialog: HTMLDialogElement): MutationObserver {
  const focus = () => {
    const wanted = dialog.querySelector<HTMLElement>('[data-autofocus]:not(:disabled)');
    wanted?.focus();
    return wanted !== null;
  };
  const begun = focus() ? null : document.activeElement;
  const observer = new MutationObserver(() => {
    if (document.activeElement !== begun || focus()) observer.disconnect();
  });
  if (begun) observer.observe(dialog, { subtree: true, childList: true, attributeFilter: ['disabled'] });
  return observer;
}

/**
 * A modal dialog on the platform's own <dialog>: the rest of the window is inert, Escape cancels, and focus returns
 * to where it was. The control marked `data-autofocus` gets the focus first, as soon as it is not disabled any more.
 */
export function Dialog({ title, role = 'dialog', size = 'small', onCancel, children, actions }: DialogProps) {
  const workspace = useWorkspace();
  const messages = useMessages();
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const bodyId = useId();
  useEffect(() => {
    const dialog = element.current;
    if (!dialog) return;
    const before = document.activeElement;
    dialog.showModal();
    const focusing = focusWhenReady(dialog);
    return () => {
      focusing.disconnect();
      dialog.close();
      const elsewhere =
        before instanceof HTMLElement &&
        before.isConnected &&
        before !== document.body &&
        !before.isContentEditable;
      if (elsewhere) before.focus({ preventScroll: true });
      // The text knows how to take the focus without leaving the reader's place.
      else workspace.view?.focus();
    };
  }, [workspace]);
  return (
    <dialog
      ref={element}
      className={`dialog dialog-${size}`}
      role={role}
      aria-labelledby={titleId}
      aria-describedby={role === 'alertdialog' ? bodyId : undefined}
      onCancel={event => {
        event.preventDefault();
        onCancel();
      }}
    >
      <div className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        {role === 'dialog' && (
          <button
            type="button"
            className="button button-icon"
            aria-label={messages.common.close}
            title={messages.common.close}
            onClick={onCancel}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
      <div className="dialog-body" id={bodyId}>
        {children}
      </div>
      {actions && <div className="dialog-actions">{actions}</div>}
    </dialog>
  );
}

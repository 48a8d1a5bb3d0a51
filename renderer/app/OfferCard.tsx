import { type ReactNode, useRef } from 'react';
import { useKeysOf } from '../commands/useKeysOf';
import { useMessages } from '../messages/useMessages';
import './offerCard.css';
import { useWorkspace } from './useWorkspace';

export interface OfferAction {
  readonly label: string;
  /** The command that does the same, for its keys in the tooltip. */
  readonly command: string;
  readonly run: () => void;
}

interface OfferCardProps {
  readonly label: string;
  readonly className?: string;
  /** What is offered; null for nothing. */
  readonly children: ReactNode;
  /** The first is what one mostly wants. */
  readonly actions: readonly OfferAction[];
  readonly onDismiss: () => void;
}

/** An offer at the bottom of the text that takes nobody's focus. The region is always there, to be read out. */
export function OfferCard({ label, className = '', children, actions, onDismiss }: OfferCardProps) {
  const workspace = useWorkspace();
  const { common } = useMessages();
  const keysOf = useKeysOf();
  const card = useRef<HTMLDivElement>(null);
  const dismiss = () => {
    const focused = card.current?.contains(document.activeElement);
    onDismiss();
    if (focused) workspace.view?.focus();
  };
  return (
    <div className={`offer ${className}`.trim()} role="status" aria-label={label} ref={card}>
      {children && (
        <div className="offer-card">
          {children}
          {actions.map(({ label: name, command, run }, at) => (
            <button
              key={command}
              type="button"
              className={`button button-small ${at > 0 ? 'button-quiet' : ''}`.trim()}
              title={keysOf(command)}
              onClick={run}
            >
              {name}
            </button>
          ))}
          <button type="button" className="button button-small button-quiet" onClick={dismiss}>
            {common.dismiss}
          </button>
        </div>
      )}
    </div>
  );
}

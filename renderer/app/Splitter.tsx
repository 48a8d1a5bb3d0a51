import { type PointerEvent, useRef } from 'react';
import { useWorkspace, useWorkspaceValue } from './useWorkspace';

interface SplitterProps {
  readonly label: string;
  readonly setting: 'outlineWidth' | 'inspectorWidth';
  /** The pane it sizes, by `data-pane`. */
  readonly pane: string;
  /** 1 where moving right makes the pane wider, -1 where it makes it narrower. */
  readonly grows: 1 | -1;
  /** Narrowest and widest, CSS pixels. */
  readonly range: readonly [number, number];
}

/** CSS pixels per press of an arrow key. */
const STEP = 16;

/** The line between two panes, moved by pointer or arrow keys. The width is a setting, kept when it is let go. */
export function Splitter({ label, setting, pane, grows, range: [least, most] }: SplitterProps) {
  const workspace = useWorkspace();
  const width = useWorkspaceValue(state => state.settings[setting]);
  const from = useRef<{ x: number; width: number } | null>(null);
  const within = (value: number) => Math.round(Math.max(least, Math.min(most, value)));
  const at = (event: PointerEvent) =>
    within((from.current?.width ?? width) + grows * (event.clientX - (from.current?.x ?? event.clientX)));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that is moved is a control, which <hr> is not
    <div
      className="splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, width };
      }}
      onPointerMove={event => {
        if (!from.current) return;
        // Only drawn, not stored, until the pointer lets go.
        document
          .querySelector<HTMLElement>(`[data-pane="${pane}"]`)
          ?.style.setProperty('--pane-width', `${at(event)}px`);
      }}
      onPointerUp={event => {
        if (from.current) workspace.changeSettings({ [setting]: at(event) });
        from.current = null;
      }}
      onPointerCancel={() => {
        from.current = null;
      }}
      onKeyDown={event => {
        const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
        if (direction === undefined) return;
        event.preventDefault();
        workspace.changeSettings({ [setting]: within(width + direction * grows * STEP) });
      }}
    />
  );
}

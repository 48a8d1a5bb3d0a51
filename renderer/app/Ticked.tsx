import { Icon } from './Icon';

/** The box before a line of a list of choices; the row itself says to screen readers whether it is chosen. */
export function Ticked({ chosen }: { readonly chosen: boolean }) {
  return (
    <span className="change-check" data-chosen={chosen ? true : undefined} aria-hidden="true">
      {chosen && <Icon name="accept" />}
    </span>
  );
}

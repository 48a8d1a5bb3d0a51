import { session } from 'electron';
import { isOwnPage } from './appProtocol';

export interface NetworkGate {
  /** Requests refused since the start. */
  readonly refused: () => number;
}

/** Addresses that name no other place: what the page itself holds. */
const WITHIN = new Set(['data:', 'blob:', 'devtools:', 'chrome-devtools:']);

/**
 * Refuses every request but those to `app://kanwu`: Kanwu uses no network at all. The content security policy forbids
 * them to the page already; this holds for whatever the policy does not reach, and counts. Call once, before the first
 * window is made. `onRefused` is told the scheme only.
 */
export function refuseNetwork(onRefused: (scheme: string) => void): NetworkGate {
  let refused = 0;
  session.defaultSession.webRequest.onBeforeRequest(({ url }, callback) => {
    const scheme = URL.canParse(url) ? new URL(url).protocol : 'none';
    const cancel = !isOwnPage(url) && !WITHIN.has(scheme);
    if (cancel) {
      refused++;
      onRefused(scheme);
    }
    callback({ cancel });
  });
  return { refused: () => refused };
}

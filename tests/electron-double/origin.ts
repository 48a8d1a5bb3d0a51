/**
 * Chromium knows no `app:` scheme, so `app://kanwu/x` is shown as `https://app.kanwu.invalid/x`: a secure origin of its
 * own whose requests never leave the double (`.invalid` names nothing on any network).
 */
const SUFFIX = '.invalid';

/** The address Chromium is given for a URL of a scheme that main serves. */
export function toChromium(url: string): string {
  const { protocol, host, pathname, search, hash } = new URL(url);
  if (protocol === 'https:' || protocol === 'http:') return url;
  return `https://${protocol.slice(0, -1)}.${host}${SUFFIX}${pathname}${search}${hash}`;
}

/** The URL as main knows it; one that is not the double's own stays as it is. */
export function fromChromium(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname, search, hash } = new URL(url);
  const own = host.endsWith(SUFFIX) && /^([a-z]+)\.(.+)\.invalid$/.exec(host);
  return own ? `${own[1]}://${own[2]}${pathname}${search}${hash}` : url;
}

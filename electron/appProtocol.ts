import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { protocol } from 'electron';
import { HTML_STYLE_ELEMENT } from '../shared/editions/htmlPage';

const SCHEME = 'app';
const HOST = 'kanwu';
export const PAGE_URL = `${SCHEME}://${HOST}/index.html`;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The style sheet of HTML editions, and no other text: their preview is a frame without scripts, under this policy. */
const EDITION_STYLE = `'sha256-${createHash('sha256').update(HTML_STYLE_ELEMENT).digest('base64')}'`;

/** Everything is forbidden but what Kanwu's page uses: its own script, style, worker, fonts and word list. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${EDITION_STYLE}`,
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

/** Whether a URL is Kanwu's own page. */
export function isOwnPage(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === `${SCHEME}:` && new URL(url).host === HOST;
}

/** Has to be called before `app` is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * Serves `app://kanwu/` from an allow-list: the files that lie in `dist/renderer` (at `/`) and `dist/assets` (at
 * `/assets/`) now, under exactly their names. Everything else is 404.
 */
export function serveApp(dist: string): void {
  const allowed = new Map([
    ...filesIn(join(dist, 'renderer'), '/'),
    ...filesIn(join(dist, 'assets'), '/assets/'),
  ]);
  protocol.handle(SCHEME, async request => {
    const url = new URL(request.url);
    const path = isOwnPage(request.url) && request.method === 'GET' ? allowed.get(url.pathname) : undefined;
    const type = path && TYPES[extname(path)];
    if (!path || !type) return new Response('not found', { status: 404, headers: HEADERS });
    return new Response(new Uint8Array(await readFile(path)), {
      headers: { ...HEADERS, 'Content-Type': type },
    });
  });
}

function filesIn(folder: string, prefix: string): [string, string][] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => [prefix + entry.name, join(folder, entry.name)]);
  } catch (error) {
    throw new Error(`Kanwu is not completely built: cannot list ${folder}`, { cause: error });
  }
}

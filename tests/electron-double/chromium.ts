import { join } from 'node:path';
import { type BrowserContext, chromium, type Route } from 'playwright-core';
import { app } from './app';
import { headless } from './environment';
import { fromChromium } from './origin';
import { takeParcel } from './parcels';
import { respond } from './protocol';
import { session } from './session';

export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

let started: Promise<BrowserContext> | null = null;

/** The one Chromium, started with the first window. It keeps its profile in the user data. */
export function startChromium(size: WindowSize): Promise<BrowserContext> {
  started ??= launch(size);
  return started;
}

async function launch({ width, height }: WindowSize): Promise<BrowserContext> {
  const control = process.env['KANWU_DEVTOOLS_PORT'];
  const context = await chromium.launchPersistentContext(join(app.getPath('userData'), 'chromium'), {
    executablePath: process.env['KANWU_CHROMIUM'] ?? '/usr/bin/chromium',
    headless,
    chromiumSandbox: process.getuid?.() !== 0,
    // The window's own size, as in Electron.
    viewport: null,
    // Main ends the process itself.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    acceptDownloads: false,
    // In a locale that is not installed Chromium can't name files beyond ASCII, and drops them.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    args: [
      `--window-size=${width},${height}`,
      // A window without tabs and address, as Electron's.
      '--app=data:text/html,<title>Kanwu</title>',
      '--hide-crash-restore-bubble',
      // No bar about --no-sandbox, which root can't do without.
      '--test-type',
      ...(control === undefined ? [] : [`--remote-debugging-port=${control}`]),
    ],
  });
  app.beforeEnd(() => context.close());
  context.on('close', () => app.exit(0));
  await context.route('**/*', serve);
  return context;
}

/** Every request of the page ends here: main's protocol handler answers, or it is refused. */
async function serve(route: Route): Promise<void> {
  const request = route.request();
  const parcel = takeParcel(request.url());
  if (parcel !== undefined) return route.fulfill({ contentType: 'text/plain; charset=utf-8', body: parcel });
  const cancelled = await session.defaultSession.webRequest.cancels(
    fromChromium(request.url()),
    request.method(),
  );
  const response = cancelled ? undefined : await respond(fromChromium(request.url()), request.method());
  // An aborted navigation leaves the page where it is, as main's denial does in Electron.
  if (!response) return route.abort(request.isNavigationRequest() ? 'aborted' : 'blockedbyclient');
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

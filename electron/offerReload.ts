/** What is heard of a window whose page does not answer: Electron's `BrowserWindow`. */
export interface HangingWindow {
  on(event: 'unresponsive', listener: () => void): unknown;
}

/** Its page: Electron's `WebContents`. */
export interface HangingPage {
  isDestroyed(): boolean;
  forcefullyCrashRenderer(): void;
}

/**
 * Asks, once at a time, whether to wait for a page that does not answer. Where not, the page is ended: it is loaded anew
 * then, as after any other end of it, with all the work on the document, which the journal holds.
 */
export function offerReload(
  window: HangingWindow,
  contents: HangingPage,
  ask: () => Promise<'wait' | 'reload'>,
): void {
  let asking = false;
  window.on('unresponsive', () => {
    if (asking) return;
    asking = true;
    ask()
      .then(answer => {
        if (answer === 'reload' && !contents.isDestroyed()) contents.forcefullyCrashRenderer();
      })
      .catch((error: unknown) => console.error('kanwu: could not ask about the page:', error))
      .finally(() => {
        asking = false;
      });
  });
}

import { app, session } from 'electron';

/**
 * Denies everything a page could ask the shell for: permissions, devices, downloads, other pages, new windows and
 * embedded views. Kanwu's page needs none of it. Call once, before the first window is made.
 */
export function denyEverything(isOwnPage: (url: string) => boolean): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.on('will-download', event => event.preventDefault());
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', event => event.preventDefault());
    contents.on('will-navigate', event => {
      // Reloading one's own page is the one navigation there is.
      if (!isOwnPage(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', event => event.preventDefault());
  });
}

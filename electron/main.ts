import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { declareAppScheme, isOwnPage, serveApp } from './appProtocol';
import { endInTime } from './endInTime';
import { fileArgument } from './fileArgument';
import { ProgramLog } from './files/programLog';
import { refuseNetwork } from './networkGate';
import { denyEverything } from './permissions';
import { startProgram } from './program';
import { claimSingleInstance } from './singleInstance';

// Tests and parallel installations keep their data apart. Before the lock, which lies in the user data.
const userData = process.env['KANWU_USER_DATA'];
if (userData) {
  mkdirSync(userData, { recursive: true });
  app.setPath('userData', userData);
}

declareAppScheme();
const wanted = fileArgument(process.argv, app.isPackaged, process.cwd());
const handedOver: { path: string | null; take: (path: string | null) => void } = {
  path: wanted,
  // Until the program listens, the last file named is the one it opens first.
  take(path) {
    handedOver.path = path ?? handedOver.path;
  },
};

if (claimSingleInstance(wanted, path => handedOver.take(path))) {
  // macOS names files this way.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    handedOver.take(path);
  });
  app.on('window-all-closed', () => app.quit());
  endInTime(app);
  // Not awaited at the top level: Electron is ready only after this module has been loaded.
  app
    .whenReady()
    .then(() => {
      denyEverything(isOwnPage);
      const log = new ProgramLog(join(app.getPath('userData'), 'logs'));
      log.write('start', { version: app.getVersion(), platform: process.platform });
      const gate = refuseNetwork(scheme => log.write('request refused', { scheme }));
      serveApp(join(import.meta.dirname, '..'));
      handedOver.take = startProgram(handedOver.path, import.meta.dirname, log, gate);
    })
    .catch(failToStart);
} else {
  app.quit();
}

function failToStart(error: unknown): void {
  console.error('kanwu: could not start:', error instanceof Error ? error.message : error);
  app.exit(1);
}

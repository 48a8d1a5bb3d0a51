import { app } from 'electron';
import type { ProgramLog } from './files/programLog';
import type { NetworkGate } from './networkGate';

/** Lines of the log that diagnostics end with. */
const LOG_LINES = 60;

/**
 * What helps to find a fault, as text to be sent: versions, system, requests refused and the end of the log. No name of
 * a file and no word of a document.
 */
export function diagnostics(log: ProgramLog, gate: NetworkGate): string {
  const { versions, platform, arch } = process;
  const shell = versions['electron'] ? `Electron ${versions['electron']}` : 'the electron double';
  return [
    `Kanwu ${app.getVersion()} on ${shell}, Chromium ${versions['chrome'] ?? 'as installed'}, Node ${versions.node}`,
    `${platform} ${arch}, language ${app.getLocale()}`,
    `up ${Math.round(process.uptime())} s, memory of main ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB`,
    `requests refused: ${gate.refused()}`,
    '',
    ...log.tail(LOG_LINES),
  ].join('\n');
}

import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const REPOSITORY = resolve(import.meta.dirname, '../../..');

/**
 * The page starts, remembers what it is told in `window.heard`, and keeps the document in `window.current`. It saves
 * `window.text` when main asks it to, unless `window.refuses` is set.
 */
const SCRIPT = `
window.heard = [];
window.text = '{}';
const { kanwu } = window;
function take(reply) {
  if (reply?.kind !== 'opened') return;
  window.current = reply.document;
  document.title = reply.document.name + ' — Kanwu';
}
for (const event of ['command', 'settingsChanged', 'recentsChanged', 'openedFromOutside', 'saveRequested']) {
  kanwu.on(event, payload => window.heard.push({ event, payload }));
}
kanwu.on('openedFromOutside', take);
kanwu.on('command', async ({ id }) => {
  if (id === 'file.open') take(window.opened = await kanwu.open({ from: 'dialog' }));
});
kanwu.on('saveRequested', async ({ requestId }) => {
  const reply = window.refuses
    ? { kind: 'cancelled' }
    : await kanwu.save({
        documentId: window.current.documentId,
        text: window.text,
        ask: false,
        auto: false,
        mark: null,
      });
  window.saved = reply;
  await kanwu.saveAnswer({ requestId, saved: reply.kind === 'saved' });
});
document.getElementById('drop').addEventListener('dragover', event => event.preventDefault());
document.getElementById('drop').addEventListener('drop', async event => {
  event.preventDefault();
  take(window.opened = await kanwu.openDropped(event.dataTransfer.files[0]));
});
window.start = await kanwu.start(null);
take(window.start.launch);
document.getElementById('drop').textContent = 'ready';
`;

const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Kanwu</title></head>
<body><div id="drop">starting</div><textarea aria-label="text"></textarea><script type="module" src="./main.js"></script></body></html>
`;

/** A program folder with the built main process and preload, and a page that does no more than the shell specs need. */
export function programWithBarePage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kanwu-bare-'));
  for (const path of ['dist/main', 'samples', 'package.json']) {
    cpSync(join(REPOSITORY, path), join(folder, path), { recursive: true });
  }
  for (const path of ['dist/renderer', 'dist/assets']) mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(join(folder, 'dist/renderer/index.html'), PAGE);
  writeFileSync(join(folder, 'dist/renderer/main.js'), SCRIPT);
  return folder;
}

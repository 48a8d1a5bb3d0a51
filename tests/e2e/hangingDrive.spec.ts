import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clickAt } from './support/document';
import { expect, test } from './support/launch';
import { BROKEN_PAGE, joinNext, status, text } from './support/screen';

const drive = mkdtempSync(join(tmpdir(), 'kanwu-drive-'));
const pipe = `${drive}.hangs`;
const hook = new URL('./support/hangingDrive.mjs', import.meta.url).href;

test.use({ launchEnv: { NODE_OPTIONS: `--import ${hook}`, KANWU_DRIVE: drive, KANWU_HANG: pipe } });
test.skip(process.env['KANWU_SHELL'] === 'electron', 'Electron takes no --import from NODE_OPTIONS');
test.skip(process.platform === 'win32', 'a named pipe of the file system stands for the drive');
test.afterAll(() => {
  for (const path of [drive, pipe]) rmSync(path, { recursive: true, force: true });
});

test('a drive that stops answering keeps nobody from working, from closing, or from the work', async ({
  kanwu,
}) => {
  const path = join(drive, 'page.txt');
  const annotations = join(drive, 'page.kanwu.json');
  writeFileSync(path, BROKEN_PAGE);
  await kanwu.openFile(path);
  const { page } = kanwu;
  await joinNext(page);
  await page.keyboard.press('Control+s');
  await expect(status(page)).toContainText('Saved');
  const saved = readFileSync(annotations, 'utf8');
  await joinNext(page);

  execFileSync('mkfifo', [pipe]);
  await page.keyboard.press('Control+s');
  await expect(status(page)).toContainText('Saving…');
  await clickAt(page, '清晨六点');
  await page.keyboard.type('次日');
  await expect(text(page)).toContainText('次日清晨六点');
  await page.keyboard.press('Control+s');
  await kanwu.answerMessage(0);
  await kanwu.closeWindow();
  await expect
    .poll(async () => (await kanwu.dialogs()).at(-1)?.options.message, { timeout: 15_000 })
    .toBe('“page.txt” is still being saved.');
  await expect(text(page)).toContainText('次日清晨六点');
  await kanwu.answerMessage(1);
  await kanwu.ended;
  expect(readFileSync(annotations, 'utf8')).toBe(saved);

  release();
  await kanwu.restart();
  const unsaved = kanwu.page.getByRole('button', { name: 'Open unsaved work on “page.txt”' });
  await unsaved.click();
  await expect(text(kanwu.page)).toContainText('次日清晨六点');
  await kanwu.page.keyboard.press('Control+s');
  await expect(status(kanwu.page)).toContainText('Saved');
  expect(JSON.parse(readFileSync(annotations, 'utf8')).decisions).toHaveLength(2);
});

/** The server is back: everyone who waits goes on. */
function release(): void {
  const writer = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
  rmSync(pipe);
  closeSync(writer);
}

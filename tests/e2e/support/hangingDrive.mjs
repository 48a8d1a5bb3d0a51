// Makes a folder a network drive that stops answering, for a process started with `--import` of this file: while the named
// pipe KANWU_HANG exists, whatever is asked of paths under KANWU_DRIVE waits until someone opens the pipe for writing;
// each call in a thread of Node's pool, as it would for a server that is gone.
import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { sep } from 'node:path';

const { KANWU_DRIVE: drive = '', KANWU_HANG: pipe = '' } = process.env;
const { open } = fs;

for (const [name, call] of Object.entries(fs)) {
  if (typeof call !== 'function') continue;
  fs[name] = async (path, ...rest) => {
    if (typeof path === 'string' && path.startsWith(drive + sep) && existsSync(pipe)) {
      await (await open(pipe, 'r')).close();
    }
    return call.call(fs, path, ...rest);
  };
}
syncBuiltinESMExports();

import { chmodSync } from 'node:fs';

/** Runs something as an ordinary user where the tests run as root, who is refused nothing. `folder` stays within reach. */
export async function withoutPrivileges<T>(folder: string, run: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return run();
  chmodSync(folder, 0o777);
  process.seteuid?.(65534);
  try {
    return await run();
  } finally {
    process.seteuid?.(0);
  }
}

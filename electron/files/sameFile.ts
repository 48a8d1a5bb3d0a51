import { stat } from 'node:fs/promises';
import { systemCode } from './systemError';

/** Whether two paths lead to the same file, through links or otherwise. False where either is not there. */
export async function sameFile(a: string, b: string): Promise<boolean> {
  if (a === b) return true;
  const [first, second] = await Promise.all([statOrNull(a), statOrNull(b)]);
  return first !== null && second !== null && first.dev === second.dev && first.ino === second.ino;
}

export async function statOrNull(path: string) {
  try {
    // bigint: Windows file numbers do not fit a double.
    return await stat(path, { bigint: true });
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return null;
    throw error;
  }
}

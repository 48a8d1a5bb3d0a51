import { saveFile } from '../../../electron/files/saveFile';

// Run by saveFile.test.ts in a process of its own, under a limit of the shell. Prints the error's code.
try {
  await saveFile(process.argv[2] ?? '', '汉'.repeat(1_000_000));
  console.log('written');
} catch (error) {
  console.log(error instanceof Error && 'code' in error ? error.code : error);
}

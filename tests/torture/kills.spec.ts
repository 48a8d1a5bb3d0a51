import { test } from '../e2e/support/launch';
import { type KillsReport, kills } from './kills';

const COUNT = Number(process.env['KANWU_KILLS'] ?? 200);
const SEED = Number(process.env['KANWU_SEED'] ?? 1);

test(`${COUNT} kills of main and of the page while editing: nothing older than 250 ms is lost`, async ({
  kanwu,
}) => {
  test.setTimeout(COUNT * 60_000);
  const say = (report: KillsReport) => console.log(`kills, seed ${SEED}: ${JSON.stringify(report)}`);
  await kills(kanwu, COUNT, SEED, say);
});

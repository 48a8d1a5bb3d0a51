import { kills } from '../torture/kills';
import { test } from './support/launch';

test('three kills while editing lose nothing older than 250 ms (short form of `npm run test:torture`)', async ({
  kanwu,
}) => {
  await kills(kanwu, 3, 20261125);
});

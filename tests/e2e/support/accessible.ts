import AxeBuilder from '@axe-core/playwright';
import { expect, type Kanwu, test } from './launch';

/** The rules whose answer hangs on the theme; the others are asked once. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/**
 * What axe-core finds wrong with the screen as it is, in dark and in light: the screen's name, the rule, the elements.
 * Of an open dialog's screen only the dialog is looked at: what is behind it is inert, and was a screen before.
 */
export async function violations({ page }: Kanwu, screen: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    // Animations would be caught half way, with colours that are nobody's.
    await page.evaluate(() =>
      Promise.allSettled(document.getAnimations().map(animation => animation.finished)),
    );
    const axe = new AxeBuilder({ page }).setLegacyMode(true);
    if ((await page.locator('dialog[open]').count()) > 0) axe.include('dialog[open]');
    const { violations } = await (colorScheme === 'dark' ? axe.withRules(OF_COLOUR) : axe).analyze();
    for (const { id, nodes } of violations) {
      found.push(...nodes.map(node => `${screen}, ${colorScheme}: ${id} at ${node.target.join(' ')}`));
    }
  }
  return found;
}

/** Nothing of the screen as it is violates axe-core's rules, in either theme. */
export async function noViolations(kanwu: Kanwu, screen: string): Promise<void> {
  // A second a screen, and many times that where the machine has other work.
  test.setTimeout(180_000);
  expect(await violations(kanwu, screen)).toEqual([]);
}

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Workstation } from './workstation';

/**
 * What axe finds in the window as it stands, each with the elements concerned, and what of its
 * contrast in the other theme: colours are all that differs there.
 */
export async function foundByAxe({ page }: Pick<Workstation, 'page'>): Promise<readonly string[]> {
  await settled(page);
  const found = await problems(axe(page));
  const chosen = await turnTheme(page, null);
  await settled(page);
  const turned = await problems(axe(page).withRules(['color-contrast']));
  await turnTheme(page, chosen);
  return [...found, ...turned.map((one) => `in the other theme: ${one}`)];
}

/** Shows the page in a theme, or in that which it is not in; gives the one it was in. */
function turnTheme(page: Page, theme: string | null): Promise<string> {
  return page.evaluate((wanted) => {
    const { dataset } = document.documentElement;
    const before = dataset['theme'] ?? '';
    if (wanted === '') delete dataset['theme'];
    else dataset['theme'] = wanted ?? (before === 'dark' ? 'light' : 'dark');
    return before;
  }, theme);
}

/** Toasts and panes that come in with a motion are looked at when they are there. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() =>
    // One that is cancelled meanwhile is over as well.
    Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
  );
}

/** Another page, which axe would open otherwise, is not to be had in Electron. */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(true);
}

async function problems(builder: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} at ${node.target.join(' ')} — ${node.html}`),
  );
}

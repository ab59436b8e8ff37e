import { AxeBuilder } from '@axe-core/playwright';
import type { Workstation } from './workstation';

/** What axe finds in the window as it stands, each with the elements concerned. */
export async function foundByAxe({ page }: Pick<Workstation, 'page'>): Promise<readonly string[]> {
  // Toasts and panes that come in with a motion are looked at when they are there.
  await page.evaluate(() =>
    // One that is cancelled meanwhile is over as well.
    Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
  );
  // Another page, which axe would open otherwise, is not to be had in Electron.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} at ${node.target.join(' ')} — ${node.html}`),
  );
}

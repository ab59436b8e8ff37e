/** What the workstation reads where an address for new versions is named (src-main/services/updates.ts). */
import { PlainError } from '../shared/progress.mjs';

/** The file's name, at the feed's address. */
export const FEED_FILE = 'latest.json';

/**
 * The text of the feed's file: the version of the packages and, where `WRITETHRU_DOWNLOAD_PAGE` names
 * it, the https page they are fetched from; without it, the feed's own address is opened.
 * @param {string} version of package.json
 * @param {NodeJS.ProcessEnv} env
 * @returns {string}
 */
export function feedText(version, env) {
  const page = env['WRITETHRU_DOWNLOAD_PAGE'];
  if (!page) return `${JSON.stringify({ version })}\n`;
  if (!URL.canParse(page) || new URL(page).protocol !== 'https:') {
    throw new PlainError(`WRITETHRU_DOWNLOAD_PAGE is no https address: ${page}`);
  }
  return `${JSON.stringify({ version, url: page })}\n`;
}

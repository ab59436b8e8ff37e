import { app, dialog, net, session, shell } from 'electron';
import { feedUrl, isNewer, latestSchema, type Latest } from '../services/updates';
import type { Log } from '../contract/log';
import type { ShellWords } from './words';

/** How often a feed is asked, and how soon after the start, in ms. */
const between = 24 * 3_600_000;
const atFirst = 5_000;
const patience = 20_000;

/** Looks for new versions, where an address is named for that; else nothing is asked of any network. */
export type Updates = {
  /** The address may have changed: looks anew, soon. */
  readonly changed: () => void;
};

export type UpdatesOptions = {
  /** An https address, or nothing. */
  readonly feed: () => string;
  readonly words: () => ShellWords;
  readonly log: Log;
};

export function createUpdates(options: UpdatesOptions): Updates {
  let timer: NodeJS.Timeout | undefined;
  let known = '';
  const plan = (wait: number): void => {
    clearTimeout(timer);
    const feed = feedUrl(options.feed());
    if (feed === null) return;
    timer = setTimeout(() => void look(feed, options).then(() => plan(between)), wait);
    // Nothing that is still to be looked for keeps the program alive.
    timer.unref();
  };
  return {
    changed: () => {
      if (options.feed() === known) return;
      known = options.feed();
      plan(atFirst);
    },
  };
}

async function look(feed: URL, { words, log }: UpdatesOptions): Promise<void> {
  try {
    // A session of its own: that of the windows has no network at all, and keeps none.
    const own = session.fromPartition('updates');
    own.webRequest.onBeforeRequest(({ url }, decide) =>
      decide({ cancel: new URL(url).origin !== feed.origin }),
    );
    const response = await own.fetch(feed.href, {
      signal: AbortSignal.timeout(patience),
      credentials: 'omit',
      redirect: 'error',
    });
    const latest = latestSchema.parse(await response.json());
    if (isNewer(latest.version, app.getVersion())) await offer(latest, feed, words());
  } catch {
    // Without a network, or with an answer that is no feed's, there is nothing to tell anyone.
    log('update-feed-failed', { online: net.isOnline() });
  }
}

async function offer({ version, url }: Latest, feed: URL, words: ShellWords): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'info',
    message: words.newVersion.replace('{version}', version),
    detail: words.newVersionDetail,
    buttons: [words.openPage, words.later],
    defaultId: 0,
    cancelId: 1,
  });
  if (response === 0) await shell.openExternal(url ?? new URL('.', feed).href);
}

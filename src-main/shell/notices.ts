import { app, BrowserWindow, nativeImage, Notification } from 'electron';
import { linkTo } from '../contract/link';
import type { WireRow } from '../contract/models';
import { servicesOf, type Workspace } from '../services/workspace';
import type { ShellWords } from './words';

/** What the system is asked to show outside of the windows: notifications, and a number on the icon. */
export type Notices = {
  /** Looks for embargoes that ended, and counts what waits for an answer. */
  readonly look: () => Promise<void>;
  /** Tells of deliveries, where no window has the focus: how many went, how many could not. */
  readonly delivered: (written: number, failed: number) => void;
};

export type NoticesOptions = {
  readonly workspace: () => Workspace;
  readonly now: () => number;
  readonly words: () => ShellWords;
  /** Brings a window to the front and, with a link, opens a dispatch in it. */
  readonly open: (link: string | null) => void;
};

/** Dispatches under embargo that are watched, at most. */
const mostWatched = 500;

export function createNotices({ workspace, now, words, open }: NoticesOptions): Notices {
  let of: string | null = null;
  let watched = new Map<string, WireRow>();
  let failedBefore = 0;
  const look = async (): Promise<void> => {
    const current = workspace();
    const services = servicesOf(current);
    if (!services.ok || current.state !== 'open') return;
    const { list } = services.value.dispatches;
    const listed = await list({ view: 'embargoed', after: null, limit: mostWatched });
    if (!listed.ok) return;
    const rows = new Map(listed.value.rows.map((row) => [row.id, row]));
    // Those of another archive did not end, they went.
    const before = of === current.archive.path ? watched : new Map<string, WireRow>();
    of = current.archive.path;
    watched = rows;
    for (const [id, row] of before) {
      if (row.embargoUntil === null || row.embargoUntil > now()) continue;
      if (rows.get(id)?.embargoUntil === row.embargoUntil) continue;
      notify(words().embargoEnded, titleOf(row, words()), () => open(linkTo(id, null)));
    }
    showCount(listed.value.counts['to-answer'], words());
  };
  let looking = false;
  let again = false;
  return {
    look: async () => {
      // Of a burst of changes the first and the last are looked at.
      again = looking;
      if (looking) return;
      looking = true;
      do {
        again = false;
        await look();
        // oxlint-disable-next-line typescript/no-unnecessary-condition -- set by calls meanwhile
      } while (again);
      looking = false;
    },
    delivered: (written, failed) => {
      const failing = failed > 0 && failedBefore === 0;
      failedBefore = failed;
      if (BrowserWindow.getFocusedWindow() !== null) return;
      if (failing) notify(words().notDelivered, words().notDeliveredDetail, () => open(null));
      else if (written > 0) notify(words().delivered, String(written), () => open(null));
    },
  };
}

function titleOf({ slug, headline }: WireRow, words: ShellWords): string {
  const told = [slug, headline].filter((text) => text !== '').join(' · ');
  return told === '' ? words.untitled : told;
}

function notify(title: string, body: string, clicked: () => void): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title, body });
  notification.on('click', clicked);
  notification.show();
}

/** A number on the icon where the system has that, on Windows a mark over it. */
function showCount(count: number, words: ShellWords): void {
  if (process.platform !== 'win32') {
    app.setBadgeCount(count);
    return;
  }
  for (const window of BrowserWindow.getAllWindows()) {
    window.setOverlayIcon(count === 0 ? null : mark(), `${words.toAnswer} (${count})`);
  }
}

const side = 16;

/** A disc of the stamp's red. */
function mark(): Electron.NativeImage {
  const pixels = Buffer.alloc(side * side * 4);
  const middle = (side - 1) / 2;
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      if (Math.hypot(x - middle, y - middle) > middle) continue;
      // Blue, green, red and opacity, as the system keeps them.
      pixels.set([0x1e, 0x26, 0xb3, 0xff], (y * side + x) * 4);
    }
  }
  return nativeImage.createFromBitmap(pixels, { width: side, height: side });
}

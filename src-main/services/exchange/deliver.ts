import { join } from 'node:path';
import type { Delivery, DeliveryFolder } from '../../contract/deliveries';
import type { AppError } from '../../contract/errors';
import type { DispatchModel, TakeModel } from '../../contract/models';
import { nameOf } from '../../domain/exchange/naming';
import { ok, type Result } from '../../domain/result';
import { wallTimeAt } from '../../domain/time/wall-time';
import type { ServiceContext } from '../context';
import { saveFile } from '../files';
import { savePhotosBeside } from './photos-beside';
import type { ReleaseService } from '../release';
import { createDeliveryFolders } from './delivery-folders';
import { allExtensions, encodeDispatch, type EncodeParts, type PdfMaker } from './encode';
import { exchangeItemOf } from './item-of';

/** Delivering what is published to folders. */
export type DeliveryService = ReturnType<typeof createDeliveryService>;

/** What a look at the queue came to. */
export type Delivered = {
  readonly written: number;
  readonly failed: number;
  /** ms; when the next one is due, or null. */
  readonly next: number | null;
};

/** Deliveries taken from the queue at once. */
const batch = 50;
/** How long is waited after the first failure, ms; twice as long after each further one. */
const firstWait = 5_000;
const longestWait = 15 * 60_000;

export function createDeliveryService(
  context: ServiceContext,
  parts: EncodeParts & { readonly release: ReleaseService },
) {
  const { archive, now } = context;
  return {
    ...createDeliveryFolders(context),

    /**
     * Delivers what is due, each file whole or not at all. What fails waits, twice as long each time;
     * what an embargo holds waits for its end.
     *
     * @param pdf makes pages; without it PDFs wait for a workstation with a window
     */
    async deliver(pdf?: PdfMaker): Promise<Result<Delivered, AppError>> {
      let [written, failed] = [0, 0];
      for (;;) {
        const found = await archive.read('readDueDeliveries', { now: now(), limit: batch });
        if (!found.ok) return found;
        const { due, folders } = found.value;
        let moved = 0;
        for (const delivery of due) {
          const folder = folders.find(({ id }) => id === delivery.folderId);
          if (folder === undefined) continue;
          const done = await new Attempt(context, parts, pdf).make(delivery, folder);
          if (!done.ok) return done;
          moved += 1;
          if (done.value === 'written') written += 1;
          if (done.value === 'failed') failed += 1;
        }
        if (due.length < batch || moved === 0) break;
      }
      const next = await archive.read('nextDelivery', {});
      return next.ok ? ok({ written, failed, next: next.value }) : next;
    },
  };
}

/** One attempt to deliver one file. */
class Attempt {
  constructor(
    private readonly context: ServiceContext,
    private readonly parts: EncodeParts & { readonly release: ReleaseService },
    private readonly pdf: PdfMaker | undefined,
  ) {}

  /** Delivers it, or puts it off; an error is one of the archive itself. */
  async make(
    delivery: Delivery,
    folder: DeliveryFolder,
  ): Promise<Result<'written' | 'held' | 'failed', AppError>> {
    const { archive, now } = this.context;
    const { id, dispatchId, ordinal, format, attempts } = delivery;
    const written = await this.write(delivery, folder);
    if (written.ok) {
      const destination = written.value;
      const went = { id, dispatchId, ordinal, format, destination, now: now() };
      const settled = await archive.write('settleDelivery', went);
      return settled.ok ? ok('written') : settled;
    }
    const { error } = written;
    const until = error.code === 'embargoed' ? error.facts?.['until'] : undefined;
    const failed = typeof until !== 'number';
    const nextAt = failed
      ? now() + Math.min(longestWait, firstWait * 2 ** Math.min(attempts, 20))
      : until;
    const postponed = await archive.write('postponeDelivery', { id, nextAt, error, failed });
    return postponed.ok ? ok(failed ? 'failed' : 'held') : postponed;
  }

  /** Writes the file; its path. */
  private async write(
    { dispatchId, ordinal, format }: Delivery,
    folder: DeliveryFolder,
  ): Promise<Result<string, AppError>> {
    const released = await this.parts.release.releasable(dispatchId);
    if (!released.ok) return released;
    const dispatch = upTo(released.value, ordinal);
    const facts = await this.context.archive.read('readExchangeFacts', { id: dispatchId });
    if (!facts.ok) return facts;
    const item = exchangeItemOf(dispatch, facts.value);
    const { context, parts, pdf } = this;
    const encoded = await encodeDispatch(dispatch, item, format, {
      context,
      parts,
      pdf,
      // What the desk says among itself stays at the desk.
      forDesk: false,
    });
    if (!encoded.ok) return encoded;
    const name = `${this.nameOf(dispatch, folder.pattern)}.${allExtensions[format]}`;
    const path = join(folder.path, name);
    // The pictures first: who watches the folder finds them when the text comes.
    const photos = await savePhotosBeside(context, item, format, path);
    if (!photos.ok) return photos;
    const saved = await saveFile(path, encoded.value ?? new Uint8Array());
    return saved.ok ? ok(path) : saved;
  }

  private nameOf(dispatch: DispatchModel, pattern: string): string {
    const take = dispatch.takes.at(-1);
    const zone = this.context.zone();
    const { date, time } = clockOf(take, zone);
    return nameOf(pattern, {
      ...dispatch,
      take: take?.ordinal ?? 0,
      kind: take?.kind ?? 'report',
      date,
      time,
    });
  }
}

/** The dispatch as it was with a take: those published since have deliveries of their own. */
function upTo(dispatch: DispatchModel, ordinal: number): DispatchModel {
  return { ...dispatch, takes: dispatch.takes.filter((take) => take.ordinal <= ordinal) };
}

/** The time of a take on the desk's clock, as names have it. */
function clockOf(take: TakeModel | undefined, zone: string): { date: string; time: string } {
  const stamp = take?.stamp;
  const instant =
    stamp === undefined || stamp.precision === 'unknown' ? (take?.recordedAt ?? 0) : stamp.instant;
  const at = wallTimeAt(instant, zone);
  const digits = (value: number | undefined, length = 2): string =>
    String(value ?? 0).padStart(length, '0');
  return {
    date: digits(at?.year, 4) + digits(at?.month) + digits(at?.day),
    time: digits(at?.hour) + digits(at?.minute) + digits(at?.second),
  };
}

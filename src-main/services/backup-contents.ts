import type { Archive, CommandInput } from '../archive/client';
import type { BackedUpDispatch, BackedUpStanding, Standing } from '../contract/backups';
import type { AppError } from '../contract/errors';
import type { RequestOf, ResponseOf } from '../contract/requests';
import { quickQuery } from '../domain/query/quick';
import { ok, type Result } from '../domain/result';
import type { ServiceContext } from './context';
import { beginDispatch } from './dispatches';
import { createSearchService } from './search';

/** Dispatches of a backup that are listed at once. */
const mostListed = 40;

type Answer<
  C extends 'backup.dispatches' | 'backup.dispatch' | 'backup.bring-back' | 'backup.copy-dispatch',
> = Promise<Result<ResponseOf<C>, AppError>>;

/** What is in a backup, beside what is in the archive, and bringing one dispatch of it back. */
export type BackupContents = ReturnType<typeof createBackupContents>;

export function createBackupContents(context: ServiceContext) {
  const { archive, changed } = context;
  const within = <T>(
    path: string,
    use: (backup: Archive) => Promise<Result<T, AppError>>,
  ): Promise<Result<T, AppError>> => withBackup(archive, path, use);
  return {
    /** The dispatches of a backup, and what each is beside today's. */
    list: ({ path, typed }: RequestOf<'backup.dispatches'>): Answer<'backup.dispatches'> =>
      within(path, async (backup) => {
        const ids = await idsFor(backup, typed, context);
        if (!ids.ok) return ids;
        const [then, today] = await Promise.all([
          backup.read('readStandings', { ids: ids.value }),
          archive.read('readStandings', { ids: ids.value }),
        ]);
        if (!then.ok) return then;
        if (!today.ok) return today;
        const known = new Map(today.value.map((one) => [one.id, one]));
        return ok({ dispatches: then.value.map((one) => backedUp(one, known.get(one.id))) });
      }),

    /** A dispatch as a backup has it, compared with today's. */
    read: ({ path, id }: RequestOf<'backup.dispatch'>): Answer<'backup.dispatch'> =>
      within(path, async (backup) => {
        const past = await backup.read('readWords', { id });
        if (!past.ok) return past;
        const { document } = past.value;
        const compared = await archive.read('compareWithWords', { id, document });
        if (!compared.ok) return compared;
        const { words: today, comparison } = compared.value;
        return ok({ past: past.value, today, comparison });
      }),

    /** Brings back what the archive has not of a dispatch; what is there is not changed. */
    bringBack: ({ path, id }: RequestOf<'backup.bring-back'>): Answer<'backup.bring-back'> =>
      within(path, async (backup) => {
        const dispatch = await readBackedUp(backup, id);
        if (!dispatch.ok) return dispatch;
        const brought = await archive.write('bringBackDispatch', dispatch.value);
        if (brought.ok) changed([id]);
        return brought;
      }),

    /** Begins a dispatch of its own with the words a backup has of one: nothing else is touched. */
    copy: (request: RequestOf<'backup.copy-dispatch'>): Answer<'backup.copy-dispatch'> =>
      within(request.path, (backup) => beginCopy(context, backup, request)),
  };
}

/** Everything a backup has of a dispatch. */
async function readBackedUp(
  backup: Archive,
  id: string,
): Promise<Result<CommandInput<'bringBackDispatch'>, AppError>> {
  const rows = await backup.read('readBundleRows', { id });
  if (!rows.ok) return rows;
  const draft = await backup.read('readDraftRows', { id });
  if (!draft.ok) return draft;
  const originals: { readonly bytes: Uint8Array; readonly encoding: string }[] = [];
  for (const { sha256 } of rows.value.import) {
    const original = await backup.read('readOriginalBytes', { sha256: String(sha256) });
    if (!original.ok) return original;
    originals.push(original.value);
  }
  const pictures = await backup.read('readPicturesOf', { id });
  if (!pictures.ok) return pictures;
  return ok({ rows: rows.value, originals, pictures: pictures.value, draft: draft.value });
}

async function withBackup<T>(
  archive: Archive,
  path: string,
  use: (backup: Archive) => Promise<Result<T, AppError>>,
): Promise<Result<T, AppError>> {
  const backup = await archive.openBackup(path);
  if (!backup.ok) return backup;
  try {
    return await use(backup.value);
  } finally {
    await backup.value.close();
  }
}

/** Dispatches whose slug or headline has words that begin as typed, or the newest. */
async function idsFor(
  backup: Archive,
  typed: string,
  context: ServiceContext,
): Promise<Result<readonly string[], AppError>> {
  const text = quickQuery(typed);
  if (text === '') {
    const page = { view: 'all', after: null, limit: mostListed, now: context.now() } as const;
    const rows = await backup.read('listWire', page);
    return rows.ok ? ok(rows.value.map(({ id }) => id)) : rows;
  }
  const search = createSearchService({ ...context, archive: backup });
  const query = { text, sort: 'date', after: null, limit: mostListed, asOf: null } as const;
  const found = await search.query(query);
  return found.ok ? ok([...new Set(found.value.hits.map(({ dispatchId }) => dispatchId))]) : found;
}

function backedUp(then: Standing, today: Standing | undefined): BackedUpDispatch {
  const { id, slug, headline, takes, draftSavedAt } = then;
  return { id, slug, headline, takes, draftSavedAt, standing: standingOf(then, today) };
}

function standingOf(then: Standing, today: Standing | undefined): BackedUpStanding {
  if (today === undefined) return 'gone';
  if (then.entries > today.entries || then.notes > today.notes) return 'ahead';
  if (then.entries < today.entries) return 'behind';
  if (then.lastHash !== today.lastHash) return 'other';
  const isSame =
    then.draftSavedAt === today.draftSavedAt &&
    then.notes === today.notes &&
    then.notesChangedAt === today.notesChangedAt;
  return isSame ? 'same' : 'behind';
}

/** Begins a dispatch with the words, and the pictures, a backup has of another. */
async function beginCopy(
  context: ServiceContext,
  backup: Archive,
  { id, author }: RequestOf<'backup.copy-dispatch'>,
): Answer<'backup.copy-dispatch'> {
  const past = await backup.read('readWords', { id });
  if (!past.ok) return past;
  const pictures = await backup.read('readPicturesOf', { id });
  if (!pictures.ok) return pictures;
  for (const picture of pictures.value) {
    const kept = await context.archive.write('addPicture', { picture, now: context.now() });
    if (!kept.ok) return kept;
  }
  const { slug, language, document } = past.value;
  const begun = await beginDispatch(context, { slug, language, document, author });
  return begun.ok ? ok({ dispatchId: begun.value.dispatchId }) : begun;
}

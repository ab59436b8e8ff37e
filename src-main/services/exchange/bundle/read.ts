import type { CommandInput } from '../../../archive/client';
import { err, ok, type Result } from '../../../domain/result';
import type { OpenZip, ZipEntry } from '../zip';
import { readPictureBytes } from '../../take-in';
import { manifestName, manifestSchema, rowsSchema } from './format';

type NewPicture = CommandInput<'restoreDispatch'>['pictures'][number];

/** A dispatch in a bundle, not yet read. */
export type Bundled = {
  readonly id: string;
  /** Reads it: its rows and the files it came from; rejects where the ZIP is damaged. */
  readonly read: () => Promise<Result<CommandInput<'restoreDispatch'>, 'bundle'>>;
};

/** The dispatches of a bundle; an error where it is of another format, or not what it says. */
export async function readBundle(zip: OpenZip): Promise<Result<readonly Bundled[], 'bundle'>> {
  const entries = new Map(zip.entries.map((entry) => [entry.name, entry]));
  const manifest = manifestSchema.safeParse(await jsonOf(entries.get(manifestName)));
  if (!manifest.success) return err('bundle');
  return ok(
    manifest.data.dispatches.map(({ id, folder, originals, pictures }) => ({
      id,
      read: async () => {
        const rows = rowsSchema.safeParse(await jsonOf(entries.get(`${folder}/dispatch.json`)));
        if (!rows.success || rows.data.dispatch[0]?.['id'] !== id) return err('bundle');
        const files: { bytes: Uint8Array; encoding: string }[] = [];
        for (const { sha256, encoding } of originals) {
          const entry = entries.get(`${folder}/originals/${sha256}`);
          if (entry === undefined) return err('bundle');
          files.push({ bytes: await entry.read(), encoding });
        }
        const photos: NewPicture[] = [];
        for (const { sha256, file } of pictures) {
          const bytes = await entries.get(`${folder}/${file}`)?.read();
          const facts = bytes === undefined ? undefined : readPictureBytes(bytes);
          if (bytes === undefined || facts?.ok !== true) return err('bundle');
          const { type, width, height } = facts.value.picture;
          if (facts.value.picture.sha256 !== sha256) return err('bundle');
          photos.push({ type, width, height, bytes, preview: null });
        }
        return ok({ rows: rows.data, originals: files, pictures: photos });
      },
    })),
  );
}

async function jsonOf(entry: ZipEntry | undefined): Promise<unknown> {
  if (entry === undefined) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(await entry.read()));
  } catch {
    return undefined;
  }
}

import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { appError, type AppError } from '../../contract/errors';
import { err, type Result } from '../../domain/result';
import type { SealingKey } from './seal';
import type { Sealing } from './sealing-thread';

/** The ending of sealed files, after that of what is in them. */
export const sealedEnding = '.age';

const keyName = /^key [0-9a-f]{12}\.age$/;

/**
 * Keeps the sealed private half of a key beside what is sealed with it: with the passphrase, the
 * folder alone is enough, here or with the age tool.
 */
export function keepKeyBeside(file: string, { recipient, sealed }: SealingKey): void {
  const folder = dirname(file);
  const name = createHash('sha256').update(recipient).digest('hex').slice(0, 12);
  mkdirSync(folder, { recursive: true });
  const place = join(folder, `key ${name}.age`);
  if (!existsSync(place)) writeFileSync(place, sealed);
}

/** The sealed keys that lie beside a file. */
function keysBeside(file: string): readonly string[] {
  const folder = dirname(file);
  return readdirSync(folder)
    .filter((name) => keyName.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

/**
 * Opens a sealed backup for as long as it is used. Refuses with `validation` and `sealed` (no
 * passphrase), `passphrase`, `sealed-damaged` or `sealed-without-key`.
 *
 * @param beside the archive it is of: on that disk it lies open meanwhile
 */
export async function withOpened<T>(
  sealing: Pick<Sealing, 'open'>,
  {
    path,
    passphrase,
    beside,
  }: {
    readonly path: string;
    readonly passphrase: string | undefined;
    readonly beside: string;
  },
  use: (opened: string) => Promise<Result<T, AppError>>,
): Promise<Result<T, AppError>> {
  if (passphrase === undefined) return err(appError('validation', 'sealed'));
  const keys = keysBeside(path);
  if (keys.length === 0) return err(appError('validation', 'sealed-without-key', { path }));
  const place = `${beside}.opened-${randomUUID()}`;
  try {
    const opened = await sealing.open(path, place, { passphrase, keys });
    return opened.ok ? await use(place) : opened;
  } finally {
    await rm(place, { force: true });
  }
}

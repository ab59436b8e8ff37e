import { basename, dirname, join } from 'node:path';
import { appError, type AppError } from '../contract/errors';
import { err, ok, type Result } from '../domain/result';
import { sealedEnding } from '../services/sealing/keys';
import type { Outcome } from './outcome';

/** Seals a file, a bundle for instance, with a passphrase into another beside it; the file stays. */
export async function seal(
  file: string,
  passphrase: string | undefined,
): Promise<Result<Outcome, AppError>> {
  if (passphrase === undefined || passphrase === '') return err(appError('validation', 'sealed'));
  // Other commands need nothing of it, and begin sooner without.
  const { sealFile } = await import('../services/sealing/seal');
  const to = `${file}${sealedEnding}`;
  const sealed = await sealFile(file, to, { passphrase });
  if (!sealed.ok) return sealed;
  return ok({ json: { path: to, ...sealed.value }, text: `Sealed: ${to}\n`, problems: [] });
}

/** Opens a file sealed with a passphrase into another beside it; the sealed one stays. */
export async function unseal(
  file: string,
  passphrase: string | undefined,
): Promise<Result<Outcome, AppError>> {
  if (passphrase === undefined || passphrase === '') return err(appError('validation', 'sealed'));
  const { openSealed } = await import('../services/sealing/seal');
  const to = file.endsWith(sealedEnding)
    ? join(dirname(file), basename(file, sealedEnding))
    : `${file}.opened`;
  const opened = await openSealed(file, to, { passphrase, keys: [] });
  if (!opened.ok) return opened;
  return ok({ json: { path: to, ...opened.value }, text: `Opened: ${to}\n`, problems: [] });
}

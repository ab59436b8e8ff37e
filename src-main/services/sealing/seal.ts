import {
  armor,
  Decrypter,
  Encrypter,
  generateX25519Identity,
  identityToRecipient,
} from 'age-encryption';
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { AppError } from '../../contract/errors';
import { appError } from '../../contract/errors';
import { err, ok, type Result } from '../../domain/result';

/**
 * A key pair for files that are sealed without anybody there: the public half seals, the private
 * half is itself sealed with a passphrase. Both in the age format (https://age-encryption.org/v1).
 */
export type SealingKey = {
  readonly recipient: string;
  /** The private half, sealed with the passphrase: an armored age file. */
  readonly sealed: string;
};

/** log2 of the cost of deriving a key from a passphrase by scrypt: what the age tool takes, seconds. */
const usualWork = 18;

/**
 * Makes a key pair whose private half opens with a passphrase. Takes seconds, on purpose.
 *
 * @param work log2 of scrypt's cost
 */
export async function makeKey(passphrase: string, work = usualWork): Promise<SealingKey> {
  const identity = await generateX25519Identity();
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(work);
  return {
    recipient: await identityToRecipient(identity),
    sealed: armor.encode(await encrypter.encrypt(identity)),
  };
}

/** The private half of a key; refuses another passphrase with `validation`, `passphrase`. */
async function openKey(sealed: string, passphrase: string): Promise<Result<string, AppError>> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return ok(await decrypter.decrypt(armor.decode(sealed), 'text'));
  } catch {
    return err(appError('validation', 'passphrase'));
  }
}

/** Who may open a file: whoever has the key, or knows the passphrase. */
export type SealFor =
  | { readonly recipient: string }
  /** `work` is log2 of scrypt's cost. */
  | { readonly passphrase: string; readonly work?: number };

/**
 * Seals a file into a new one, piece by piece, and proves that it opens to the same bytes before it
 * takes its name. An existing file is never replaced.
 */
export async function sealFile(
  from: string,
  to: string,
  whom: SealFor,
): Promise<Result<{ readonly byteLength: number }, AppError>> {
  return writingNew(to, async (making) => {
    const encrypter = new Encrypter();
    const prover = new Decrypter();
    if ('passphrase' in whom) {
      encrypter.setPassphrase(whom.passphrase);
      encrypter.setScryptWorkFactor(whom.work ?? usualWork);
      prover.addPassphrase(whom.passphrase);
    } else {
      // A key of this moment besides the one it is for: with it, and only now, the file is opened again.
      const once = await generateX25519Identity();
      encrypter.addRecipient(whom.recipient);
      encrypter.addRecipient(await identityToRecipient(once));
      prover.addIdentity(once);
    }
    const source = createHash('sha256');
    const plain = createReadStream(from).pipe(hashing(source));
    const sealed = await encrypter.encrypt(webStream(plain));
    await pipeline(Readable.fromWeb(sealed as ReadableStream), createWriteStream(making));
    const opened = createHash('sha256');
    const again = await prover.decrypt(webStream(createReadStream(making)));
    for await (const piece of Readable.fromWeb(again as ReadableStream)) {
      opened.update(piece as Uint8Array);
    }
    return opened.digest('hex') === source.digest('hex')
      ? ok(undefined)
      : err(appError('internal', 'sealed-otherwise'));
  });
}

/**
 * Opens a sealed file into a new one. Refuses with `validation` and `passphrase` (another one, or
 * none of the keys opens with it) or `sealed-damaged` (changed since it was sealed).
 *
 * @param keys the sealed private halves that may be meant; none for a file sealed with a passphrase
 */
export async function openSealed(
  from: string,
  to: string,
  { passphrase, keys }: { readonly passphrase: string; readonly keys: readonly string[] },
): Promise<Result<{ readonly byteLength: number }, AppError>> {
  const decrypter = new Decrypter();
  if (keys.length === 0) decrypter.addPassphrase(passphrase);
  let isKnown = keys.length === 0;
  for (const key of keys) {
    // oxlint-disable-next-line no-await-in-loop -- each takes all of a core for seconds
    const identity = await openKey(key, passphrase);
    if (!identity.ok) continue;
    isKnown = true;
    decrypter.addIdentity(identity.value);
  }
  if (!isKnown) return err(appError('validation', 'passphrase'));
  return writingNew(to, async (making) => {
    let plain: ReadableStream;
    try {
      plain = (await decrypter.decrypt(webStream(createReadStream(from)))) as ReadableStream;
    } catch {
      // Its head names none of the keys, or none was made with this passphrase.
      return err(appError('validation', 'passphrase'));
    }
    try {
      await pipeline(Readable.fromWeb(plain), createWriteStream(making));
      return ok(undefined);
    } catch {
      return err(appError('validation', 'sealed-damaged', { path: from }));
    }
  });
}

/** Has a file made beside its place and gives it its name once it is whole and on the disk. */
async function writingNew(
  to: string,
  make: (making: string) => Promise<Result<void, AppError>>,
): Promise<Result<{ readonly byteLength: number }, AppError>> {
  if (existsSync(to)) return err(appError('archive-exists', undefined, { path: to }));
  const making = `${to}.making-${randomUUID()}`;
  try {
    const made = await make(making);
    if (!made.ok) return made;
    const file = await open(making, 'r+');
    await file.sync();
    const { size } = await file.stat();
    await file.close();
    await rename(making, to);
    return ok({ byteLength: size });
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code;
    if (code === 'ENOSPC') return err(appError('archive-full', undefined, { path: to }));
    return err(appError('archive-read-only', 'file', { path: to }));
  } finally {
    await rm(making, { force: true });
  }
}

function hashing(hash: ReturnType<typeof createHash>): Transform {
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      hash.update(piece);
      done(null, piece);
    },
  });
}

/** A stream of Node as the library takes one; both are the platform's web streams. */
function webStream(stream: Readable): globalThis.ReadableStream<Uint8Array> {
  return Readable.toWeb(stream) as globalThis.ReadableStream<Uint8Array>;
}

import type { AppError } from '../contract/errors';
import type { ResponseOf } from '../contract/requests';
import { ok, type Result } from '../domain/result';
import type { ServiceContext } from './context';

/** How long a verification is good for, in ms. */
const verifyEvery = 7 * 86_400_000;

/** Use cases on the archive itself: its facts, verification, backup, recovery after a crash. */
export type CareService = ReturnType<typeof createCareService>;

export function createCareService({ archive, now }: ServiceContext) {
  const verify = async (): Promise<Result<ResponseOf<'archive.verify'>, AppError>> => {
    const verified = await archive.read('verifyRecord', {});
    if (!verified.ok) return verified;
    const problems = [...verified.value.problems];
    // Whoever only reads keeps nothing: it is asked all the same.
    if (archive.access.is === 'write') {
      await archive.write('noteVerified', { at: now(), problems: problems.length });
    }
    return ok({ ...verified.value, problems });
  };
  return {
    /** Name, size, and the drafts recovered from a crash not yet acknowledged. */
    async status(): Promise<Result<ResponseOf<'archive.status'>, AppError>> {
      const [facts, recovered] = await Promise.all([
        archive.read('readFacts', {}),
        archive.read('readRecoveredDrafts', {}),
      ]);
      if (!facts.ok) return facts;
      if (!recovered.ok) return recovered;
      const { newestEntryAt, ...known } = facts.value;
      return ok({
        state: 'open',
        ...known,
        clockBehind: Math.max(0, newestEntryAt - now()),
        path: archive.path,
        access: archive.access,
        // Whoever only reads has nothing to take up again, and cannot put it away.
        recovered: archive.access.is === 'write' ? [...recovered.value] : [],
      });
    },

    /** Re-hashes the whole record, asks SQLite for its own check, and keeps what came of it. */
    verify,

    /** Verifies where that was not done for a week; null where it was. */
    async verifyWhenDue(): Promise<Result<ResponseOf<'archive.verify'> | null, AppError>> {
      const facts = await archive.read('readFacts', {});
      if (!facts.ok) return facts;
      const last = facts.value.verified?.at ?? 0;
      return Math.abs(now() - last) < verifyEvery ? ok(null) : verify();
    },

    /** Copies the archive to a new file and verifies the copy. */
    backUp: (path: string) => archive.backUp(path),

    /** Forgets the crash: its drafts are no longer told of. */
    async acknowledgeRecovery(): Promise<Result<Record<string, never>, AppError>> {
      const done = await archive.write('acknowledgeRecovery', { now: now() });
      return done.ok ? ok({}) : done;
    },

    /** Marks that writing begins; a crash is what leaves it unclosed. */
    openSession: () => archive.write('openSession', { now: now() }),

    /** Marks the session as closed in good order. */
    closeSession: () => archive.write('closeSession', { now: now() }),
  };
}

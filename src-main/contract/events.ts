import { z } from 'zod';
import type { EventName } from './channels';
import { commandIds } from './commands';
import { importReportSchema } from './models';
import { idSchema } from './scalars';

/** The payload schema of every event. */
export const events = {
  command: z.object({ id: z.enum(commandIds) }),
  /** Asks the window to send what is unsaved, then to answer `window.flushed` with the token. */
  flush: z.object({ token: z.number().int(), reason: z.enum(['close', 'suspend', 'end-draft']) }),
  'dispatches-changed': z.object({ ids: z.array(idSchema) }),
  /** Another window has written in a draft; it has this version now. */
  'draft-advanced': z.object({ draftId: idSchema, version: z.number().int().nonnegative() }),
  /** A draft was published or discarded in another window, or published at its hour. */
  'draft-ended': z.object({
    draftId: idSchema,
    how: z.enum(['published', 'discarded', 'published-by-hour']),
  }),
  /** The drafts recovered from a crash need no longer be told of. */
  'recovery-acknowledged': z.object({}),
  'import-progress': z.object({
    done: z.number().int(),
    total: z.number().int(),
    name: z.string(),
  }),
  'export-progress': z.object({ done: z.number().int(), total: z.number().int() }),
  /** The report of an import begun outside the window (a file opened from the system, the menu). */
  'import-report': importReportSchema,
  /** Something was delivered, could not be, or came in by the folder of the wire. */
  'deliveries-changed': z.object({}),
  'preferences-changed': z.object({}),
  /** A draft was not published at its hour: a person must say what shall become of it. */
  'schedule-missed': z.object({}),
  /** A backup was made, or failed. */
  'backups-changed': z.object({}),
  /** The archive was verified: its status has what came of it. */
  'archive-verified': z.object({}),
  /** The house library was changed in another window. */
  'library-changed': z.object({}),
  /** The desk's templates were changed in another window. */
  'templates-changed': z.object({}),
  /** A link was opened: `window.take-link` has it. */
  'open-link': z.object({}),
  /** Files were opened with the workstation: `import.opened` imports them. */
  'open-files': z.object({}),
} satisfies Record<EventName, z.ZodType>;

/** The payload of an event. */
export type EventOf<E extends EventName> = z.infer<(typeof events)[E]>;

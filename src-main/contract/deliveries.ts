import { z } from 'zod';
import { bounds } from './bounds';
import { appErrorSchema } from './errors';
import { exportFormats, type ExportFormat } from './exchange';
import { importReportSchema } from './models';
import { idSchema, instantSchema, nothingSchema } from './scalars';

/** Formats of a file for each dispatch: those that can be delivered. */
export const deliveryFormats = exportFormats.filter(
  (format): format is Exclude<ExportFormat, 'atom' | 'csv' | 'webanno'> =>
    format !== 'atom' && format !== 'csv' && format !== 'webanno',
);
export const deliveryFormatSchema = z.enum(deliveryFormats);
export type DeliveryFormat = (typeof deliveryFormats)[number];

const pathSchema = z.string().min(1).max(4_096);

/** A folder that dispatches are delivered to when they are published. */
export const deliveryFolderSchema = z.object({
  id: idSchema,
  name: z.string().max(120),
  path: pathSchema,
  formats: z.array(deliveryFormatSchema).min(1).max(deliveryFormats.length),
  /** How files are named: text and `{slug}`, `{id}` … */
  pattern: z.string().min(1).max(200),
  active: z.boolean(),
});
export type DeliveryFolder = z.infer<typeof deliveryFolderSchema>;

/** A file that is yet to be delivered. */
export const deliverySchema = z.object({
  id: z.number().int(),
  folderId: idSchema,
  folderName: z.string(),
  dispatchId: idSchema,
  slug: z.string(),
  ordinal: z.number().int(),
  format: deliveryFormatSchema,
  queuedAt: instantSchema,
  attempts: z.number().int(),
  /** When it is tried next; the end of the embargo for one that is held. */
  nextAt: instantSchema,
  /** Why the last attempt failed; null before the first. */
  error: appErrorSchema.nullable(),
});
export type Delivery = z.infer<typeof deliverySchema>;

/** What of the queue is told: the first rows, and how many there are. */
export const deliveriesSchema = z.object({
  folders: z.array(deliveryFolderSchema),
  queue: z.array(deliverySchema),
  counts: z.object({
    /** Failed at least once, and tried again by themselves. */
    failed: z.number().int(),
    /** Held by an embargo. */
    held: z.number().int(),
    waiting: z.number().int(),
  }),
});
export type Deliveries = z.infer<typeof deliveriesSchema>;

/** The folder the wire comes in by, and what became of it. */
export const wireInSchema = z.object({
  /** Null where none was ever chosen. */
  path: z.string().nullable(),
  active: z.boolean(),
  /** `missing`: the folder is not there; `paused`: the archive can only be read. */
  state: z.enum(['off', 'watching', 'missing', 'paused']),
  /** Dispatches that came in, or got new takes, since the workstation was started. */
  arrived: z.number().int(),
  lastAt: instantSchema.nullable(),
  /** The files that were refused since then, newest first; the last fifty. */
  refused: importReportSchema.shape.items,
  refusedCount: z.number().int(),
});
export type WireIn = z.infer<typeof wireInSchema>;

/** The channels of the folders by which words come and go. */
export const deliveryRequests = {
  'delivery.list': { request: nothingSchema, response: deliveriesSchema },
  /** Asks for a folder with the system's dialog. */
  'delivery.choose-folder': { request: nothingSchema, response: z.object({ path: z.string() }) },
  /** Adds a folder (`id` null) or changes one. */
  'delivery.save-folder': {
    request: z.strictObject({
      ...deliveryFolderSchema.shape,
      id: idSchema.nullable(),
      name: z.string().max(bounds.line),
    }),
    response: nothingSchema,
  },
  /** Removes a folder from the list, with what was yet to be delivered to it. */
  'delivery.remove-folder': { request: z.strictObject({ id: idSchema }), response: nothingSchema },
  /** Tries everything that failed again, now. */
  'delivery.retry': { request: nothingSchema, response: nothingSchema },
  /** Gives up one delivery. */
  'delivery.drop': {
    request: z.strictObject({ id: z.number().int() }),
    response: nothingSchema,
  },
  'wire-in.get': { request: nothingSchema, response: wireInSchema },
  'wire-in.set': {
    request: z.strictObject({ path: pathSchema, active: z.boolean() }),
    response: nothingSchema,
  },
} as const;

import { z } from 'zod';

/** The format a bundle is in, and the file that says so. */
export const bundleFormat = 'writethru-bundle/1';
export const manifestName = 'writethru-bundle.json';

const name = z.string().max(1_000);

/** What a bundle holds. */
export const manifestSchema = z.object({
  format: z.literal(bundleFormat),
  dispatches: z
    .array(
      z.object({
        id: z.string().regex(/^[0-9a-f-]{36}$/),
        folder: name,
        originals: z
          .array(z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), name, encoding: name }))
          .max(100_000),
        // Bundles of before there were pictures have none.
        pictures: z
          .array(z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), file: name }))
          .max(100_000)
          .default([]),
      }),
    )
    .max(100_000),
});

const row = z.record(z.string().max(100), z.union([z.string(), z.number(), z.null()]));
const rows = z.array(row).max(1_000_000);

/** What the archive had of a dispatch, row by row. */
export const rowsSchema = z.object({
  dispatch: rows,
  take: rows,
  revision: rows,
  supplied_stamp: rows,
  note: rows,
  note_reply: rows,
  note_event: rows,
  note_link: rows,
  exchange_source: rows,
  dispatch_subject: rows,
  // Bundles of before have none.
  dispatch_person: rows.default([]),
  import: rows,
});

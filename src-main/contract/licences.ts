import { z } from 'zod';
import type { ChannelName } from './channels';
import { nothingSchema } from './scalars';

/** A package of others that the workstation is made of, with its licence as it came. */
export const licenceSchema = z.object({
  name: z.string(),
  version: z.string(),
  /** As the package names it, an SPDX expression as a rule. */
  licence: z.string(),
  /** The whole text; empty where the package brings none. */
  text: z.string(),
});
export type Licence = z.infer<typeof licenceSchema>;

/** The channels of what the workstation is made of. */
export const licenceRequests = {
  'app.licences': {
    request: nothingSchema,
    response: z.object({
      packages: z.array(licenceSchema),
      /** Versions of what it runs on, and whether their licences lie beside the program. */
      engine: z.object({
        electron: z.string(),
        chromium: z.string(),
        node: z.string(),
        licences: z.boolean(),
      }),
    }),
  },
  /** Opens the licences of Electron and Chromium, a page beside the program, in the system's browser. */
  'app.open-engine-licences': { request: nothingSchema, response: nothingSchema },
} satisfies Partial<Record<ChannelName, { request: z.ZodType; response: z.ZodType }>>;

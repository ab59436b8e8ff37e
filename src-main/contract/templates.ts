import { z } from 'zod';
import { templateBounds } from '../domain/template/template';
import { authorSchema, idSchema, instantSchema, languageSchema, nothingSchema } from './scalars';

const lineOfTemplate = z.string().trim().max(templateBounds.line);

const templateWordsSchema = z.object({
  name: z.string().trim().min(1).max(templateBounds.name),
  desk: z.string().trim().max(templateBounds.desk),
  language: languageSchema,
  urgency: z.number().int().min(1).max(8),
  headline: lineOfTemplate,
  text: z.string().trim().min(1).max(templateBounds.text),
  signoff: lineOfTemplate,
});

/** A template of the desk. */
export const templateSchema = templateWordsSchema.extend({
  id: idSchema,
  author: z.string(),
  createdAt: instantSchema,
  editedAt: instantSchema.nullable(),
});
export type TemplateModel = z.infer<typeof templateSchema>;

/** The request and response schema of every channel on dispatch templates. */
export const templateRequests = {
  /** Those the desk made; those that are shipped are in the program. */
  'template.list': {
    request: nothingSchema,
    response: z.object({ templates: z.array(templateSchema) }),
  },
  /** Keeps a template; without an id a new one. */
  'template.save': {
    request: z.strictObject({
      ...templateWordsSchema.shape,
      id: idSchema.nullable(),
      author: authorSchema,
    }),
    response: z.object({ id: idSchema }),
  },
  /** Asks for a file of templates, and takes them in. */
  'template.import': {
    request: z.strictObject({
      author: authorSchema,
      /** Whether a template that is there under the same name stays, or the file's takes its place. */
      there: z.enum(['stays', 'is-replaced']),
    }),
    response: z.object({
      added: z.number().int(),
      replaced: z.number().int(),
      kept: z.number().int(),
      unchanged: z.number().int(),
    }),
  },
  /** Asks where to save the desk's templates as a file, and saves it there. */
  'template.export': {
    request: nothingSchema,
    response: z.object({ path: z.string(), templates: z.number().int() }),
  },
  'template.remove': { request: z.strictObject({ id: idSchema }), response: nothingSchema },
} as const;

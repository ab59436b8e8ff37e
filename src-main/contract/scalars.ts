import { z } from 'zod';
import type { DocumentJson } from '../domain/document/json';
import { bounds } from './bounds';

// Schemas must not compile code: the content security policy forbids `new Function`.
z.config({ jitless: true });

/** An identifier: a UUID version 7 in lower case. */
export const idSchema = z.string().regex(/^[0-9a-f-]{36}$/);
export const languageSchema = z.enum(['fr', 'en']);
/** Milliseconds since the epoch. */
export const instantSchema = z.number().int();
/** A line of text. */
export const lineSchema = z.string().max(bounds.line);

/** The name of an IANA time zone; whether there is such a zone is checked where it is used. */
export const zoneSchema = z.string().max(80);

/** Initials that sign takes, drafts and notes; may be empty. */
export const authorSchema = z.string().max(12);
/** What a draft that is begun is signed with, where it is: one line of text. */
export const signoffSchema = z
  .string()
  .max(80)
  .regex(/^[^\p{Cc}]*$/u)
  .optional();
/** A reason that is kept in the record. */
export const reasonSchema = z.string().max(bounds.line);
/** No words: a request that asks for nothing in particular, or an answer that only says it was done. */
export const nothingSchema = z.strictObject({});

/** A document's JSON; its validity against the take schema is checked where it is used. */
export const documentSchema = z.custom<DocumentJson>(
  (value) =>
    typeof value === 'object' && value !== null && (value as { type?: unknown }).type === 'doc',
);

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

/** A document's JSON; its validity against the take schema is checked where it is used. */
export const documentSchema = z.custom<DocumentJson>(
  (value) =>
    typeof value === 'object' && value !== null && (value as { type?: unknown }).type === 'doc',
);

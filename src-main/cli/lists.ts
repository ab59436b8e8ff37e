import type { AppError } from '../contract/errors';
import { ok, type Result } from '../domain/result';
import { readText, saveFile } from '../services/files';
import type { Performed } from './outcome';

/** Takes a list of the desk's in from a file; `said` tells what became of it. */
export async function listFrom<Counts extends object>(
  file: string,
  most: number,
  tooLarge: string,
  take: (text: string) => Promise<Result<Counts, AppError>>,
  said: (counts: Counts) => string,
): Performed {
  const text = await readText(file, most, tooLarge);
  if (!text.ok) return text;
  const done = await take(text.value);
  return done.ok ? ok({ json: done.value, text: `${said(done.value)}\n`, problems: [] }) : done;
}

/** Writes a list of the desk's to a file; `facts` are what else is told of it. */
export async function listInto<Facts extends object>(
  file: string,
  text: string,
  facts: Facts,
  said: string,
): Performed {
  const saved = await saveFile(file, new TextEncoder().encode(text));
  if (!saved.ok) return saved;
  return ok({ json: { path: file, ...facts }, text: `${said} ${file}\n`, problems: [] });
}

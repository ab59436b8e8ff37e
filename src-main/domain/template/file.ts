import { err, type Result } from '../result';
import {
  fieldOf,
  lineOf,
  readList,
  wordsOf,
  writeList,
  type ListFile,
  type ListProblem,
} from '../text/list-file';
import { templateBounds, type TemplateWords } from './template';

/** The largest file read, in UTF-16 units: more than the most templates take, signs escaped. */
export const largestTemplates = 40_000_000;

/** Why a file holds no templates that can be taken in; `twice`: two of one name, desk and language. */
export type TemplatesReason =
  `templates-${'unreadable' | 'newer' | 'none' | 'too-large' | 'entry' | 'twice'}`;

const templates: ListFile<TemplateWords, 'templates'> = {
  kind: 'templates',
  largest: largestTemplates,
  most: templateBounds.templates,
  read: templateOf,
};

/** Templates as a file of JSON; of their texts each line is one, to be read and changed by hand. */
export function writeTemplates(all: readonly TemplateWords[]): string {
  return writeList(
    templates.kind,
    all.map(({ name, desk, language, urgency, headline, text, signoff }) => ({
      name,
      desk,
      language,
      urgency,
      headline,
      text: text.split('\n'),
      signoff,
    })),
  );
}

/**
 * Reads what {@link writeTemplates} wrote, or a bare list of templates; all of it, or nothing. The
 * text is a list of lines or one string; desk, headline and sign-off may be left out, and urgency
 * (then 5).
 */
export function readTemplatesFile(
  file: string,
): Result<readonly TemplateWords[], ListProblem<TemplatesReason>> {
  const read = readList(file, templates);
  if (!read.ok) return read;
  const names = new Set<string>();
  for (const [at, template] of read.value.entries()) {
    const name = templateKey(template);
    if (names.has(name)) return err({ reason: 'templates-twice', entry: at + 1 });
    names.add(name);
  }
  return read;
}

/** What a template is known by: a name stands once in a desk and language. */
export function templateKey({ language, desk, name }: TemplateWords): string {
  return [language, desk, name].join('\n');
}

function templateOf(value: unknown): TemplateWords | null {
  const name = wordsOf(fieldOf(value, 'name'), templateBounds.name);
  const text = wordsOf(textOf(fieldOf(value, 'text')), templateBounds.text);
  const desk = lineOf(fieldOf(value, 'desk') ?? '', templateBounds.desk);
  const headline = lineOf(fieldOf(value, 'headline') ?? '', templateBounds.line);
  const signoff = lineOf(fieldOf(value, 'signoff') ?? '', templateBounds.line);
  const language = fieldOf(value, 'language');
  const urgency = fieldOf(value, 'urgency') ?? 5;
  if (name === null || text === null) return null;
  if (desk === null || headline === null || signoff === null) return null;
  if (language !== 'fr' && language !== 'en') return null;
  if (typeof urgency !== 'number' || !Number.isInteger(urgency)) return null;
  if (urgency < 1 || urgency > 8) return null;
  return { name, desk, language, urgency, headline, text, signoff };
}

function textOf(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.every((line) => typeof line === 'string') ? value.join('\n') : null;
}

import { buildDocument } from '../../src-main/domain/document/build';
import { parseDocument, toJson } from '../../src-main/domain/document/node';
import type { DocumentJson } from '../../src-main/domain/document/json';
import type { StepJson } from '../../src-main/domain/document/replay';
import { replaceStep } from '../../src-main/domain/document/replace';

/** A document of a headline and paragraphs. */
export function document(headline: string, ...paragraphs: readonly string[]): DocumentJson {
  return toJson(
    buildDocument({
      headline,
      blocks: paragraphs.map((text) => ({ type: 'paragraph', text })),
      signoff: 'atl/mbr',
    }),
  );
}

/** The step that puts one document in place of another. */
export function rewrite(from: DocumentJson, to: DocumentJson): StepJson {
  return replaceStep(nodeOf(from), nodeOf(to));
}

/** The node of a document that is known to be valid. */
export function nodeOf(json: DocumentJson) {
  const parsed = parseDocument(json);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

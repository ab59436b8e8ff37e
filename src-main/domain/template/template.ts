import type { Node } from 'prosemirror-model';
import { buildDocument, type Block } from '../document/build';
import { withFields } from './fields';

/** A dispatch as a desk begins it: its words have fields to fill, "{lieu}". */
export type TemplateWords = {
  readonly name: string;
  /** The desk that uses it; empty for all. The dispatch begun by it is that desk's. */
  readonly desk: string;
  readonly language: 'fr' | 'en';
  /** IPTC urgency of the dispatch, 1 (alert) to 8. */
  readonly urgency: number;
  readonly headline: string;
  /** The text, a block a line: see {@link templateBlocks}. */
  readonly text: string;
  /** Empty where it is left to the person's own. */
  readonly signoff: string;
};

/** Lengths in UTF-16 units; an archive has at most so many templates. */
export const templateBounds = {
  name: 80,
  desk: 120,
  line: 400,
  text: 20_000,
  templates: 500,
} as const;

const signs = /^(?:(?<sign>##?|[>\-•])\s+)?(?<words>.*)$/su;

/**
 * The blocks of a template's text. Each line is one: the first plain one is the lead, the others are
 * paragraphs; "## " begins a crosshead, "> " a quote, "- " an item of a list; "---" is a separator.
 * Lines of one quote or list that follow one another belong together; empty lines part nothing.
 */
export function templateBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  const lines = text.split('\n').map((line) => line.trim());
  for (const line of lines.filter((one) => one !== '')) {
    const { sign, words = '' } = signs.exec(line)?.groups ?? {};
    const last = blocks.at(-1);
    if (/^-{3,}$/.test(line)) blocks.push({ type: 'separator' });
    else if (sign === undefined) blocks.push({ type: plainKind(blocks), text: words });
    else if (sign.startsWith('#')) blocks.push({ type: 'crosshead', text: words });
    else if (sign === '>' && last?.type === 'quote') {
      blocks.splice(-1, 1, { type: 'quote', paragraphs: [...last.paragraphs, words] });
    } else if (sign === '>') blocks.push({ type: 'quote', paragraphs: [words] });
    else if (last?.type === 'list') {
      blocks.splice(-1, 1, { ...last, items: [...last.items, words] });
    } else blocks.push({ type: 'list', ordered: false, items: [words] });
  }
  return blocks;
}

/** There is one lead, the first plain line. */
function plainKind(before: readonly Block[]): 'lead' | 'paragraph' {
  return before.some(({ type }) => type === 'lead') ? 'paragraph' : 'lead';
}

/**
 * The document a draft begins with by a template.
 *
 * @param given what is known of fields already (the hour, the initials), by their names in lower case
 * @param signedOff what it is signed with where the template says nothing
 */
export function templateDocument(
  { headline, text, signoff }: TemplateWords,
  given: ReadonlyMap<string, string>,
  signedOff: string,
): Node {
  const blocks = templateBlocks(withFields(text, given));
  return buildDocument({
    headline: withFields(headline, given),
    blocks: blocks.length === 0 ? [{ type: 'lead', text: '' }] : blocks,
    signoff: signoff === '' ? signedOff : withFields(signoff, given),
  });
}

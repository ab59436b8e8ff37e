import type { Node } from 'prosemirror-model';
import { documentParts, type Block, type DocumentParts } from '../document/build';
import type { Stamp } from '../record/stamp';
import type { TakeKind } from '../record/take';
import { classifyUnits } from './classify';
import { writeStampLine } from './stamp-line';

/** A take to be printed in the wire form. */
export type PrintableTake = {
  readonly label: string | null;
  readonly kind: TakeKind;
  readonly stamp: Stamp;
  readonly document: Node;
};

/**
 * A dispatch in its wire form, which `parseWire` reads back: whatever it can produce, it produces
 * again from this text. Marks and the descriptions of pictures have no place in it.
 *
 * Takes print their stamp line as it stood. One without prints a line made from its stamp; only a
 * first take of unknown time prints none.
 *
 * @param options.language of the stamp lines made
 * @param options.zone IANA zone in which stamp lines need not name their zone
 */
export function printWire(
  takes: readonly PrintableTake[],
  options: { readonly language: 'fr' | 'en'; readonly zone: string },
): string {
  const pieces = takes.flatMap((take, index) => {
    const label = take.label ?? madeLabel(take, index, options);
    const body = printParts(documentParts(take.document), take.kind);
    return label === null ? body : [label, ...body];
  });
  return pieces.length === 0 ? '' : `${pieces.join('\n\n')}\n`;
}

function madeLabel(
  take: PrintableTake,
  index: number,
  options: { readonly language: 'fr' | 'en'; readonly zone: string },
): string | null {
  if (index === 0 && take.stamp.precision === 'unknown') return null;
  return writeStampLine(take.kind, take.stamp, options.language, options.zone);
}

/** How crossheads are printed: bare, between dashes, or bare only where they are read back. */
type CrossheadStyle = (index: number) => 'bare' | 'dashed';

/**
 * The lines of a take. A crosshead is printed bare where that reads back as one, which for
 * dispatches that were read is nearly everywhere, and between dashes elsewhere.
 */
function printParts(parts: DocumentParts, kind: TakeKind): readonly string[] {
  const dashed = printWith(parts, () => 'dashed');
  const wanted = reading(dashed, kind);
  const bare = printWith(parts, () => 'bare');
  const read = reading(bare, kind);
  if (sameParts(read, wanted)) return bare;
  const mixed = printWith(parts, (index) => {
    const block = parts.blocks[index];
    const isRead =
      block?.type === 'crosshead' &&
      read.blocks.some((other) => other.type === 'crosshead' && other.text === oneLine(block.text));
    return isRead ? 'bare' : 'dashed';
  });
  return sameParts(reading(mixed, kind), wanted) ? mixed : dashed;
}

function sameParts(a: DocumentParts, b: DocumentParts): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function reading(pieces: readonly string[], kind: TakeKind): DocumentParts {
  const units = pieces.flatMap((piece) => piece.split('\n')).map((text) => ({ text, line: 0 }));
  return classifyUnits(units, kind).parts;
}

function printWith(parts: DocumentParts, style: CrossheadStyle): readonly string[] {
  const blocks = parts.blocks.map((block, index) => printBlock(block, style(index)));
  return [oneLine(parts.headline), ...blocks, oneLine(parts.signoff)].filter(
    (piece) => piece !== '',
  );
}

/** A block as one line, or as several for quotes and lists; empty for a block without text. */
function printBlock(block: Block, crosshead: 'bare' | 'dashed'): string {
  switch (block.type) {
    case 'separator':
      return '* * *';
    case 'photo':
      return printPhoto(oneLine(block.caption), oneLine(block.credit));
    case 'quote':
      return block.paragraphs.map((paragraph) => `> ${oneLine(paragraph)}`.trim()).join('\n');
    case 'list':
      return block.items
        .map(oneLine)
        .filter((item) => item !== '')
        .map((item, index) => (block.ordered ? `${String(index + 1)}. ${item}` : `• ${item}`))
        .join('\n');
    case 'crosshead': {
      const text = oneLine(block.text);
      return crosshead === 'bare' || text === '' ? text : `- ${text} -`;
    }
    default:
      return oneLine(block.text);
  }
}

function printPhoto(caption: string, credit: string): string {
  if (caption === '') return credit === '' ? '' : `[${credit}]`;
  return `${caption} [${credit}]`;
}

/** Line breaks within a text block would end it in the wire form: they become spaces. */
function oneLine(text: string): string {
  return text.replace(/(?:\r\n|[\n\r\v\f\u0085\u2028\u2029])+/g, ' ').trim();
}

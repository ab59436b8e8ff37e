import type { Node } from 'prosemirror-model';
import { documentParts, type Block, type DocumentParts } from '../document/build';
import type { Stamp } from '../record/stamp';
import type { TakeKind } from '../record/take';
import { classifyUnits } from './classify';
import { readStampLine, writeStampLine } from './stamp-line';
import { printHeaderRule, printRow } from './table-lines';
import { readUnits, type Unit } from './units';

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

/** How the crosshead at an index of the blocks is printed. */
type CrossheadStyle = (index: number) => 'bare' | 'dashed';

/**
 * The lines of a take. Its crossheads are printed bare where that reads back the same as between
 * dashes, which for dispatches that were read is nearly everywhere; elsewhere between dashes.
 */
function printParts(parts: DocumentParts, kind: TakeKind): readonly string[] {
  const dashed = printWith(parts, () => 'dashed');
  const wanted = JSON.stringify(readBack(dashed, kind));
  const bare = printWith(parts, () => 'bare');
  const read = readBack(bare, kind);
  if (JSON.stringify(read) === wanted) return bare;
  const crossheads = new Set(read.flatMap(({ blocks }) => blocks).map(crossheadText));
  const mixed = printWith(parts, (index) => {
    const text = crossheadText(parts.blocks[index]);
    return text !== null && crossheads.has(oneLine(text)) ? 'bare' : 'dashed';
  });
  return JSON.stringify(readBack(mixed, kind)) === wanted ? mixed : dashed;
}

function crossheadText(block: Block | undefined): string | null {
  return block?.type === 'crosshead' ? block.text : null;
}

/** What printed lines read back as: one take, or more should a line of it be a stamp line. */
function readBack(pieces: readonly string[], kind: TakeKind): readonly DocumentParts[] {
  const sections: Unit[][] = [[]];
  for (const unit of readUnits(pieces.join('\n\n')).units) {
    if (readStampLine(unit.text, 'UTC') === null) sections[sections.length - 1]?.push(unit);
    else sections.push([]);
  }
  return sections.map((units, index) => classifyUnits(units, index === 0 ? kind : 'update').parts);
}

function printWith(parts: DocumentParts, style: CrossheadStyle): readonly string[] {
  const blocks = parts.blocks.map((block, index) => printBlock(block, style(index)));
  return [oneLine(parts.headline), ...blocks, oneLine(parts.signoff)].filter(
    (piece) => piece !== '',
  );
}

/** A block as one line, or as several for quotes, lists and tables; empty for a block without text. */
function printBlock(block: Block, crosshead: 'bare' | 'dashed'): string {
  switch (block.type) {
    case 'separator':
      return '* * *';
    case 'photo':
      return printPhoto(oneLine(block.caption), oneLine(block.credit));
    case 'quote':
      return printQuote(block.paragraphs.map(oneLine), oneLine(block.attribution ?? ''));
    case 'table':
      return printTable(
        block.rows.map((row) => row.map(oneLine)),
        block.header,
      );
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

/** Who said it comes last, after a dash. */
function printQuote(paragraphs: readonly string[], attribution: string): string {
  const said = attribution === '' ? [] : [`— ${attribution}`];
  return [...paragraphs, ...said].map((line) => `> ${line}`.trim()).join('\n');
}

function printTable(rows: readonly (readonly string[])[], header: boolean): string {
  const [first = [], ...others] = rows;
  const rule = header ? [printHeaderRule(first.length)] : [];
  return [printRow(first), ...rule, ...others.map(printRow)].join('\n');
}

function printPhoto(caption: string, credit: string): string {
  if (caption === '') return credit === '' ? '' : `[${credit}]`;
  return `${caption} [${credit}]`;
}

/** Line breaks within a text block would end it in the wire form: they become spaces. */
function oneLine(text: string): string {
  return text.replace(/(?:\r\n|[\n\r\v\f\u0085\u2028\u2029])+/g, ' ').trim();
}

import type { Block, DocumentParts } from '../document/build';
import { tableBounds } from '../document/table';
import type { TakeKind } from '../record/take';
import {
  isRuleLine,
  isSeparatorLine,
  isSignoffLine,
  looksLikeCrosshead,
  looksLikeHeadline,
  readAttribution,
  readBullet,
  readDashedCrosshead,
  readNumbered,
  readPhotoLine,
  readQuoted,
} from './marks';
import type { Repair } from './repair';
import { isHeaderRule, readRow } from './table-lines';
import type { Unit } from './units';

/**
 * What a take's units are: its headline, blocks and sign-off, and what was repaired on the way.
 * Depends on the texts of the units only, so that printing them in order reads back the same.
 *
 * - sign-off: the last unit, when it has the form of one;
 * - headline: the first unit, when it could be one and is not a photo, quote, list, table or
 *   separator;
 * - attribution: the line of a quote, not its first, that begins with an em dash; it ends the quote;
 * - crosshead: between dashes; or a line that could be one, after the first plain paragraph, with
 *   text after it and no other such line beside it;
 * - lead: in a report, the first plain paragraph;
 * - paragraph: every other unit without a mark.
 */
export function classifyUnits(
  units: readonly Unit[],
  kind: TakeKind,
): { readonly parts: DocumentParts; readonly repairs: readonly Repair[] } {
  const last = units[units.length - 1];
  const signoff = last !== undefined && isSignoffLine(last.text) ? last.text : '';
  const unsigned = signoff === '' ? units : units.slice(0, -1);
  const first = unsigned[0];
  const hasHeadline =
    first !== undefined &&
    ['plain', 'dashed'].includes(shapeAt(unsigned, 0)) &&
    looksLikeHeadline(first.text);
  const body = hasHeadline ? unsigned.slice(1) : unsigned;
  const reader = new BodyReader(body, kind === 'report');
  const blocks = reader.read();
  const headline = hasHeadline ? first.text : '';
  const repairs = [...reader.repairs];
  if (kind === 'report' && !hasHeadline) {
    repairs.unshift(
      first === undefined
        ? { code: 'missing-headline' }
        : { code: 'missing-headline', line: first.line },
    );
  }
  return { parts: { headline, blocks, signoff }, repairs };
}

type Shape = 'separator' | 'quote' | 'table' | 'bullets' | 'numbers' | 'photo' | 'dashed' | 'plain';

/** What the unit at an index is by its own marks and, for lists, its neighbours'. */
function shapeAt(units: readonly Unit[], index: number): Shape {
  const text = units[index]?.text ?? '';
  if (isSeparatorLine(text) || isRuleLine(text)) return 'separator';
  if (readQuoted(text) !== null) return 'quote';
  if (readRow(text) !== null) return 'table';
  if (bulletRun(units, index) > 0) return 'bullets';
  if (numberRun(units, index) > 0) return 'numbers';
  if (readPhotoLine(text) !== null) return 'photo';
  return readDashedCrosshead(text) === null ? 'plain' : 'dashed';
}

/**
 * How many list items begin at an index. One item alone makes a list only with a true bullet: a
 * single dash opens speech.
 */
function bulletRun(units: readonly Unit[], index: number): number {
  let count = 0;
  let unit = units[index];
  const first = unit === undefined ? null : readBullet(unit.text);
  while (unit !== undefined && readBullet(unit.text) !== null) {
    count += 1;
    unit = units[index + count];
  }
  return count > 1 || first?.marker === '•' ? count : 0;
}

/** How many items of an ordered list begin at an index: from 1, without gaps, at least two. */
function numberRun(units: readonly Unit[], index: number): number {
  let count = 0;
  let unit = units[index];
  while (unit !== undefined && readNumbered(unit.text)?.number === String(count + 1)) {
    count += 1;
    unit = units[index + count];
  }
  return count > 1 ? count : 0;
}

/** Reads blocks from the units between headline and sign-off. */
class BodyReader {
  readonly repairs: Repair[] = [];
  private readonly blocks: Block[] = [];
  private readonly shapes: readonly Shape[];
  private plainSeen = 0;
  private at = 0;

  constructor(
    private readonly units: readonly Unit[],
    private readonly isReport: boolean,
  ) {
    this.shapes = shapesOf(units);
  }

  read(): readonly Block[] {
    for (let unit = this.units[this.at]; unit !== undefined; unit = this.units[this.at]) {
      this.blocks.push(this.block(unit, this.shapes[this.at] ?? 'plain'));
    }
    if (this.blocks.length > 0) return this.blocks;
    return [{ type: this.isReport ? 'lead' : 'paragraph', text: '' }];
  }

  private block(unit: Unit, shape: Shape): Block {
    switch (shape) {
      case 'quote':
        return this.quote();
      case 'table':
        return this.table();
      case 'bullets':
        return this.bullets();
      case 'numbers':
        return this.numbers();
      default:
        break;
    }
    const block = this.single(unit, shape);
    this.at += 1;
    return block;
  }

  private single(unit: Unit, shape: Shape): Block {
    if (shape === 'separator') {
      if (!isSeparatorLine(unit.text)) this.repair('rule-line', unit, unit.text);
      return { type: 'separator' };
    }
    const photo = shape === 'photo' ? readPhotoLine(unit.text) : null;
    if (photo !== null) {
      if (photo.dash !== '') this.repair('caption-dash', unit, photo.dash);
      if (photo.worded) this.repair('credit-words', unit, photo.credit);
      return { type: 'photo', caption: photo.caption, credit: photo.credit };
    }
    const dashed = shape === 'dashed' ? readDashedCrosshead(unit.text) : null;
    if (dashed !== null) {
      this.repair('crosshead-dashes', unit, dashed.dashes);
      return { type: 'crosshead', text: dashed.text };
    }
    if (this.isPlainCrosshead()) return { type: 'crosshead', text: unit.text };
    this.plainSeen += 1;
    const isLead = this.isReport && this.plainSeen === 1;
    return { type: isLead ? 'lead' : 'paragraph', text: unit.text };
  }

  /** A heading-like line among paragraphs. Two in a row are rather a table or a list of names. */
  private isPlainCrosshead(): boolean {
    if (!this.isHeadingLike(this.at) || this.plainSeen === 0) return false;
    const next = this.shapes[this.at + 1];
    if (next === undefined || next === 'separator' || next === 'dashed') return false;
    const previous = this.shapes[this.at - 1];
    const followsHeading =
      previous === 'dashed' || (this.at > 1 && this.isHeadingLike(this.at - 1));
    return !followsHeading && !this.isHeadingLike(this.at + 1);
  }

  private isHeadingLike(index: number): boolean {
    const unit = this.units[index];
    return unit !== undefined && this.shapes[index] === 'plain' && looksLikeCrosshead(unit.text);
  }

  private quote(): Block {
    const paragraphs: string[] = [];
    for (let unit = this.units[this.at]; unit !== undefined; unit = this.units[this.at]) {
      const text = readQuoted(unit.text);
      if (text === null) break;
      this.at += 1;
      const attribution = paragraphs.length === 0 ? null : readAttribution(text);
      if (attribution !== null) return { type: 'quote', paragraphs, attribution };
      paragraphs.push(text);
    }
    return { type: 'quote', paragraphs };
  }

  /** Rows of as many cells as the first; more than a table has are another's. */
  private table(): Block {
    const rows: (readonly string[])[] = [];
    let header = false;
    for (let unit = this.units[this.at]; unit !== undefined; unit = this.units[this.at]) {
      const cells = readRow(unit.text);
      const columns = rows[0]?.length ?? cells?.length;
      if (cells === null || cells.length !== columns || rows.length >= tableBounds.rows) break;
      if (rows.length === 1 && !header && isHeaderRule(cells)) header = true;
      else rows.push(cells);
      this.at += 1;
    }
    return { type: 'table', header, rows };
  }

  private bullets(): Block {
    const items: string[] = [];
    for (let unit = this.units[this.at]; unit !== undefined; unit = this.units[this.at]) {
      const bullet = readBullet(unit.text);
      if (bullet === null) break;
      if (bullet.marker !== '•') this.repair('list-marker', unit, bullet.marker);
      items.push(bullet.item);
      this.at += 1;
    }
    return { type: 'list', ordered: false, items };
  }

  private numbers(): Block {
    const count = numberRun(this.units, this.at);
    const items = this.units
      .slice(this.at, this.at + count)
      .map((unit) => readNumbered(unit.text)?.item ?? '');
    this.at += count;
    return { type: 'list', ordered: true, items };
  }

  private repair(code: Repair['code'], unit: Unit, detail: string): void {
    this.repairs.push({ code, line: unit.line, detail });
  }
}

/** The shapes of all units; the items of one list share theirs. */
function shapesOf(units: readonly Unit[]): readonly Shape[] {
  const shapes: Shape[] = [];
  while (shapes.length < units.length) {
    const index = shapes.length;
    const shape = shapeAt(units, index);
    const count =
      shape === 'bullets'
        ? bulletRun(units, index)
        : shape === 'numbers'
          ? numberRun(units, index)
          : 1;
    for (let item = 0; item < count; item += 1) shapes.push(shape);
  }
  return shapes;
}

import {
  isRuleLine,
  isSeparatorLine,
  isSignoffLine,
  readPhotoLine,
  startsWithMarker,
} from './marks';
import type { Repair } from './repair';
import { readStampLine } from './stamp-line';
import { readRow } from './table-lines';

/** A paragraph of the wire form, whatever its role: one line of text, no white space at its ends. */
export type Unit = {
  readonly text: string;
  /** The line of the source it begins on, from 1. */
  readonly line: number;
};

type Line = Unit & { readonly indent: number };

const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

/**
 * Cuts a text into units.
 *
 * One line is one unit, with or without blank lines between; unless the text is wrapped, which is
 * decided for the whole text: no line longer than 100 columns, and of the places where two lines
 * adjoin (at least three) four in five have a first line so full that the next one's first word
 * would not have fitted. Then lines are joined where they are full, up to a blank line, an indent
 * or a line that has a mark of its own.
 *
 * A caption given twice in a row, the second time with a dash or without its credit, is dropped.
 */
export function readUnits(text: string): {
  readonly units: readonly Unit[];
  readonly repairs: readonly Repair[];
} {
  const repairs: Repair[] = [];
  const groups = readGroups(text.split(lineBreak), repairs);
  if (/\r/.test(text)) {
    repairs.push({ code: 'line-endings', detail: String(text.match(/\r\n?/g)?.length ?? 0) });
  }
  const units = joinLines(groups, repairs);
  return { units: withoutDoubledCaptions(units, repairs), repairs };
}

/** Lines that adjoin, without the blank ones. */
function readGroups(lines: readonly string[], repairs: Repair[]): readonly (readonly Line[])[] {
  const groups: Line[][] = [];
  const blanks = new Noticed();
  const trailing = new Noticed();
  let blankRun = 1;
  lines.forEach((raw, index) => {
    const text = raw.trim();
    const line = index + 1;
    if (text === '') {
      blankRun += 1;
      if (blankRun === 2 && groups.length > 0) blanks.pending(line);
      return;
    }
    if (raw.trimEnd() !== raw) trailing.notice(line);
    const entry = { text, line, indent: raw.length - raw.trimStart().length };
    const current = groups[groups.length - 1];
    if (blankRun > 0 || current === undefined) groups.push([entry]);
    else current.push(entry);
    if (blankRun >= 2) blanks.confirm();
    blankRun = 0;
  });
  blanks.report('blank-lines', repairs);
  trailing.report('trailing-space', repairs);
  return groups;
}

/** Counts places of one kind, and reports them as one repair at the first. */
class Noticed {
  private count = 0;
  private first = 0;
  private candidate = 0;

  notice(line: number): void {
    if (this.count === 0) this.first = line;
    this.count += 1;
  }

  pending(line: number): void {
    this.candidate = line;
  }

  confirm(): void {
    if (this.candidate > 0) this.notice(this.candidate);
    this.candidate = 0;
  }

  report(code: Repair['code'], repairs: Repair[]): void {
    if (this.count > 0) repairs.push({ code, line: this.first, detail: String(this.count) });
  }
}

function joinLines(groups: readonly (readonly Line[])[], repairs: Repair[]): readonly Unit[] {
  const width = wrapWidth(groups);
  const joins = new Noticed();
  const units: Unit[] = [];
  for (const group of groups) {
    let previous: Line | undefined;
    for (const line of group) {
      const unit = units[units.length - 1];
      if (
        width !== null &&
        previous !== undefined &&
        unit !== undefined &&
        continues(previous, line) &&
        isFull(previous, line, width) &&
        readPhotoLine(unit.text) === null
      ) {
        joins.notice(line.line);
        units[units.length - 1] = { text: joined(unit.text, line.text), line: unit.line };
      } else {
        units.push({ text: line.text, line: line.line });
      }
      previous = line;
    }
  }
  joins.report('joined-lines', repairs);
  return units;
}

/** A compound cut at its hyphen ("Trump-" / "Poutine") is made whole; other lines get a space. */
function joined(before: string, after: string): string {
  return /\p{L}-$/u.test(before) ? before + after : `${before} ${after}`;
}

/** The column a text is wrapped at, or null when it is not wrapped. */
function wrapWidth(groups: readonly (readonly Line[])[]): number | null {
  let width = 0;
  for (const group of groups) for (const line of group) width = Math.max(width, extent(line));
  if (width > 100 || width < 30) return null;
  let places = 0;
  let full = 0;
  for (const group of groups) {
    for (const [index, line] of group.entries()) {
      const next = group[index + 1];
      if (next === undefined || !continues(line, next)) continue;
      places += 1;
      if (isFull(line, next, width)) full += 1;
    }
  }
  return places >= 3 && full >= places * 0.8 ? width : null;
}

/** Whether the second of two adjoining lines could continue the first one's paragraph. */
function continues(line: Line, next: Line): boolean {
  return next.indent <= line.indent && !standsAlone(line.text) && !standsAlone(next.text, true);
}

/** Whether a line cannot be part of a wrapped paragraph; or, `asNext`, cannot continue one. */
function standsAlone(text: string, asNext = false): boolean {
  return (
    isSeparatorLine(text) ||
    isRuleLine(text) ||
    isSignoffLine(text) ||
    readRow(text) !== null ||
    (asNext && startsWithMarker(text)) ||
    readStampLine(text, 'UTC') !== null
  );
}

function isFull(line: Line, next: Line, width: number): boolean {
  const word = /^\S+/u.exec(next.text)?.[0] ?? '';
  return extent(line) + 1 + word.length > width;
}

function extent(line: Line): number {
  return line.indent + line.text.length;
}

/** Drops each unit that gives again the caption of the photo before it. */
export function withoutDoubledCaptions(units: readonly Unit[], repairs: Repair[]): readonly Unit[] {
  const kept: Unit[] = [];
  for (const unit of units) {
    const previous = kept[kept.length - 1];
    if (previous !== undefined && isCaptionAgain(previous.text, unit.text)) {
      repairs.push({ code: 'doubled-caption', line: unit.line, detail: unit.text });
    } else {
      kept.push(unit);
    }
  }
  return kept;
}

function isCaptionAgain(before: string, text: string): boolean {
  const photo = readPhotoLine(before);
  if (photo === null) return false;
  const words = withoutDash(text);
  return words === withoutDash(before) || words === withoutDash(photo.caption);
}

/** A line as it would be printed, so that lines which print alike are alike. */
function withoutDash(text: string): string {
  const photo = readPhotoLine(text);
  const line = photo === null ? text : `${photo.caption} [${photo.credit}]`;
  return line.replace(/\s+/g, ' ');
}

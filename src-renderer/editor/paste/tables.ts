import { inColumns, spanFrom, tableBounds, tableParts, type Span } from '@domain/document/table';

/** What stands in a cell: nothing, an element, or those of cells that are one for want of columns. */
export type PastedCell = readonly Element[];

/** A table of figures or words, as it is pasted. */
export type PastedTable = {
  readonly title: Element | null;
  /** More than one where it has more rows than a table may have. */
  readonly parts: readonly (readonly (readonly PastedCell[])[])[];
  /** Whether the first row names the columns. */
  readonly header: boolean;
  /** Whether cells went over others, or there were too many. */
  readonly simplified: boolean;
};

/** What a table of figures or words has in no cell. */
const laidOut = 'table,ul,ol,blockquote,img,h1,h2,h3,h4,h5,h6';
/** The same, unless it has several rows of several cells. */
const parted = 'p+p,div+div';

/** The rows of a table, not those of tables within it. */
export function rowsOf(table: Element): readonly Element[] {
  return [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
}

/** Whether a table has tables in cells beside others: what is pasted of it is their words. */
export function holdsTables(table: Element): boolean {
  return table.querySelector('table') !== null && rowsOf(table).some((row) => filled(row) > 1);
}

/** A table as one of figures or words; null where it only lays out what stands in it. */
export function pastedTable(table: Element): PastedTable | null {
  const rows = rowsOf(table).filter(({ children }) => children.length > 0);
  const cells = rows.flatMap(({ children }) => [...children]);
  const isData = rows.some((row) => filled(row) > 1);
  if (!isData || cells.some((cell) => cell.querySelector(laidOut) !== null)) return null;
  const several = rows.filter(({ children }) => children.length > 1).length > 1;
  if (!several && cells.some((cell) => cell.querySelector(parted) !== null)) return null;
  const grid = inColumns(
    rows.map(({ children }) => [...children]),
    spanOf,
  );
  const spans = cells.map(spanOf);
  const isSpread = spans.some(({ across, down }) => across > 1 || down > 1);
  const isTooWide = grid.some(({ length }) => length > tableBounds.columns);
  const [first] = rows;
  return {
    title: table.querySelector(':scope > caption'),
    parts: tableParts(grid.map(withinBounds)),
    header: first !== undefined && namesColumns(first),
    simplified: isSpread || isTooWide || rows.length > tableBounds.rows,
  };
}

function filled(row: Element): number {
  return [...row.children].filter(({ textContent }) => textContent.trim() !== '').length;
}

function spanOf(cell: Element): Span {
  return {
    across: spanFrom(cell.getAttribute('colspan') ?? '', 'columns'),
    down: spanFrom(cell.getAttribute('rowspan') ?? '', 'rows'),
  };
}

function namesColumns(row: Element): boolean {
  const isInHead = row.parentElement?.localName === 'thead';
  return isInHead || [...row.children].every(({ localName }) => localName === 'th');
}

function withinBounds(row: readonly (Element | null)[]): readonly PastedCell[] {
  const cells = row.map((cell) => (cell === null ? [] : [cell]));
  const { columns } = tableBounds;
  if (cells.length <= columns) return cells;
  const rest = cells.slice(columns - 1).flat();
  return [
    ...cells.slice(0, columns - 1),
    rest.filter(({ textContent }) => textContent.trim() !== ''),
  ];
}

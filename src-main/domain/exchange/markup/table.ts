import type { Node } from 'prosemirror-model';
import { takeSchema } from '../../document/schema';
import { tableBounds, tableNode, tableParts } from '../../document/table';
import type { Repairs } from '../repair';
import {
  attribute,
  classesOf,
  descendants,
  elementsOf,
  lineNumber,
  type MarkupElement,
} from './tree';

/** What stands in a cell, as inline nodes. */
type Inline = readonly Node[];

/** What a table of figures or words has in no cell. */
const laidOut =
  'table nitf-table ul ol menu blockquote bq h1 h2 h3 h4 h5 h6 hl1 hl2 figure media picture img hr pre'.split(
    ' ',
  );

/** The class that says a table is one of figures or words, however few its columns. */
export const dataTable = 'data';

/** Whether a table only lays out what stands in it, as those of mails and old pages do. */
export function isLayout(table: MarkupElement): boolean {
  if (classesOf(table).includes(dataTable)) return false;
  const rows = rowsOf(table).map(cellsOf);
  const isNested = rows.flat().some((cell) => descendants(cell, 'table').length > 0);
  if (isNested) return true;
  if (rows.flat().some(({ name }) => name === 'th')) return false;
  if (rows.every(({ length }) => length < 2)) return true;
  return rows.flat().some((cell) => laidOut.some((name) => descendants(cell, name).length > 0));
}

/**
 * The blocks of a table of figures or words: it itself, or several where it has more rows than one may
 * have, after its title. Cells that span others get empty ones beside and below them; the cells of
 * too many columns are joined in the last. Both are told. A table without words is none.
 *
 * @param inline reads what stands in a cell
 */
export function readTable(
  table: MarkupElement,
  repairs: Repairs,
  inline: (cell: MarkupElement) => Inline,
): readonly Node[] {
  const { nodes } = takeSchema;
  const [caption] = elementsOf(table, 'caption');
  const title = caption === undefined ? [] : inline(caption);
  const blocks = title.length === 0 ? [] : [nodes.paragraph.create(null, title)];
  const elements = rowsOf(table).filter((row) => cellsOf(row).length > 0);
  const grid = gridOf(elements.map(cellsOf), inline);
  const rows = grid.rows.map(withinBounds);
  if (rows.every((row) => row.every(({ length }) => length === 0))) return blocks;
  const isTooWide = grid.rows.some(({ length }) => length > tableBounds.columns);
  if (grid.spans || isTooWide || rows.length > tableBounds.rows) {
    repairs.add('table-simplified', String(rows.length), lineNumber(table));
  }
  const named = elements[0] !== undefined && namesColumns(elements[0], table);
  // Markdown cannot leave the names of columns out; it leaves them empty.
  const isNameless = named && rows.length > 1 && rows[0]?.every(({ length }) => length === 0);
  const parts = tableParts(isNameless === true ? rows.slice(1) : rows);
  const tables = parts.map((part, index) =>
    tableNode(part, named && isNameless !== true && index === 0),
  );
  return [...blocks, ...tables];
}

/** The rows of a table, not those of tables within it. */
export function rowsOf(element: MarkupElement): readonly MarkupElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === 'tr') return [child];
    const isGroup = ['thead', 'tbody', 'tfoot'].includes(child.name);
    const isInner = element.name === 'nitf-table' && child.name === 'table';
    return isGroup || isInner ? rowsOf(child) : [];
  });
}

/** The cells of a row. */
export function cellsOf(row: MarkupElement): readonly MarkupElement[] {
  return elementsOf(row).filter(({ name }) => name === 'td' || name === 'th');
}

function namesColumns(row: MarkupElement, table: MarkupElement): boolean {
  const [head] = descendants(table, 'thead');
  const isInHead = head !== undefined && elementsOf(head, 'tr').includes(row);
  return isInHead || cellsOf(row).every(({ name }) => name === 'th');
}

type Grid = { readonly rows: readonly (readonly Inline[])[]; readonly spans: boolean };

/** The cells in their columns, as HTML places them: each where the first room is. */
function gridOf(
  rows: readonly (readonly MarkupElement[])[],
  inline: (cell: MarkupElement) => Inline,
): Grid {
  /** For each column, how many rows it is taken for by a cell above. */
  let taken: readonly number[] = [];
  let spans = false;
  const placed = rows.map((cells) => {
    const row: Inline[] = [];
    const below: number[] = [];
    const skipTaken = (): void => {
      while ((taken[row.length] ?? 0) > 0) {
        below[row.length] = (taken[row.length] ?? 0) - 1;
        row.push([]);
      }
    };
    for (const cell of cells) {
      skipTaken();
      const [across, down] = [span(cell, 'colspan'), span(cell, 'rowspan')];
      spans ||= across > 1 || down > 1;
      for (let at = 0; at < across; at += 1) {
        below[row.length] = down - 1;
        row.push(at === 0 ? inline(cell) : []);
      }
    }
    skipTaken();
    taken = below;
    return row;
  });
  return { rows: placed, spans };
}

/** Over how many columns or rows a cell goes; no more than a table has. */
function span(cell: MarkupElement, name: 'colspan' | 'rowspan'): number {
  const most = name === 'colspan' ? tableBounds.columns : tableBounds.rows;
  const given = Number.parseInt(attribute(cell, name), 10);
  return Number.isNaN(given) ? 1 : Math.min(most, Math.max(1, given));
}

function withinBounds(row: readonly Inline[]): readonly Inline[] {
  const { columns } = tableBounds;
  if (row.length <= columns) return row;
  const rest = row.slice(columns - 1).filter(({ length }) => length > 0);
  const joined = rest.flatMap((cell, index) =>
    index === 0 ? cell : [takeSchema.text(' | '), ...cell],
  );
  return [...row.slice(0, columns - 1), joined];
}

import { tableBounds } from '../document/table';

/*
 * Tables in the wire form: a line for each row, `| a | b |`; under the names of columns a line of
 * `---`. A pipe in a cell is written `\|`; a backslash before anything else is itself.
 */

/** A row of a table as a line; line breaks and outer white space are not for a cell. */
export function printRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** The line under the names of columns. */
export function printHeaderRule(columns: number): string {
  return printRow(Array.from({ length: columns }, () => '---'));
}

/** The cells of a line that is a row of a table, or null. */
export function readRow(line: string): readonly string[] | null {
  if (!line.startsWith('|') || line.length < 2) return null;
  const cells: string[] = [];
  let cell = '';
  for (let at = 1; at < line.length; at += 1) {
    const sign = line.charAt(at);
    if (sign === '\\' && line.charAt(at + 1) === '|') {
      cell += '|';
      at += 1;
    } else if (sign === '|') {
      cells.push(cell.trim());
      cell = '';
    } else cell += sign;
  }
  const isEnded = cell === '' && cells.length > 0;
  return isEnded && cells.length <= tableBounds.columns ? cells : null;
}

/** Whether cells are those of the line under the names of columns. */
export function isHeaderRule(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '---');
}

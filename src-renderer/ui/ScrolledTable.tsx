import type { ReactNode } from 'react';
import { cx } from './cx';
import styles from './ScrolledTable.module.css';

/** A table that scrolls within its place, its head staying in sight; each row begins with its own heading. */
export function ScrolledTable({
  label,
  columns,
  holds,
  children,
}: {
  readonly label: string;
  /** What stands at the head of each column. */
  readonly columns: readonly string[];
  /** Numbers stand under one another at the right. */
  readonly holds: 'numbers' | 'words';
  /** Its rows. */
  readonly children: ReactNode;
}) {
  return (
    <div
      role="region"
      aria-label={label}
      // Reached by the keyboard because it scrolls.
      tabIndex={0}
      className={styles['scroll']}
    >
      <table className={cx(styles['table'], holds === 'numbers' && styles['numbers'])}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

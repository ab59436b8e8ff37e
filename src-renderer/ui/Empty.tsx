import type { ReactNode } from 'react';
import styles from './controls.module.css';

/** What an empty pane is for, and the next step. */
export function Empty({
  title,
  text,
  children,
}: {
  readonly title?: string;
  readonly text: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className={styles['empty']}>
      {title !== undefined && <h2 className={styles['emptyTitle']}>{title}</h2>}
      <p>{text}</p>
      {children !== undefined && <div className={styles['actions']}>{children}</div>}
    </div>
  );
}

import type { ReactNode } from 'react';
import styles from './controls.module.css';

/** What an empty pane is for, and the next step. */
export function Empty({
  title,
  level: Heading = 'h2',
  text,
  children,
}: {
  readonly title?: string;
  readonly level?: 'h1' | 'h2';
  readonly text: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className={styles['empty']}>
      {title !== undefined && <Heading className={styles['emptyTitle']}>{title}</Heading>}
      <p>{text}</p>
      {children !== undefined && <div className={styles['actions']}>{children}</div>}
    </div>
  );
}

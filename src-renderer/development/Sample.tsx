import type { ReactNode } from 'react';
import styles from './gallery.module.css';

/** A component of the gallery in its states. */
export function Sample({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ReactNode;
}) {
  return (
    <section aria-label={name} className={styles['sample']}>
      <h2>{name}</h2>
      <div className={styles['states']}>{children}</div>
    </section>
  );
}

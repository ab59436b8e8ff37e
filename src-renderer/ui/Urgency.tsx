import { cx } from './cx';
import styles from './Urgency.module.css';

const shapes: Readonly<Record<number, string>> = { 1: 'one', 2: 'two', 3: 'three' };

/** The shape of a high urgency (1 to 3) beside its number: triangle, square, diamond. */
export function UrgencyShape({ urgency }: { readonly urgency: number }) {
  const shape = shapes[urgency];
  if (shape === undefined) return null;
  return <span aria-hidden="true" className={cx(styles['mark'], styles[shape])} />;
}

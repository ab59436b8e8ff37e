import { TriangleAlert } from 'lucide-react';
import type { AppError } from '@contract/errors';
import { useErrorText } from './errorText';
import styles from './controls.module.css';

/** An error, told at once to assistive technology. */
export function ErrorNote({ error }: { readonly error: AppError }) {
  const text = useErrorText();
  return (
    <p role="alert" className={styles['error']}>
      <TriangleAlert aria-hidden="true" />
      <span>{text(error)}</span>
    </p>
  );
}

import { X } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { cx } from './cx';
import { IconButton } from './Button';
import { useLocale } from './i18n/Locale';
import styles from './Dialog.module.css';

/**
 * A dialog over the desk. The platform's own modal dialog keeps the focus in it, closes it on
 * Escape, and gives the focus back to where it was. The element with `data-autofocus` gets it first.
 */
export function Dialog({
  title,
  size = 'plain',
  onClose,
  footer,
  children,
}: {
  readonly title: string;
  readonly size?: 'plain' | 'wide' | 'full' | 'window';
  readonly onClose: () => void;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}) {
  const { t } = useLocale();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return undefined;
    const giveBackCaret = caretNow();
    element.showModal();
    const first = element.querySelector<HTMLElement>('[data-autofocus]:not(:disabled)');
    (first ?? element).focus();
    return () => {
      element.close();
      giveBackCaret();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      aria-labelledby={titleId}
      className={cx(styles['dialog'], size !== 'plain' && styles[size])}
      onCancel={(event) => {
        event.preventDefault();
        close.current();
      }}
    >
      <header className={styles['head']}>
        <h2 id={titleId} className={styles['title']}>
          {title}
        </h2>
        <IconButton label={t('common.close')} onClick={() => close.current()}>
          <X aria-hidden="true" />
        </IconButton>
      </header>
      <div className={styles['body']}>{children}</div>
      {footer !== undefined && <footer className={styles['foot']}>{footer}</footer>}
    </dialog>
  );
}

/**
 * Remembers where the caret is, and gives what puts it back there. The dialog gives the focus back to a
 * text, but not the caret that a field of its own took away: keys would go nowhere.
 */
function caretNow(): () => void {
  const selection = getSelection();
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? {};
  return () => {
    if (selection == null || anchorNode == null || focusNode == null) return;
    const { activeElement } = document;
    const isThere = activeElement?.contains(anchorNode) === true;
    if (!isThere || activeElement.contains(selection.anchorNode)) return;
    selection.setBaseAndExtent(anchorNode, anchorOffset ?? 0, focusNode, focusOffset ?? 0);
  };
}

import { useState } from 'react';
import { showDialog } from '../../state/desk';
import { importText } from '../../state/imports';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { cx } from '../../ui/cx';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Imports.module.css';

/** Where a text is pasted by hand when the clipboard may not be read. */
export function PasteDialog() {
  const { t, format } = useLocale();
  const [text, setText] = useState('');
  const confirm = (): void => {
    showDialog(null);
    void importText(text, t('import.pasted-name', { time: format.clock(Date.now()) }));
  };
  return (
    <Dialog
      size="wide"
      title={t('import.paste.title')}
      onClose={() => showDialog(null)}
      footer={
        <>
          <Button onClick={() => showDialog(null)}>{t('common.cancel')}</Button>
          <Button look="primary" disabled={text.trim() === ''} onClick={confirm}>
            {t('import.paste.confirm')}
          </Button>
        </>
      }
    >
      <Field label={t('import.paste.label')} hint={t('import.paste.hint')}>
        {(ids) => (
          <textarea
            {...ids}
            className={cx(ids.className, styles['area'])}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}

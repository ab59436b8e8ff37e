import { useState } from 'react';
import { nameOf, nameParts, patternFault } from '@domain/exchange/naming';
import { deliveryFormats, type DeliveryFormat } from '@contract/deliveries';
import type { RequestOf } from '@contract/requests';
import { chooseFolder } from '../../state/deliveries';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Deliveries.module.css';

/** A folder as it is asked for. */
export type FolderGiven = Readonly<RequestOf<'delivery.save-folder'>>;

/** What an example of a file name is made of. */
const example = {
  slug: 'VALDANE-PONT',
  id: '01890000-0000-7000-8000-0000001f7a3c',
  take: 2,
  kind: 'update',
  language: 'fr',
  urgency: 3,
  desk: 'FRA',
  date: '20170502',
  time: '211400',
};

/** The last part of a path, which most often is the name one would give the folder. */
function lastPart(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path;
}

/** Where a folder is, what is written to it and how it is named. */
export function FolderForm({
  folder,
  onCancel,
  onSave,
}: {
  readonly folder: FolderGiven;
  readonly onCancel: () => void;
  readonly onSave: (folder: FolderGiven) => void;
}) {
  const { t } = useLocale();
  const [given, setGiven] = useState(folder);
  const set = (part: Partial<FolderGiven>): void => setGiven({ ...given, ...part });
  const { name, path, pattern, formats } = given;
  const choose = async (): Promise<void> => {
    const chosen = await chooseFolder();
    if (chosen !== null) set({ path: chosen, name: name === '' ? lastPart(chosen) : name });
  };
  const toggle = (format: DeliveryFormat, on: boolean): void =>
    set({
      formats: deliveryFormats.filter((one) => (one === format ? on : formats.includes(one))),
    });
  const parts = nameParts.map((part) => `{${part}}`).join(' ');
  const isExample = patternFault(pattern) === null;
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        onSave(given);
      }}
    >
      <div className={styles['row']}>
        <span className={styles['path']}>
          {t('delivery.path')} {path === '' ? t('delivery.no-path') : path}
        </span>
        <Button onClick={() => void choose()}>{t('folders.choose')}</Button>
      </div>
      <Field label={t('delivery.name')}>
        {(ids) => (
          <input
            {...ids}
            maxLength={120}
            value={name}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
      <Formats formats={formats} toggle={toggle} />
      <Field
        label={t('delivery.pattern')}
        hint={t('delivery.pattern-hint', { parts, take: '{take}' })}
      >
        {(ids) => (
          <input
            {...ids}
            maxLength={200}
            spellCheck={false}
            value={pattern}
            onChange={(event) => set({ pattern: event.target.value })}
          />
        )}
      </Field>
      {isExample && (
        <p className={styles['explain']}>
          {t('delivery.pattern-example', { name: nameOf(pattern, example) })}
        </p>
      )}
      <div className={styles['actions']}>
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
        <Button
          look="primary"
          type="submit"
          disabled={path === '' || formats.length === 0 || pattern.trim() === ''}
        >
          {t('delivery.save')}
        </Button>
      </div>
    </form>
  );
}

function Formats({
  formats,
  toggle,
}: {
  readonly formats: readonly DeliveryFormat[];
  readonly toggle: (format: DeliveryFormat, on: boolean) => void;
}) {
  const { t } = useLocale();
  return (
    <fieldset className={styles['formats']}>
      <legend>{t('delivery.formats')}</legend>
      {deliveryFormats.map((format) => (
        <label key={format} className={styles['check']}>
          <input
            type="checkbox"
            checked={formats.includes(format)}
            onChange={(event) => toggle(format, event.target.checked)}
          />
          {t(`format.write.${format}`)}
        </label>
      ))}
    </fieldset>
  );
}

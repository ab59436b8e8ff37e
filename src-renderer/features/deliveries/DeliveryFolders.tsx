import { useState } from 'react';
import { plainPattern } from '@domain/exchange/naming';
import type { DeliveryFolder } from '@contract/deliveries';
import { Button } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';
import { FolderForm, type FolderGiven } from './FolderForm';
import type { ChangeFolders } from './FoldersDialog';
import styles from './Deliveries.module.css';

const emptyFolder: FolderGiven = {
  id: null,
  name: '',
  path: '',
  formats: ['nitf'],
  pattern: plainPattern,
  active: true,
};

/** The folders that are delivered to, and adding one or changing it. */
export function DeliveryFolders({
  folders,
  change,
}: {
  readonly folders: readonly DeliveryFolder[];
  readonly change: ChangeFolders;
}) {
  const { t } = useLocale();
  const [edited, setEdited] = useState<FolderGiven | null>(null);
  const save = async (folder: FolderGiven): Promise<void> => {
    if (await change('delivery.save-folder', { ...folder, formats: [...folder.formats] })) {
      setEdited(null);
    }
  };
  return (
    <>
      {folders.length === 0 ? (
        <p>{t('delivery.none')}</p>
      ) : (
        <ul aria-label={t('delivery.list')} className={styles['list']}>
          {folders.map((folder) => (
            <li key={folder.id}>
              <FolderRow folder={folder} change={change} onChange={() => setEdited(folder)} />
            </li>
          ))}
        </ul>
      )}
      {edited === null ? (
        <Button writes className={styles['add']} onClick={() => setEdited(emptyFolder)}>
          {t('delivery.add')}
        </Button>
      ) : (
        <FolderForm
          key={edited.id ?? 'new'}
          folder={edited}
          onCancel={() => setEdited(null)}
          onSave={(folder) => void save(folder)}
        />
      )}
    </>
  );
}

function FolderRow({
  folder,
  change,
  onChange,
}: {
  readonly folder: DeliveryFolder;
  readonly change: ChangeFolders;
  readonly onChange: () => void;
}) {
  const { t } = useLocale();
  const [asked, setAsked] = useState(false);
  const { id, name, path, formats, active } = folder;
  return (
    <>
      <div className={styles['row']}>
        <label className={styles['check']}>
          <input
            type="checkbox"
            aria-label={t('delivery.active', { name })}
            checked={active}
            onChange={(event) =>
              void change('delivery.save-folder', { ...folder, active: event.target.checked })
            }
          />
          <span>
            <strong>{name}</strong>{' '}
            <small>{formats.map((format) => t(`format.write.${format}`)).join(', ')}</small>
            <span className={styles['path']}>{path}</span>
          </span>
        </label>
        <Button
          look="quiet"
          aria-label={t('delivery.change-which', { name })}
          onClick={onChange}
          writes
        >
          {t('delivery.change')}
        </Button>
        <Button
          look="quiet"
          aria-label={t('delivery.remove-which', { name })}
          onClick={() => setAsked(true)}
          writes
        >
          {t('delivery.remove')}
        </Button>
      </div>
      {asked && (
        <div
          role="group"
          aria-label={t('delivery.remove-which', { name })}
          className={styles['asked']}
        >
          <p>{t('delivery.remove-text', { name })}</p>
          <Button onClick={() => setAsked(false)}>{t('common.cancel')}</Button>
          <Button look="danger" onClick={() => void change('delivery.remove-folder', { id })}>
            {t('delivery.remove')}
          </Button>
        </div>
      )}
    </>
  );
}

import { useState } from 'react';
import type { AppError } from '@contract/errors';
import type { RequestOf } from '@contract/requests';
import { showDialog } from '../../state/desk';
import { changeDeliveries, useDeliveries, useWireIn } from '../../state/deliveries';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { useLocale } from '../../ui/i18n/Locale';
import { DeliveryFolders } from './DeliveryFolders';
import { Queue } from './Queue';
import { WireInFolder } from './WireInFolder';
import styles from './Deliveries.module.css';

/** The changes of this dialog, each of a channel of its own. */
export type ChangeFolders = <C extends Parameters<typeof changeDeliveries>[0]>(
  channel: C,
  request: RequestOf<C>,
) => Promise<boolean>;

/** The folders by which words come in and go out by themselves, and what is yet to go. */
export function FoldersDialog() {
  const { t } = useLocale();
  const { data: deliveries } = useDeliveries();
  const { data: wireIn } = useWireIn();
  const [error, setError] = useState<AppError | null>(null);
  const change: ChangeFolders = async (channel, request) => {
    const failed = await changeDeliveries(channel, request);
    setError(failed);
    return failed === null;
  };
  return (
    <Dialog
      size="wide"
      title={t('folders.title')}
      onClose={() => showDialog(null)}
      footer={
        <Button data-autofocus="" onClick={() => showDialog(null)}>
          {t('common.close')}
        </Button>
      }
    >
      {error !== null && <ErrorNote error={error} />}
      {wireIn !== undefined && <WireInFolder wireIn={wireIn} change={change} />}
      {deliveries !== undefined && (
        <>
          <section aria-label={t('delivery.title')} className={styles['section']}>
            <h3>{t('delivery.title')}</h3>
            <p className={styles['explain']}>{t('delivery.explain')}</p>
            <DeliveryFolders folders={deliveries.folders} change={change} />
          </section>
          <Queue deliveries={deliveries} change={change} />
        </>
      )}
    </Dialog>
  );
}

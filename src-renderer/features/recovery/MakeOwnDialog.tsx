import { openArchive } from '../../state/archive';
import { showDialog } from '../../state/desk';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useLocale } from '../../ui/i18n/Locale';

/** Asks before a copy becomes an archive of its own: from then on the two go their own ways. */
export function MakeOwnDialog() {
  const { t } = useLocale();
  return (
    <Dialog
      title={t('make-own.title')}
      onClose={() => showDialog(null)}
      footer={
        <>
          <Button data-autofocus="" onClick={() => showDialog(null)}>
            {t('common.cancel')}
          </Button>
          <Button
            look="primary"
            onClick={() => {
              showDialog(null);
              void openArchive('archive.make-own');
            }}
          >
            {t('make-own.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('make-own.text')}</p>
    </Dialog>
  );
}

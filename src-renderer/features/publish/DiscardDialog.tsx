import type { DispatchModel } from '@contract/models';
import { showDialog } from '../../state/desk';
import { discardDraft } from '../../state/drafts';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useLocale } from '../../ui/i18n/Locale';

/** Asks before a draft is thrown away, saying what goes and what stays. */
export function DiscardDialog({ dispatch }: { readonly dispatch: DispatchModel }) {
  const { t } = useLocale();
  const text = dispatch.takes.length === 0 ? 'discard.text-report' : 'discard.text';
  return (
    <Dialog
      title={t('discard.title')}
      onClose={() => showDialog(null)}
      footer={
        <>
          <Button data-autofocus="" onClick={() => showDialog(null)}>
            {t('common.cancel')}
          </Button>
          <Button look="danger" onClick={() => void discardDraft(dispatch)}>
            {t('discard.confirm')}
          </Button>
        </>
      }
    >
      <p>{t(text)}</p>
    </Dialog>
  );
}

import { changeQuotation, leaveQuotation, useQuotationAsked } from '../../state/quotations';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useLocale } from '../../ui/i18n/Locale';

/** Asks before quoted words are changed; asked once a draft. */
export function QuotationDialog() {
  const { t } = useLocale();
  const asked = useQuotationAsked((state) => state.asked);
  if (asked === null) return null;
  const words = asked.words.exact;
  return (
    <Dialog
      title={t('quotation.title')}
      onClose={leaveQuotation}
      footer={
        <>
          <Button data-autofocus="" onClick={leaveQuotation}>
            {t('quotation.leave')}
          </Button>
          <Button
            look="danger"
            onClick={() => void changeQuotation(t('quotation.changed', { words }))}
          >
            {t('quotation.change')}
          </Button>
        </>
      }
    >
      <blockquote>{t('note.quote', { words })}</blockquote>
      <p>{t('quotation.text')}</p>
    </Dialog>
  );
}

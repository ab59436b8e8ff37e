import { CircleCheck, Info, TriangleAlert, X } from 'lucide-react';
import { useEffect } from 'react';
import { dismiss, useToasts, type Offer, type Toast } from '../state/toasts';
import { Button, IconButton } from '../ui/Button';
import { cx } from '../ui/cx';
import { errorText } from '../ui/errorText';
import { useLocale } from '../ui/i18n/Locale';
import styles from './App.module.css';

const icons = { plain: Info, good: CircleCheck, bad: TriangleAlert };
/** Long enough to read twice; what went wrong stays until it is dismissed. */
const shownFor = 8_000;
/** What offers something stays for as long as it takes to decide and get there. */
const offeredFor = 30_000;

/** What was just done, or could not be; each can be dismissed. */
export function Toasts() {
  const { t } = useLocale();
  const { toasts } = useToasts();
  return (
    <div
      role="status"
      aria-live="polite"
      aria-label={t('toast.label')}
      className={styles['toasts']}
      data-screen-only=""
    >
      {toasts.map((toast) => (
        <ToastView key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastView({ toast }: { readonly toast: Toast }) {
  const locale = useLocale();
  const { t } = locale;
  const Icon = icons[toast.tone];
  useEffect(() => {
    if (toast.tone === 'bad') return undefined;
    const time = toast.offers === undefined ? shownFor : offeredFor;
    const timer = setTimeout(() => dismiss(toast.id), time);
    return () => clearTimeout(timer);
  }, [toast]);
  return (
    <div className={cx(styles['toast'], styles[toast.tone])}>
      <Icon aria-hidden="true" />
      <div className={styles['said']}>
        <p>{'error' in toast ? errorText(locale, toast.error) : t(toast.key, toast.values)}</p>
        {toast.offers !== undefined && (
          <div className={styles['offers']}>
            {toast.offers.map((offer) => (
              <OfferButton key={offer.label} id={toast.id} offer={offer} />
            ))}
          </div>
        )}
      </div>
      <IconButton label={t('common.dismiss')} onClick={() => dismiss(toast.id)}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  );
}

function OfferButton({ id, offer }: { readonly id: number; readonly offer: Offer }) {
  const { t } = useLocale();
  return (
    <Button
      onClick={() => {
        dismiss(id);
        offer.run();
      }}
    >
      {t(offer.label)}
    </Button>
  );
}

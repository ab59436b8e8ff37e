import type { StyleMark } from '@domain/style/marks';
import { addWords, leaveMark } from '../../state/style';
import { Button } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';

/** What is done about a mark without changing a word: it is left, or its word is one of the desk's. */
export function LeaveMark({ mark }: { readonly mark: StyleMark }) {
  const { t } = useLocale();
  return (
    <>
      <Button
        look="quiet"
        writes
        title={t('style.leave-title')}
        onClick={() => void leaveMark(mark, true)}
      >
        {t('style.leave')}
      </Button>
      {mark.kind === 'spelling' && (
        <Button look="quiet" onClick={() => void addWords(mark, 'words')}>
          {t('style.add-words')}
        </Button>
      )}
    </>
  );
}

import { Chooser } from './Chooser';
import styles from './Chooser.module.css';
import { useLocale } from './i18n/Locale';

/** Chooses a dispatch by the beginnings of words of its slug or headline. */
export function DispatchChooser({
  found,
  onText,
  onChoose,
  onClose,
}: {
  readonly found: readonly {
    readonly id: string;
    readonly slug: string;
    readonly headline: string;
  }[];
  readonly onText: (text: string) => void;
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useLocale();
  return (
    <Chooser
      title={t('quick.title')}
      label={t('quick.label')}
      empty={t('quick.none')}
      items={found.map(({ id, slug, headline }) => ({
        key: id,
        content: (
          <>
            <span className={styles['headline']}>{headline || t('wire.untitled')}</span>
            <span className={styles['slug']}>{slug}</span>
          </>
        ),
      }))}
      onText={onText}
      onChoose={onChoose}
      onClose={onClose}
    />
  );
}

import type { FoundText } from '@contract/find';
import { openDispatch, showDialog, useDesk } from '../../state/desk';
import { appendDraftTo } from '../../state/drafts';
import { Button } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';
import { ShownWords } from '../../ui/PlaceWords';
import styles from './Find.module.css';

/** The texts in which words were found: drafts to be chosen, and what is published, to be corrected. */
export function FoundTexts({
  found,
  quotedToo,
  left,
  onLeave,
}: {
  readonly found: readonly FoundText[];
  readonly quotedToo: boolean;
  /** The drafts that are left as they are. */
  readonly left: ReadonlySet<string>;
  readonly onLeave: (id: string, leaves: boolean) => void;
}) {
  const { t } = useLocale();
  return (
    <ul aria-label={t('everywhere.list')} className={styles['list']}>
      {found.map((text) => (
        <li key={text.id} className={styles['text']}>
          {text.on === 'draft' ? (
            <DraftHead
              text={text}
              quotedToo={quotedToo}
              chosen={!left.has(text.id)}
              onChoose={(chooses) => onLeave(text.id, !chooses)}
            />
          ) : (
            <TakeHead text={text} />
          )}
          <ul className={styles['places']}>
            {text.places.map(({ before, words, after, quoted }, index) => (
              <li key={`${index} ${before}`} data-quoted={quoted || undefined}>
                <ShownWords
                  before={before}
                  words={words}
                  after={after}
                  stays={quoted && !quotedToo && text.on === 'draft'}
                />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function useTitle({ headline, slug }: FoundText): string {
  const { t } = useLocale();
  const title = headline === '' ? t('wire.untitled') : headline;
  return slug === '' ? title : `${slug} · ${title}`;
}

function DraftHead({
  text,
  quotedToo,
  chosen,
  onChoose,
}: {
  readonly text: FoundText;
  readonly quotedToo: boolean;
  readonly chosen: boolean;
  readonly onChoose: (chooses: boolean) => void;
}) {
  const { t } = useLocale();
  const title = useTitle(text);
  const count = quotedToo ? text.count : text.count - text.quoted;
  return (
    <div className={styles['head']}>
      <label className={styles['check']}>
        <input
          type="checkbox"
          disabled={count === 0}
          checked={chosen && count > 0}
          onChange={(event) => onChoose(event.target.checked)}
        />
        <strong>{title}</strong>
      </label>
      <span>{t('everywhere.draft', { kind: t(`kind.${text.kind}`), count })}</span>
      <Button look="quiet" aria-label={t('everywhere.open-named', { title })} onClick={open(text)}>
        {t('common.open')}
      </Button>
    </div>
  );
}

/** Published text stays as it is: a correction puts it right. */
function TakeHead({ text }: { readonly text: FoundText }) {
  const { t } = useLocale();
  const title = useTitle(text);
  const correct = (): void => {
    showDialog(null);
    void appendDraftTo(text.dispatchId, 'correction', text.id);
  };
  return (
    <div className={styles['head']}>
      <strong>{title}</strong>
      <span>{t('everywhere.take', { kind: t(`kind.${text.kind}`), count: text.count })}</span>
      <div className={styles['acts']}>
        <Button
          look="quiet"
          aria-label={t('everywhere.open-named', { title })}
          onClick={open(text)}
        >
          {t('common.open')}
        </Button>
        <Button
          writes
          look="quiet"
          aria-label={t('everywhere.correct-named', { title })}
          onClick={correct}
        >
          {t('everywhere.correct')}
        </Button>
      </div>
    </div>
  );
}

function open({ dispatchId }: FoundText): () => void {
  return () => {
    showDialog(null);
    useDesk.setState({ mode: 'wire' });
    openDispatch(dispatchId);
  };
}

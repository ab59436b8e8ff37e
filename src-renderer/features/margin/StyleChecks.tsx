import { useState } from 'react';
import type { DispatchModel } from '@contract/models';
import type { MarkKind, StyleMark } from '@domain/style/marks';
import { call } from '../../bridge/bridge';
import { refresh } from '../../state/queries';
import { fixMark, leaveMark, showMark, useFixes, useStyle } from '../../state/style';
import { sayError } from '../../state/toasts';
import { Button } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';
import { styleText } from '../../ui/styleText';
import details from './Details.module.css';
import { LeaveMark } from './LeaveMark';
import styles from './StyleChecks.module.css';

/** What is listed together. */
const groups = {
  spelling: ['spelling'],
  signs: ['repeated', 'unpaired', 'spaces'],
  names: ['house', 'consistency'],
  number: ['number'],
  day: ['day'],
  date: ['date'],
} as const satisfies Readonly<Record<string, readonly MarkKind[]>>;
type Group = keyof typeof groups;
const order: readonly Group[] = ['spelling', 'day', 'names', 'signs', 'number', 'date'];

/** What the checks found in the words of the draft, each with its fix or leave to stay. */
export function StyleChecks({ dispatch }: { readonly dispatch: DispatchModel }) {
  const { t } = useLocale();
  const findings = useStyle((style) => style.findings);
  if (findings === null) return null;
  const { shown, left, waiting, spelled, language } = findings;
  return (
    <section className={details['section']} aria-label={t('style.title')}>
      <h3 className={details['title']}>{t('style.title')}</h3>
      {!spelled && <p role="alert">{t('style.unspelled')}</p>}
      {language !== null && language !== dispatch.language && (
        <LanguageDiffers dispatch={dispatch} language={language} />
      )}
      {waiting > 0 ? (
        <p className={styles['quiet']}>{t('style.checking')}</p>
      ) : (
        shown.length === 0 && <p className={styles['quiet']}>{t('style.clear')}</p>
      )}
      {order.map((group) => (
        <MarkGroup key={group} group={group} marks={shown.filter((mark) => isIn(mark, group))} />
      ))}
      {left.length > 0 && <LeftMarks marks={left} />}
    </section>
  );
}

function isIn({ kind }: StyleMark, group: Group): boolean {
  const kinds: readonly MarkKind[] = groups[group];
  return kinds.includes(kind);
}

function LanguageDiffers({
  dispatch,
  language,
}: {
  readonly dispatch: DispatchModel;
  readonly language: 'fr' | 'en';
}) {
  const { t } = useLocale();
  const change = async (): Promise<void> => {
    const { id, slug, urgency, desk, agency, place } = dispatch;
    const wanted = { slug, language, urgency, desk, agency, place };
    const done = await call('dispatch.set-details', { id, details: wanted });
    if (done.ok) refresh([id]);
    else sayError(done.error);
  };
  return (
    <div className={styles['mark']}>
      <p>{t('style.language-differs', { language })}</p>
      <div className={styles['acts']}>
        <Button writes onClick={() => void change()}>
          {t('style.set-language', { language })}
        </Button>
      </div>
    </div>
  );
}

/** So many are shown at first: each costs the thread a question. */
const atFirst = 20;

function MarkGroup({
  group,
  marks,
}: {
  readonly group: Group;
  readonly marks: readonly StyleMark[];
}) {
  const { t, format } = useLocale();
  const [most, setMost] = useState(atFirst);
  if (marks.length === 0) return null;
  const more = marks.length - most;
  return (
    <section aria-label={t(`style.kind.${group}`)}>
      <h4 className={styles['kind']}>
        {t(`style.kind.${group}`)} <span>{format.number(marks.length)}</span>
      </h4>
      <ul>
        {marks.slice(0, most).map((mark, index) => (
          // The same words may be marked in several places.
          <MarkCard key={`${mark.words} ${index}`} mark={mark} />
        ))}
      </ul>
      {more > 0 && (
        <Button look="quiet" onClick={() => setMost(most + 5 * atFirst)}>
          {t('style.more', { count: more })}
        </Button>
      )}
    </section>
  );
}

/** More than these would crowd the card; the menu on the words has all. */
const fixesOnCard = 3;

function MarkCard({ mark }: { readonly mark: StyleMark }) {
  const { t, format } = useLocale();
  const fixes = useFixes(mark);
  return (
    <li className={styles['mark']}>
      <button
        type="button"
        className={styles['go']}
        title={t('style.go')}
        onClick={() => showMark(mark)}
      >
        {styleText(t, format, mark)}
      </button>
      {fixes === null && <p className={styles['quiet']}>{t('style.fixes-wait')}</p>}
      <div className={styles['acts']}>
        {(fixes ?? []).slice(0, fixesOnCard).map((fix) => (
          <Button
            key={fix}
            writes
            aria-label={t('style.fix', { fix: t('note.quote', { words: fix }) })}
            onClick={() => fixMark(mark, fix)}
          >
            {fix.trim() === '' ? t('style.fix-remove') : fix}
          </Button>
        ))}
        <LeaveMark mark={mark} />
      </div>
    </li>
  );
}

/** What was left as it is; it can be taken up again. */
function LeftMarks({ marks }: { readonly marks: readonly StyleMark[] }) {
  const { t } = useLocale();
  return (
    <details className={styles['left']}>
      <summary>{t('style.left', { count: marks.length })}</summary>
      <ul>
        {marks.map((mark, index) => (
          <li key={`${mark.kind} ${mark.words} ${index}`}>
            <span>{t('note.quote', { words: mark.words })}</span>
            <Button look="quiet" writes onClick={() => void leaveMark(mark, false)}>
              {t('style.take-up')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

import { useState } from 'react';
import type { DispatchModel, TakeModel } from '@contract/models';
import { correctable } from '@domain/record/carries';
import type { StyleMark } from '@domain/style/marks';
import type { PublishedFindings } from '../../editor/types';
import { useRunCommand } from '../../state/commands';
import { appendDraft } from '../../state/drafts';
import { usePublishedStyle } from '../../state/published-style';
import { useFixes } from '../../state/style';
import { say } from '../../state/toasts';
import { Button } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';
import { styleText } from '../../ui/styleText';
import details from './Details.module.css';
import { LeaveMark } from './LeaveMark';
import styles from './StyleChecks.module.css';

/** Spelling and style of what is published, when asked for: it is never changed, a correction is offered. */
export function PublishedStyle({ dispatch }: { readonly dispatch: DispatchModel }) {
  const { t } = useLocale();
  const run = useRunCommand();
  const on = usePublishedStyle((style) => style.on === dispatch.id);
  const found = usePublishedStyle((style) => style.takes);
  if (dispatch.takes.length === 0) return null;
  const known = dispatch.takes.map(({ id }) => found[id]?.findings);
  const waits = known.some((findings) => findings === undefined || findings.waiting > 0);
  const isClear = known.every((findings) => findings === undefined || told(findings).length === 0);
  const mayCorrect = correctable(dispatch.takes).map(({ id }) => id);
  return (
    <section className={details['section']} aria-label={t('style.published')}>
      <h3 className={details['title']}>{t('style.published')}</h3>
      <Button aria-pressed={on} command="style.published" onClick={() => run('style.published')}>
        {t(on ? 'style.published-end' : 'style.published-begin')}
      </Button>
      {on && waits && <p className={styles['quiet']}>{t('style.checking')}</p>}
      {on && !waits && isClear && <p className={styles['quiet']}>{t('style.published-clear')}</p>}
      {on &&
        dispatch.takes
          .toReversed()
          .map((take) => (
            <TakeMarks
              key={take.id}
              take={take}
              found={found[take.id]}
              mayCorrect={mayCorrect.includes(take.id)}
            />
          ))}
    </section>
  );
}

/** "Hier" is not to be put otherwise once it is published. */
function told({ shown }: PublishedFindings['findings']): readonly StyleMark[] {
  return shown.filter(({ kind }) => kind !== 'date');
}

/** So many are shown at first: each costs the thread of the dictionaries a question. */
const atFirst = 20;

function TakeMarks({
  take,
  found,
  mayCorrect,
}: {
  readonly take: TakeModel;
  readonly found: PublishedFindings | undefined;
  readonly mayCorrect: boolean;
}) {
  const { t, format } = useLocale();
  const [most, setMost] = useState(atFirst);
  const marks = found === undefined ? [] : told(found.findings);
  if (found === undefined || marks.length === 0) return null;
  const name = `${t(`take.published.${take.kind}`)}, ${format.stamp(take.stamp) ?? t('take.time-unknown')}`;
  return (
    <section aria-label={name}>
      <h4 className={styles['kind']}>
        {name} <span>{format.number(marks.length)}</span>
      </h4>
      <ul>
        {marks.slice(0, most).map((mark, index) => (
          <PublishedMark key={`${mark.words} ${index}`} mark={mark} show={found.show} />
        ))}
      </ul>
      <div className={styles['acts']}>
        {marks.length > most && (
          <Button look="quiet" onClick={() => setMost(most + 5 * atFirst)}>
            {t('style.more', { count: marks.length - most })}
          </Button>
        )}
        {mayCorrect && (
          <Button writes onClick={() => void appendDraft('correction', take.id)}>
            {t('take.correct')}
          </Button>
        )}
      </div>
    </section>
  );
}

function PublishedMark({
  mark,
  show,
}: {
  readonly mark: StyleMark;
  readonly show: PublishedFindings['show'];
}) {
  const { t, format } = useLocale();
  const fixes = useFixes(mark) ?? [];
  return (
    <li className={styles['mark']}>
      <button
        type="button"
        className={styles['go']}
        title={t('style.go')}
        onClick={() => {
          if (!show(mark)) say('style.gone');
        }}
      >
        {styleText(t, format, mark)}
      </button>
      {fixes[0] !== undefined && mark.kind === 'spelling' && (
        <p className={styles['quiet']}>{fixes.slice(0, 3).join(', ')}</p>
      )}
      <div className={styles['acts']}>
        <LeaveMark mark={mark} />
      </div>
    </li>
  );
}

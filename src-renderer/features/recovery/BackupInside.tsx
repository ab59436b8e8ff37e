import { useRef, useState } from 'react';
import type { BackedUpDispatch, BackupModel } from '@contract/backups';
import type { AppError } from '@contract/errors';
import type { ResponseOf } from '@contract/requests';
import { call } from '../../bridge/bridge';
import { refreshBackups, useBackedUp, useBackedUpDispatch } from '../../state/backups';
import { errorOf } from '../../state/client';
import { openDispatch, showDialog, useDesk } from '../../state/desk';
import { initials } from '../../state/queries';
import { say } from '../../state/toasts';
import { Button } from '../../ui/Button';
import { ComparedText } from '../../ui/compared/ComparedText';
import { countTexts } from '../../ui/compared/model';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { Field } from '../../ui/Field';
import { focusByArrows } from '../../ui/focusByArrows';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './BackupInside.module.css';

type Read = ResponseOf<'backup.dispatch'>;

/** The dispatches of a backup, one of them beside today's, and the ways to have it back. */
export function BackupInside({
  backup: { path, at },
  onBack,
}: {
  readonly backup: BackupModel;
  readonly onBack: () => void;
}) {
  const { t, format } = useLocale();
  const [typed, setTyped] = useState('');
  // The dispatch one was at is most likely the one that is missed.
  const [id, setId] = useState(useDesk((desk) => desk.dispatchId));
  const listed = useBackedUp(path, typed);
  const dispatches = listed.data?.dispatches ?? [];
  const chosen = dispatches.find((one) => one.id === id);
  const { data: read, isError, error } = useBackedUpDispatch(path, chosen?.id ?? null);
  const time = format.dateTime(at);
  return (
    <Dialog
      size="full"
      title={t('inside.title', { time })}
      onClose={() => showDialog(null)}
      footer={<Ways path={path} chosen={chosen} onBack={onBack} />}
    >
      <div className={styles['panes']}>
        <div className={styles['found']}>
          <Field label={t('inside.find')}>
            {(ids) => (
              <input
                {...ids}
                type="search"
                data-autofocus=""
                value={typed}
                onChange={({ target }) => setTyped(target.value)}
              />
            )}
          </Field>
          {listed.isError && <ErrorNote error={errorOf(listed.error)} />}
          <Found dispatches={dispatches} id={chosen?.id ?? null} onChoose={setId} />
          {listed.data === undefined && !listed.isError && (
            <p role="status">{t('inside.opening')}</p>
          )}
          {listed.data !== undefined && dispatches.length === 0 && (
            <p role="status">{t('inside.none')}</p>
          )}
        </div>
        <section aria-label={t('inside.beside')} className={styles['beside']}>
          {isError && <ErrorNote error={errorOf(error)} />}
          {chosen === undefined && <p className={styles['hint']}>{t('inside.hint')}</p>}
          {chosen !== undefined && read != null && <Beside read={read} time={time} />}
        </section>
      </div>
    </Dialog>
  );
}

function Found({
  dispatches,
  id,
  onChoose,
}: {
  readonly dispatches: readonly BackedUpDispatch[];
  readonly id: string | null;
  readonly onChoose: (id: string) => void;
}) {
  const { t } = useLocale();
  const list = useRef<HTMLUListElement>(null);
  return (
    <ul
      ref={list}
      aria-label={t('inside.list')}
      className={styles['list']}
      onKeyDown={(event) => focusByArrows(event, list.current)}
    >
      {dispatches.map((one) => (
        <li key={one.id}>
          <button
            type="button"
            aria-pressed={one.id === id}
            className={styles['dispatch']}
            onClick={() => onChoose(one.id)}
          >
            <span className={styles['slug']}>{one.slug}</span>
            <span className={styles['headline']}>{one.headline || t('wire.untitled')}</span>
            <span className={styles['standing']} data-standing={one.standing}>
              {t(`inside.standing.${one.standing}`)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The words of then and of today, every change marked. */
function Beside({ read, time }: { readonly read: Read; readonly time: string }) {
  const locale = useLocale();
  const { t } = locale;
  const { past, today, comparison } = read;
  const text = useRef<HTMLDivElement>(null);
  const labels = {
    left: t(`inside.past.${past.of}`, { time }),
    right: today === null ? t('inside.gone') : t(`inside.today.${today.of}`),
  };
  const counts = countTexts(comparison.counts, locale);
  return (
    <>
      <div className={styles['heads']} data-single={today === null ? '' : undefined}>
        <h3>{labels.left}</h3>
        <h3>{labels.right}</h3>
      </div>
      <p className={styles['counts']}>
        {today !== null && (counts.length === 0 ? t('compare.same') : counts.join(' · '))}
      </p>
      {/* A text to be scrolled by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={text} tabIndex={0} role="group" aria-label={labels.left} className={styles['text']}>
        <ComparedText
          comparison={comparison}
          layout={today === null ? 'one-column' : 'beside'}
          languages={{ left: past.language, right: today?.language ?? past.language }}
          labels={labels}
          current={null}
          onGoTo={(row) => text.current?.querySelector(`[data-row="${row}"]`)?.scrollIntoView()}
        />
      </div>
    </>
  );
}

/** What can be had back, and how. */
function Ways({
  path,
  chosen,
  onBack,
}: {
  readonly path: string;
  readonly chosen: BackedUpDispatch | undefined;
  readonly onBack: () => void;
}) {
  const { t } = useLocale();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<AppError | null>(null);
  const attempt = async (work: () => Promise<AppError | null>): Promise<void> => {
    setBusy(true);
    setFailed(await work());
    setBusy(false);
  };
  const arrive = (dispatchId: string): null => {
    refreshBackups();
    useDesk.setState({ mode: 'wire' });
    showDialog(null);
    openDispatch(dispatchId);
    return null;
  };
  const bringBack = async (id: string): Promise<AppError | null> => {
    const outcome = await call('backup.bring-back', { path, id });
    if (!outcome.ok) return outcome.error;
    const { takes, notes, draft, dispatchId } = outcome.value;
    say('inside.brought', { takes, notes, drafts: draft ? 1 : 0 });
    return arrive(dispatchId);
  };
  const copy = async (id: string): Promise<AppError | null> => {
    const outcome = await call('backup.copy-dispatch', { path, id, author: initials() });
    if (!outcome.ok) return outcome.error;
    say('inside.copied');
    return arrive(outcome.value.dispatchId);
  };
  const mayBring = chosen?.standing === 'gone' || chosen?.standing === 'ahead';
  const id = chosen?.id;
  return (
    <>
      {failed !== null && <ErrorNote error={failed} />}
      <Button onClick={onBack}>{t('inside.back')}</Button>
      <Button
        disabled={busy || id === undefined}
        onClick={() => id !== undefined && void attempt(() => copy(id))}
      >
        {t('inside.copy')}
      </Button>
      <Button
        look="primary"
        disabled={busy || id === undefined || !mayBring}
        onClick={() => id !== undefined && void attempt(() => bringBack(id))}
      >
        {t('inside.bring-back')}
      </Button>
    </>
  );
}

import { useEffect, useMemo, useRef, useState } from 'react';
import type { AppError } from '@contract/errors';
import type { DispatchModel, DraftModel, TakeModel } from '@contract/models';
import { toJson } from '@domain/document/node';
import { withoutEmptyBlocks } from '@domain/document/tidy';
import { stampNow, unknownStamp } from '@domain/record/stamp';
import { uuidv7 } from 'uuidv7';
import { call } from '../../bridge/bridge';
import { forgetDraft, PublishedTake } from '../../editor';
import { showDialog } from '../../state/desk';
import { useLiveDraft } from '../../state/draft';
import { useFindings } from '../../state/findings';
import { initials, refresh } from '../../state/queries';
import { say } from '../../state/toasts';
import { useNow } from '../../state/useNow';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { Findings } from '../../ui/Findings';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Publish.module.css';

type Phase = 'flushing' | 'not-flushed' | 'ready' | 'publishing' | AppError;

/**
 * Exactly what will go out, what the checks found, and the stamp it will carry. The draft's last
 * words are saved first; what is published is the version shown.
 */
export function PublishSheet({
  dispatch,
  draft,
}: {
  readonly dispatch: DispatchModel;
  readonly draft: DraftModel;
}) {
  const { t } = useLocale();
  const { phase, publish, retry } = usePublishing(dispatch, draft);
  const findings = useFindings(dispatch) ?? [];
  const blocking = findings.filter((finding) => finding.blocking).length;
  const confirm = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (phase === 'ready') confirm.current?.focus();
  }, [phase]);
  return (
    <Dialog
      wide
      title={t('publish.title', { kind: draft.kind })}
      onClose={closeToCaret}
      footer={
        <>
          {blocking > 0 && (
            <p className={styles['blocked']}>{t('publish.blocked', { count: blocking })}</p>
          )}
          <Button onClick={closeToCaret}>{t('common.cancel')}</Button>
          {phase === 'not-flushed' ? (
            <Button look="primary" onClick={retry}>
              {t('common.retry')}
            </Button>
          ) : (
            <Button
              look="primary"
              ref={confirm}
              disabled={blocking > 0 || phase === 'flushing' || phase === 'publishing'}
              onClick={publish}
            >
              {t(phase === 'publishing' ? 'publish.publishing' : 'publish.confirm')}
            </Button>
          )}
        </>
      }
    >
      {phase === 'flushing' && <p role="status">{t('publish.flushing')}</p>}
      {phase === 'not-flushed' && <p role="alert">{t('publish.not-flushed')}</p>}
      {typeof phase === 'object' && <ErrorNote error={phase} />}
      <Preview dispatch={dispatch} draft={draft} />
      <div className={styles['columns']}>
        <section>
          <h3 className={styles['title']}>{t('checks.title')}</h3>
          <Findings findings={findings} />
        </section>
        <StampFacts dispatch={dispatch} />
      </div>
    </Dialog>
  );
}

/** Saves, then publishes once: one key for one opening of the sheet. */
function usePublishing(dispatch: DispatchModel, draft: DraftModel) {
  const { format } = useLocale();
  const [phase, setPhase] = useState<Phase>('flushing');
  const [attempt, setAttempt] = useState(0);
  const [key] = useState(() => uuidv7());
  useEffect(() => {
    let current = true;
    const { handle } = useLiveDraft.getState();
    void (handle?.flush() ?? Promise.resolve(false)).then((clean) => {
      if (current) setPhase(clean ? 'ready' : 'not-flushed');
    });
    return () => {
      current = false;
    };
  }, [attempt]);
  const publish = async (): Promise<void> => {
    const { handle } = useLiveDraft.getState();
    if (handle === null) return;
    setPhase('publishing');
    const version = handle.version();
    const outcome = await call('draft.publish', {
      draftId: draft.id,
      version,
      key,
      author: initials(),
      stamp: { by: 'clock' },
    });
    if (!outcome.ok) {
      setPhase(outcome.error);
      refresh([dispatch.id]);
      return;
    }
    const { take, revision } = outcome.value;
    const clockWentBack = revision.entry.is === 'take' && revision.entry.clockBehind > 0;
    const stamp = format.stamp(take.stamp) ?? '';
    const headline = handle.document().firstChild?.textContent ?? '';
    if (clockWentBack) say('toast.published-clock', { stamp });
    else say('toast.published', { kind: take.kind, stamp, headline }, 'good');
    forgetDraft(draft.id);
    showDialog(null);
    refresh([dispatch.id]);
  };
  const retry = (): void => {
    setPhase('flushing');
    setAttempt(attempt + 1);
  };
  return { phase, publish: () => void publish(), retry };
}

/** The take as it will stand, in the type of a published one. */
function Preview({
  dispatch,
  draft,
}: {
  readonly dispatch: DispatchModel;
  readonly draft: DraftModel;
}) {
  const { t } = useLocale();
  const document = useLiveDraft((live) => live.document);
  const take = useMemo<TakeModel>(
    () => ({
      id: draft.id,
      ordinal: dispatch.takes.length + 1,
      kind: draft.kind,
      stamp: unknownStamp,
      stampSupplied: false,
      stampReason: null,
      label: null,
      advisoryLine: draft.facts.advisoryLine,
      carries: draft.facts.carries,
      document: document === null ? draft.document : toJson(withoutEmptyBlocks(document)),
      author: initials(),
      origin: 'written',
      recordedAt: draft.savedAt,
    }),
    [document, draft, dispatch.takes.length],
  );
  return (
    <section aria-label={t('publish.preview')} className={styles['paper']} tabIndex={0}>
      <div className={styles['stamp']}>
        <span>{dispatch.slug}</span>
        <span className={styles['kind']}>{t(`kind.${draft.kind}`)}</span>
      </div>
      <div className="take-document" data-role={draft.kind}>
        <PublishedTake
          label={t('publish.preview')}
          language={dispatch.language}
          notes={nothing}
          activeNoteId={null}
          searchMatchers={nothing}
          onNoteActivated={ignore}
          onSelection={ignore}
          take={take}
          headlineHidden={false}
        />
      </div>
    </section>
  );
}

const nothing: readonly never[] = [];
const ignore = (): void => undefined;

/** The stamp the take will carry if it goes out now. */
function StampFacts({ dispatch }: { readonly dispatch: DispatchModel }) {
  const { t, format, zone } = useLocale();
  const now = useNow();
  const stamps = dispatch.takes.map((take) => take.stamp);
  const { stamp, clockBehind } = stampNow(now, zone, stamps);
  const text = format.stamp(stamp) ?? '';
  const author = initials();
  return (
    <section>
      <h3 className={styles['title']}>{t('publish.stamp')}</h3>
      <dl className={styles['facts']}>
        <dt>{t('publish.at')}</dt>
        <dd>{t('publish.stamp-value', { stamp: text, zone })}</dd>
        <dt>{t('publish.author')}</dt>
        <dd>{author === '' ? t('publish.no-author') : author}</dd>
      </dl>
      {clockBehind > 0 && (
        <p className={styles['warning']}>{t('publish.clock-behind', { last: text })}</p>
      )}
      <p className={styles['note']}>{t('publish.final')}</p>
    </section>
  );
}

/** Closes the sheet and puts the caret back where it was. */
function closeToCaret(): void {
  showDialog(null);
  requestAnimationFrame(() => useLiveDraft.getState().handle?.focus());
}

import { useMemo } from 'react';
import type { DispatchModel, DraftModel, TakeModel } from '@contract/models';
import { toJson } from '@domain/document/node';
import { withoutEmptyBlocks } from '@domain/document/tidy';
import { unknownStamp } from '@domain/record/stamp';
import { bareSurface, PublishedTake } from '../../editor';
import { useLiveDraft } from '../../state/draft';
import { initials } from '../../state/queries';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Publish.module.css';

/** The take as it will stand, in the type of a published one. */
export function Preview({
  dispatch,
  draft,
  facts,
}: {
  readonly dispatch: DispatchModel;
  readonly draft: DraftModel;
  readonly facts: DraftModel['facts'];
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
      document: document === null ? draft.document : toJson(withoutEmptyBlocks(document)),
      ...facts,
      author: initials(),
      origin: 'written',
      recordedAt: draft.savedAt,
    }),
    [document, draft, facts, dispatch.takes.length],
  );
  return (
    <section aria-label={t('publish.preview')} className={styles['paper']} tabIndex={0}>
      <div className={styles['stamp']}>
        <span>{dispatch.slug}</span>
        <span className={styles['kind']}>{t(`kind.${draft.kind}`)}</span>
      </div>
      {facts.advisoryLine !== '' && <p className="advisory-line">{facts.advisoryLine}</p>}
      <div className="take-document" data-role={draft.kind}>
        <PublishedTake
          label={t('publish.preview')}
          language={dispatch.language}
          {...bareSurface}
          take={take}
          headlineHidden={false}
        />
      </div>
    </section>
  );
}

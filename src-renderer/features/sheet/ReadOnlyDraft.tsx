import { useEffect, useMemo } from 'react';
import type { DispatchModel, DraftModel } from '@contract/models';
import { parseDocument } from '@domain/document/node';
import { PublishedTake } from '../../editor';
import { useLiveDraft } from '../../state/draft';
import { useLocale } from '../../ui/i18n/Locale';
import { useSurface } from './surface';

/** A draft in an archive that can only be read: its words as they were saved last. */
export function ReadOnlyDraft({
  dispatch,
  draft,
}: {
  readonly dispatch: DispatchModel;
  readonly draft: DraftModel;
}) {
  const { t } = useLocale();
  const surface = useSurface(dispatch, draft.id);
  const document = useMemo(() => {
    const parsed = parseDocument(draft.document);
    return parsed.ok ? parsed.value : null;
  }, [draft.document]);
  useEffect(() => {
    // Counted and checked like a draft that is being written.
    useLiveDraft.setState({ document });
    return () => useLiveDraft.setState({ document: null });
  }, [document]);
  return (
    <PublishedTake
      {...surface}
      label={t('take.editor-read-only')}
      on="draft"
      take={draft}
      headlineHidden={false}
    />
  );
}

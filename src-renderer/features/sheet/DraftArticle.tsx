import { Bold, Heading2, Italic, Link2, TextQuote } from 'lucide-react';
import { useMemo } from 'react';
import type { CommandId } from '@contract/commands';
import type { DispatchModel, DraftModel } from '@contract/models';
import { lengthLimits } from '@domain/record/lengths';
import { DraftEditor, type StyleEvents } from '../../editor';
import { useRunCommand } from '../../state/commands';
import { useDesk } from '../../state/desk';
import { useLiveDraft } from '../../state/draft';
import { draftReady } from '../../state/drafts';
import { pasted } from '../../state/paste';
import { useTypography } from '../../state/typography';
import { askQuotation, recordQuotation } from '../../state/quotations';
import { usePreferences } from '../../state/queries';
import { useStyle, useStyleSettings } from '../../state/style';
import { Button, IconButton } from '../../ui/Button';
import { cx } from '../../ui/cx';
import { shortErrorText } from '../../ui/errorText';
import { useLocale } from '../../ui/i18n/Locale';
import type { MessageKey } from '../../ui/i18n/translate';
import { styleText } from '../../ui/styleText';
import { useNoWriting } from '../../ui/Writing';
import heading from './Heading.module.css';
import { HeadingField, leaveUpwards } from './HeadingField';
import { ReadOnlyDraft } from './ReadOnlyDraft';
import { useAbbreviations } from './useAbbreviations';
import { StyleMenu } from './StyleMenu';
import { SuggestBar } from './SuggestBar';
import { useSurface } from './surface';
import styles from './Sheet.module.css';

const formats: readonly [CommandId, MessageKey, typeof Bold][] = [
  ['format.emphasis', 'format.emphasis', Italic],
  ['format.strong', 'format.strong', Bold],
  ['format.link', 'format.link', Link2],
  ['block.crosshead', 'format.crosshead', Heading2],
  ['block.quote', 'format.quote', TextQuote],
];

/** The draft take, open for writing. */
export function DraftArticle({
  dispatch,
  draft,
}: {
  readonly dispatch: DispatchModel;
  readonly draft: DraftModel;
}) {
  const { t } = useLocale();
  const readOnly = useNoWriting() !== null;
  return (
    <article
      aria-label={t('take.article-draft', { kind: draft.kind })}
      className={styles['take']}
      data-take={draft.id}
    >
      <header className={styles['stampLine']}>
        <span aria-hidden="true" className={cx(styles['dot'], styles['hollow'])} />
        <span className={styles['drafted']}>{t(`take.draft.${draft.kind}`)}</span>
        <DraftSaved draft={draft} />
        {draft.typography !== null && <span>{t(`typography.${draft.typography}`)}</span>}
        {!readOnly && <DraftTools />}
      </header>
      {!readOnly && <SuggestBar />}
      {!readOnly && <StyleMenu />}
      {!readOnly && (
        <div role="group" aria-label={t('heading.group')} className={heading['row']}>
          {(['place', 'agency', 'byline'] as const).map((field) => (
            <HeadingField key={field} field={field} dispatch={dispatch} draft={draft} />
          ))}
        </div>
      )}
      <div className="take-document" data-role={draft.kind}>
        {readOnly ? (
          <ReadOnlyDraft dispatch={dispatch} draft={draft} />
        ) : (
          <WritingSurface key={draft.id} dispatch={dispatch} draft={draft} />
        )}
      </div>
    </article>
  );
}

function DraftTools() {
  const { t } = useLocale();
  const run = useRunCommand();
  return (
    <span className={styles['tools']}>
      <span role="group" aria-label={t('format.bar')} className={styles['formats']}>
        {formats.map(([command, label, Icon]) => (
          <IconButton
            key={command}
            label={t(label)}
            command={command}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => run(command)}
          >
            <Icon aria-hidden="true" />
          </IconButton>
        ))}
      </span>
      <Button look="quiet" aria-label={t('take.discard')} onClick={() => run('draft.discard')}>
        {t('take.discard-short')}
      </Button>
    </span>
  );
}

function WritingSurface({
  dispatch,
  draft,
}: {
  readonly dispatch: DispatchModel;
  readonly draft: DraftModel;
}) {
  const { t, format } = useLocale();
  const surface = useSurface(dispatch, draft.id);
  const style = useStyleSettings(dispatch);
  const styleEvents = useMemo<StyleEvents>(
    () => ({
      name: (mark) => styleText(t, format, mark),
      asked: (mark, place) => useStyle.setState({ asked: { mark, place } }),
    }),
    [t, format],
  );
  const preferences = usePreferences().data?.preferences;
  const typography = useTypography(dispatch, draft);
  const standsFor = useAbbreviations();
  const block = useDesk((desk) => desk.focusMode);
  const line = preferences?.typewriter ?? false;
  const inHand = useMemo(() => ({ block, line }), [block, line]);
  return (
    <DraftEditor
      {...surface}
      label={t('take.editor')}
      draft={draft}
      typography={typography}
      standsFor={standsFor}
      onQuotation={(words, proceed) => askQuotation(draft.id, words, proceed)}
      onQuotationChanged={(words) =>
        void recordQuotation(draft.id, words, t('quotation.changed', { words: words.exact }))
      }
      initials={preferences?.initials ?? ''}
      invisibles={preferences?.invisibles ?? false}
      inHand={inHand}
      urgency={dispatch.urgency}
      limits={preferences?.limits ?? lengthLimits}
      style={style}
      styleEvents={styleEvents}
      onStyle={(findings) => useStyle.setState({ findings })}
      onPasted={(dropped) => pasted(draft.id, dropped)}
      onSaveState={(saveState) => useLiveDraft.setState({ saveState })}
      onDocument={(document) => useLiveDraft.setState({ document })}
      onHeading={(written) =>
        useLiveDraft.setState(({ heading: before }) => ({ heading: { ...before, ...written } }))
      }
      onLeftUpwards={leaveUpwards}
      onHandle={draftReady}
    />
  );
}

function DraftSaved({ draft }: { readonly draft: DraftModel }) {
  const { t, format } = useLocale();
  const state = useLiveDraft((live) => live.saveState);
  if (state?.is === 'pending') return <span>{t('status.saving')}</span>;
  if (state?.is === 'failed') {
    return (
      <span className={styles['notSaved']}>
        {t('status.not-saved', { why: shortErrorText(t, state.error) })}
      </span>
    );
  }
  const at = state?.is === 'saved' ? state.at : draft.savedAt;
  const key = state === null && draft.version === 0 ? 'take.begun' : 'take.saved';
  return <span>{t(key, { time: format.clockSeconds(at) })}</span>;
}

import { ArrowLeftRight } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { AppError } from '@contract/errors';
import type { ResponseOf } from '@contract/requests';
import { changesOf, type Side } from '@domain/compare/comparison';
import { call } from '../../bridge/bridge';
import { errorOf } from '../../state/client';
import {
  compareLayouts,
  setCompareLayout,
  swapSides,
  useComparing,
  type PickedState,
} from '../../state/compare';
import { showDialog } from '../../state/desk';
import { useComparison, useDispatch, useDraftVersions } from '../../state/queries';
import { Button, IconButton } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { ComparedText } from '../../ui/compared/ComparedText';
import { countTexts, rowText } from '../../ui/compared/model';
import { copyText } from '../../ui/copyText';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { errorText } from '../../ui/errorText';
import { useLocale } from '../../ui/i18n/Locale';
import { ChangeSteps } from './ChangeSteps';
import { comparisonWords, stateGroups, stateLabel } from './model';
import { nameOf, StatePicker } from './StatePicker';
import { useChanges } from './useChanges';
import styles from './Compare.module.css';

const noChanges: readonly number[] = [];

/** Any two states of one dispatch, or of two, with every changed word. */
export function CompareDialog() {
  const left = useComparing((comparing) => comparing.left);
  const right = useComparing((comparing) => comparing.right);
  return left === null || right === null ? null : <Compared left={left} right={right} />;
}

function Compared({ left, right }: Readonly<Record<Side, PickedState>>) {
  const { t } = useLocale();
  const sides = { left: useSide(left), right: useSide(right) };
  const labels = useLabels(sides);
  const layout = useComparing((comparing) => comparing.layout);
  const query = useComparison(left.ref, right.ref);
  const compared = query.data;
  const changes = useMemo(
    () => (compared === undefined ? noChanges : changesOf(compared.comparison)),
    [compared],
  );
  const text = useRef<HTMLDivElement>(null);
  const { current, step, goTo } = useChanges(changes, text);
  const row = current === null ? null : (changes[current] ?? null);
  const languages = useMemo(
    () => ({ left: compared?.left.language ?? 'fr', right: compared?.right.language ?? 'fr' }),
    [compared],
  );
  return (
    <Dialog
      size="window"
      title={t('compare.title')}
      onClose={() => showDialog(null)}
      footer={<Footer compared={compared} left={left} right={right} labels={labels} />}
    >
      <div className={styles['heads']}>
        <StatePicker side="left" picked={left} {...sides.left} />
        <IconButton label={t('compare.swap')} onClick={swapSides}>
          <ArrowLeftRight aria-hidden="true" />
        </IconButton>
        <StatePicker side="right" picked={right} {...sides.right} />
      </div>
      <Tools compared={compared} changes={changes} current={current} onStep={step} />
      {query.isError && <ErrorNote error={errorOf(query.error)} />}
      <div
        ref={text}
        role="region"
        aria-label={t('compare.text')}
        className={styles['scroll']}
        tabIndex={0}
        data-autofocus=""
        aria-busy={query.isFetching}
      >
        {compared === undefined && query.isFetching && <p role="status">{t('compare.running')}</p>}
        {compared !== undefined && !query.isError && (
          <ComparedText
            comparison={compared.comparison}
            layout={layout}
            languages={languages}
            labels={labels}
            current={row}
            onGoTo={goTo}
          />
        )}
      </div>
    </Dialog>
  );
}

type PickerSide = Pick<Parameters<typeof StatePicker>[0], 'dispatch' | 'groups'>;

/** What can be chosen on a side: the states of its dispatch. */
function useSide({ dispatchId, ref }: PickedState): PickerSide & { readonly label: string } {
  const { t, format } = useLocale();
  const { data: dispatch } = useDispatch(dispatchId);
  const versions = useDraftVersions(dispatch?.draft?.id ?? null);
  const groups = useMemo(
    () => (dispatch === undefined ? [] : stateGroups(dispatch, versions, ref, { t, format })),
    [dispatch, versions, ref, t, format],
  );
  return { dispatch, groups, label: stateLabel(groups, ref) };
}

/** What each text is called: its state, and its dispatch where there are two of them. */
function useLabels({
  left,
  right,
}: Readonly<Record<Side, ReturnType<typeof useSide>>>): Readonly<Record<Side, string>> {
  const { t } = useLocale();
  return useMemo(() => {
    if (left.dispatch?.id === right.dispatch?.id) return { left: left.label, right: right.label };
    const named = (side: typeof left): string =>
      t('compare.of-dispatch', {
        dispatch: nameOf(side.dispatch) ?? t('wire.untitled'),
        state: side.label,
      });
    return { left: named(left), right: named(right) };
  }, [left, right, t]);
}

/** The layout, how much changed, and the way from change to change. */
function Tools({
  compared,
  changes,
  current,
  onStep,
}: {
  readonly compared: ResponseOf<'compare.states'> | undefined;
  readonly changes: readonly number[];
  readonly current: number | null;
  readonly onStep: (by: 1 | -1) => void;
}) {
  const locale = useLocale();
  const { t } = locale;
  const layout = useComparing((comparing) => comparing.layout);
  const counts = compared === undefined ? [] : countTexts(compared.comparison.counts, locale);
  const row = compared?.comparison.rows[changes[current ?? -1] ?? -1];
  const total = changes.length;
  return (
    <div className={styles['tools']}>
      <Choice
        boxed
        label={t('compare.layout')}
        value={layout}
        options={compareLayouts.map((value) => ({ value, label: t(`compare.layout.${value}`) }))}
        onChange={setCompareLayout}
      />
      <ul aria-label={t('compare.counts')} className={styles['counts']}>
        {counts.map((text) => (
          <li key={text}>{text}</li>
        ))}
        {compared !== undefined && total === 0 && <li>{t('compare.same')}</li>}
      </ul>
      <ChangeSteps
        total={total}
        current={current}
        told={row === undefined ? null : rowText(row, locale)}
        onStep={onStep}
      />
    </div>
  );
}

/** What became of the last copy or export: said here, since messages stand behind the dialog. */
type Told = { readonly text: string } | { readonly error: AppError } | null;

function Footer({
  compared,
  left,
  right,
  labels,
}: {
  readonly compared: ResponseOf<'compare.states'> | undefined;
  readonly left: PickedState;
  readonly right: PickedState;
  readonly labels: Readonly<Record<Side, string>>;
}) {
  const locale = useLocale();
  const { t } = locale;
  const [told, setTold] = useState<Told>(null);
  const leave = async (how: 'copy' | 'export'): Promise<void> => {
    if (compared === undefined) return;
    const words = comparisonWords(locale, labels, compared.comparison.counts);
    const request = { left: left.ref, right: right.ref, words };
    setTold(how === 'copy' ? await copied(request) : await exported(request));
  };
  const copied = async (request: Parameters<typeof call<'compare.release'>>[1]): Promise<Told> => {
    const outcome = await call('compare.release', request);
    if (!outcome.ok) return { error: outcome.error };
    const { text, html } = outcome.value;
    return { text: t(copyText(text, html) ? 'compare.copied' : 'toast.not-copied') };
  };
  const exported = async (request: Parameters<typeof call<'compare.export'>>[1]): Promise<Told> => {
    const outcome = await call('compare.export', request);
    if (outcome.ok) return { text: t('compare.exported', { path: outcome.value.path }) };
    return outcome.error.code === 'cancelled' ? null : { error: outcome.error };
  };
  return (
    <>
      <p role="status" className={styles['told']}>
        {told !== null && ('error' in told ? errorText(locale, told.error) : told.text)}
      </p>
      <Button disabled={compared === undefined} onClick={() => void leave('copy')}>
        {t('compare.copy')}
      </Button>
      <Button disabled={compared === undefined} onClick={() => void leave('export')}>
        {t('compare.export')}
      </Button>
      <Button look="primary" onClick={() => showDialog(null)}>
        {t('common.close')}
      </Button>
    </>
  );
}

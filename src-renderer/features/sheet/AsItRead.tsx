import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { DispatchModel, TakeModel } from '@contract/models';
import { useDesk } from '../../state/desk';
import { useDraftState, useDraftVersions } from '../../state/queries';
import { Button, IconButton } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';
import { instantGiven, timeGiven, ZonedTime } from '../../ui/ZonedTime';
import { pointAt, pointsOf, type Point } from './points';
import { StateText } from './StateText';
import { storyAsTake, storyTakes } from '../../state/story';
import styles from './Views.module.css';

/** The dispatch as it read at any instant: a slider over its states, and a field for an instant. */
export function AsItRead({ dispatch }: { readonly dispatch: DispatchModel }) {
  const { t } = useLocale();
  const takes = useMemo(() => storyTakes(dispatch.takes), [dispatch.takes]);
  const versions = useDraftVersions(dispatch.draft?.id ?? null);
  const points = useMemo(() => pointsOf(takes, versions), [takes, versions]);
  const readAt = useDesk((desk) => desk.readAt);
  const [chosen, setChosen] = useState<number | null>(null);
  const asked = readAt === null ? null : pointAt(takes, readAt);
  const index = asked?.index ?? chosen ?? takes.length - 1;
  const point = points[index];
  const choose = (next: number): void => {
    useDesk.setState({ readAt: null });
    setChosen(Math.max(0, Math.min(points.length - 1, next)));
  };
  if (points.length === 0) return <p className={styles['state']}>{t('view.nothing')}</p>;
  return (
    <section aria-label={t('view.as-it-read')}>
      <Slider points={points} index={index} onChoose={choose} />
      <GoTo />
      <Standing dispatch={dispatch} point={point} uncertain={asked?.uncertain ?? false} />
      {point?.after === 'take' && (
        <PublishedState dispatch={dispatch} takes={takes.slice(0, index + 1)} />
      )}
      {point?.after === 'draft' && <DraftState dispatch={dispatch} version={point.version} />}
    </section>
  );
}

function Slider({
  points,
  index,
  onChoose,
}: {
  readonly points: readonly Point[];
  readonly index: number;
  readonly onChoose: (index: number) => void;
}) {
  const { t } = useLocale();
  const told = usePointText();
  const point = points[index];
  const text = point === undefined ? t('view.before-first') : told(point);
  const place = t('view.state-of', { current: index + 1, total: points.length });
  return (
    <div className={styles['slider']}>
      <IconButton
        label={t('view.earlier')}
        disabled={index <= 0}
        onClick={() => onChoose(index - 1)}
      >
        <ChevronLeft aria-hidden="true" />
      </IconButton>
      <input
        type="range"
        aria-label={t('view.slider')}
        aria-valuetext={`${text}, ${place}`}
        min={0}
        max={points.length - 1}
        value={Math.max(0, index)}
        onChange={(event) => onChoose(Number(event.target.value))}
      />
      <IconButton
        label={t('view.later')}
        disabled={index >= points.length - 1}
        onClick={() => onChoose(index + 1)}
      >
        <ChevronRight aria-hidden="true" />
      </IconButton>
      <output className={styles['at']}>
        <strong>{text}</strong>
        <span>{place}</span>
      </output>
    </div>
  );
}

/** A state in a few words: the kind and stamp of its last take, or when the draft was saved. */
function usePointText(): (point: Point) => string {
  const { t, format } = useLocale();
  return (point) =>
    point.after === 'draft'
      ? t('view.draft-saved', { time: format.dateTime(point.savedAt) })
      : t('view.made-of-take', {
          kind: t(`kind.${point.take.kind}`),
          stamp: format.stamp(point.take.stamp) ?? t('take.time-unknown'),
        });
}

/** A field for an instant: the slider goes to what readers had then. */
function GoTo() {
  const { t, zone } = useLocale();
  const readAt = useDesk((desk) => desk.readAt);
  const [given, setGiven] = useState(() => timeGiven(readAt ?? Date.now(), zone));
  const instant = instantGiven(given);
  return (
    <form
      className={styles['goTo']}
      onSubmit={(event) => {
        event.preventDefault();
        if (instant !== null) useDesk.setState({ readAt: instant });
      }}
    >
      <ZonedTime label={t('view.instant')} value={given} onChange={setGiven} />
      <Button type="submit" disabled={instant === null}>
        {t('view.go')}
      </Button>
    </form>
  );
}

/** What readers had: nothing yet, the story, or the notice that it was withdrawn. */
function Standing({
  dispatch,
  point,
  uncertain,
}: {
  readonly dispatch: DispatchModel;
  readonly point: Point | undefined;
  readonly uncertain: boolean;
}) {
  const { t, format } = useLocale();
  const readAt = useDesk((desk) => desk.readAt);
  const killed =
    point?.after === 'take' &&
    dispatch.takes.some((take) => take.kind === 'kill' && take.ordinal <= point.take.ordinal);
  return (
    <div role="status" className={styles['state']}>
      {readAt !== null && <p>{t('view.read-at', { time: format.dateTime(readAt) })}</p>}
      {point === undefined && <p>{t('view.nothing-yet')}</p>}
      {killed && <p>{t('view.killed')}</p>}
      {uncertain && <p>{t('view.uncertain')}</p>}
    </div>
  );
}

function PublishedState({
  dispatch,
  takes,
}: {
  readonly dispatch: DispatchModel;
  readonly takes: ReturnType<typeof storyTakes>;
}) {
  const { t } = useLocale();
  const { take } = useMemo(
    () => storyAsTake(`${dispatch.id}-after-${takes.length}`, takes),
    [dispatch.id, takes],
  );
  return <StateText label={t('view.state-text')} take={take} language={dispatch.language} />;
}

function DraftState({
  dispatch,
  version,
}: {
  readonly dispatch: DispatchModel;
  readonly version: number;
}) {
  const { t } = useLocale();
  const draft = dispatch.draft;
  const state = useDraftState(draft?.id ?? '', version);
  const take = useMemo<TakeModel | null>(
    () =>
      draft === null || state === undefined
        ? null
        : {
            ...storyAsTake(`${draft.id}-${version}`, []).take,
            kind: draft.kind,
            document: state.document,
          },
    [draft, version, state],
  );
  if (take === null) return <div aria-busy="true" />;
  return <StateText label={t('view.state-text')} take={take} language={dispatch.language} />;
}

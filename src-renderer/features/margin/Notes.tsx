import { memo, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { DispatchModel } from '@contract/models';
import type { NoteModel } from '@contract/notes';
import { useRunCommand } from '../../state/commands';
import { useDesk, type Composing } from '../../state/desk';
import { useOrphans } from '../../state/draft';
import { createNote, endComposing } from '../../state/notes';
import { noteKinds, type NoteKind } from '@domain/annotation/annotation';
import controls from '../../ui/controls.module.css';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { cx } from '../../ui/cx';
import { Empty } from '../../ui/Empty';
import { useLocale } from '../../ui/i18n/Locale';
import { Menu } from '../../ui/Menu';
import { LibraryOffers } from './LibraryOffers';
import { NoteCard } from './NoteCard';
import { newDetails, NoteForm } from './NoteForm';
import { NotesOutOfSight } from './NotesOutOfSight';
import { useNoteLayout } from './useNoteLayout';
import styles from './Notes.module.css';

const composerId = 'composer';
const nothing: ReadonlyMap<string, number> = new Map();

/** The notes on a dispatch, each level with its words; those without words in a tray below. */
export const Notes = memo(function Notes({
  dispatch,
  sheet,
}: {
  readonly dispatch: DispatchModel;
  readonly sheet: RefObject<HTMLElement | null>;
}) {
  const { t } = useLocale();
  const run = useRunCommand();
  const [shown, setShown] = useState<'open' | 'all'>('open');
  const selection = useDesk((desk) => desk.selection);
  const photo = useDesk((desk) => desk.photo);
  const composing = useDesk((desk) => desk.composing);
  const orphans = useOrphans();
  const [kind, setKind] = useState<NoteKind | 'all'>('all');
  const { visible, lost, placed } = useMemo(() => {
    const wanted = dispatch.notes
      .filter((note) => shown === 'all' || note.state === 'open')
      .filter((note) => kind === 'all' || note.kind === kind);
    const isLost = ({ id, target }: NoteModel) => orphans[target.id]?.includes(id) === true;
    return {
      visible: wanted,
      lost: wanted.filter(isLost),
      placed: wanted.filter((note) => !isLost(note)),
    };
  }, [dispatch.notes, shown, kind, orphans]);
  const empty = visible.length === 0 && composing === null;
  return (
    <>
      <div className={styles['bar']}>
        {dispatch.notes.length > 0 && (
          <Choice
            boxed
            label={t('note.show')}
            value={shown}
            onChange={setShown}
            options={[
              { value: 'open', label: t('note.show-open') },
              { value: 'all', label: t('note.show-all') },
            ]}
          />
        )}
        {dispatch.notes.length > 1 && <KindFilter kind={kind} onChange={setKind} />}
        {composing === null && (
          <span className={styles['add']}>
            {selection !== null && (
              <Button
                writes
                command="note.add"
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => run('note.add')}
              >
                {t('note.on-selection')}
              </Button>
            )}
            <Menu
              writes
              text={t('note.add-other')}
              label={t('note.add-other-label')}
              items={[
                { value: 'note.on-take', label: t('note.on-take') },
                ...(photo === null
                  ? []
                  : [{ value: 'note.on-photo' as const, label: t('note.on-this-photo') }]),
                { value: 'note.on-dispatch', label: t('note.on-this-dispatch') },
              ]}
              onChoose={run}
            />
          </span>
        )}
      </div>
      <LibraryOffers dispatch={dispatch} />
      {empty ? (
        dispatch.notes.length === 0 ? (
          <Empty title={t('note.empty.title')} text={t('note.empty.text')} />
        ) : (
          <Empty text={t('note.empty-open')} />
        )
      ) : (
        <PlacedNotes dispatch={dispatch} sheet={sheet} notes={placed} composing={composing} />
      )}
      {lost.length > 0 && <Tray dispatch={dispatch} notes={lost} />}
    </>
  );
});

/** Shows the notes of one kind only. */
function KindFilter({
  kind,
  onChange,
}: {
  readonly kind: NoteKind | 'all';
  readonly onChange: (kind: NoteKind | 'all') => void;
}) {
  const { t } = useLocale();
  return (
    <select
      className={controls['input']}
      aria-label={t('note.filter')}
      value={kind}
      onChange={(event) =>
        onChange(noteKinds.find((known) => known === event.target.value) ?? 'all')
      }
    >
      <option value="all">{t('note.filter-all')}</option>
      {noteKinds.map((value) => (
        <option key={value} value={value}>
          {t(`note.kind.${value}`)}
        </option>
      ))}
    </select>
  );
}

function PlacedNotes({
  dispatch,
  sheet,
  notes,
  composing,
}: {
  readonly dispatch: DispatchModel;
  readonly sheet: RefObject<HTMLElement | null>;
  readonly notes: readonly NoteModel[];
  readonly composing: Composing | null;
}) {
  const margin = useRef<HTMLDivElement>(null);
  const activeId = useDesk((desk) => desk.activeNoteId);
  const fixed = useComposerHeight(composing, sheet, margin);
  const cards = useMemo(
    () => [
      ...notes.map(({ id, target }) => ({ id, targetId: target.id })),
      // Once its place is known: on its way to it, what is typed in it would scroll the sheet along.
      ...(composing !== null && fixed.has(composerId)
        ? [{ id: composerId, targetId: composing.target.id }]
        : []),
    ],
    [notes, composing, fixed],
  );
  const first = composing === null ? activeId : composerId;
  const { tops, height, drawn, before } = useNoteLayout(sheet, margin, cards, first, fixed);
  const place = (id: string) => ({
    className: cx(
      styles['slot'],
      !tops.has(id) && styles['unplaced'],
      before.has(id) && styles['moving'],
    ),
    style: { transform: `translateY(${tops.get(id) ?? 0}px)` },
  });
  return (
    <div className={styles['level']}>
      <NotesOutOfSight margin={margin} tops={tops} />
      <div ref={margin} className={styles['scroll']} tabIndex={-1} data-focus-target="">
        <div className={styles['space']} style={{ height }}>
          {composing !== null && (
            <div {...place(composerId)}>
              <Composer dispatchId={dispatch.id} composing={composing} />
            </div>
          )}
          {notes
            .filter(({ id }) => drawn.has(id) || id === activeId)
            .map((note) => (
              <div key={note.id} {...place(note.id)}>
                <NoteCard dispatch={dispatch} note={note} active={note.id === activeId} />
              </div>
            ))}
        </div>
      </div>
    </div>
  );
}

/** The height of the words a note is being written on, in the margin's own measure. */
function useComposerHeight(
  composing: Composing | null,
  sheet: RefObject<HTMLElement | null>,
  margin: RefObject<HTMLElement | null>,
): ReadonlyMap<string, number> {
  const [heights, setHeights] = useState(nothing);
  useLayoutEffect(() => {
    if (composing === null || sheet.current === null || margin.current === null) {
      setHeights(nothing);
      return;
    }
    const origin = margin.current.getBoundingClientRect().top - sheet.current.scrollTop;
    setHeights(new Map([[composerId, Math.max(0, composing.top - origin - 10)]]));
  }, [composing, sheet, margin]);
  return heights;
}

function Composer({
  dispatchId,
  composing,
}: {
  readonly dispatchId: string;
  readonly composing: Composing;
}) {
  const { t } = useLocale();
  const { target, part, anchor } = composing;
  return (
    <section
      data-card={composerId}
      aria-label={t('note.new')}
      className={cx(styles['card'], styles['active'])}
    >
      <ComposedOn composing={composing} />
      <NoteForm
        label={t('note.text-label')}
        placeholder={t('note.placeholder')}
        save={t('note.save')}
        details={newDetails}
        onSave={(words) => createNote(dispatchId, { target, part, anchor, ...words })}
        onCancel={endComposing}
      />
    </section>
  );
}

/** What a note is being written on. */
function ComposedOn({ composing: { target, part, anchor } }: { readonly composing: Composing }) {
  const { t } = useLocale();
  const words =
    anchor === null
      ? t(target.on === 'dispatch' ? 'note.on-dispatch' : 'note.on-whole')
      : t(part === 'photo' ? 'note.on-photo' : 'note.quote', {
          words: anchor.exact.replaceAll('\n', ' ').trim(),
        });
  return <p className={styles['quote']}>{words}</p>;
}

/** Notes whose words are gone, with these and what stood around them. */
function Tray({
  dispatch,
  notes,
}: {
  readonly dispatch: DispatchModel;
  readonly notes: readonly NoteModel[];
}) {
  const { t } = useLocale();
  const activeId = useDesk((desk) => desk.activeNoteId);
  const holdsActive = notes.some((note) => note.id === activeId);
  return (
    <details className={styles['tray']} open={holdsActive || undefined}>
      <summary>{t('note.tray', { count: notes.length })}</summary>
      <div className={styles['trayCards']}>
        {notes.map((note) => (
          <NoteCard
            key={note.id}
            dispatch={dispatch}
            note={note}
            active={note.id === activeId}
            orphaned
          />
        ))}
      </div>
    </details>
  );
}

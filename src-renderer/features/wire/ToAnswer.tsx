import { useRef, useState, type KeyboardEvent } from 'react';
import type { DeskNote } from '@contract/notes';
import { errorOf } from '../../state/client';
import { openNote, useDesk } from '../../state/desk';
import { useOpenNotes } from '../../state/queries';
import { Choice } from '../../ui/Choice';
import { cx } from '../../ui/cx';
import { Empty } from '../../ui/Empty';
import { ErrorNote } from '../../ui/ErrorNote';
import { focusByArrows } from '../../ui/focusByArrows';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Wire.module.css';

/** The notes of the whole desk that want an answer, oldest first; or all that are open. */
export function ToAnswer() {
  const { t } = useLocale();
  const [which, setWhich] = useState<'to-answer' | 'all'>('to-answer');
  const open = useOpenNotes(which);
  const notes = open.data?.notes ?? [];
  return (
    <>
      <div className={styles['noteBar']}>
        <Choice
          boxed
          label={t('to-answer.which')}
          value={which}
          onChange={setWhich}
          options={[
            { value: 'to-answer', label: t('to-answer.wanting') },
            { value: 'all', label: t('to-answer.all') },
          ]}
        />
      </div>
      {open.isError && <ErrorNote error={errorOf(open.error)} />}
      {open.isSuccess && notes.length === 0 ? (
        <Empty text={t('wire.empty-view.to-answer')} />
      ) : (
        <NoteList notes={notes} />
      )}
    </>
  );
}

function NoteList({ notes }: { readonly notes: readonly DeskNote[] }) {
  const { t } = useLocale();
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => focusByArrows(event, list.current);
  return (
    <ul
      ref={list}
      aria-label={t('to-answer.list')}
      className={styles['scroll']}
      onKeyDown={onKeyDown}
    >
      {notes.map((note) => (
        <OpenNote key={note.id} note={note} />
      ))}
    </ul>
  );
}

function OpenNote({ note }: { readonly note: DeskNote }) {
  const { t, format } = useLocale();
  const active = useDesk((desk) => desk.activeNoteId === note.id);
  return (
    <li>
      <button
        type="button"
        className={cx(styles['noteRow'], active && styles['noteRowActive'])}
        aria-current={active}
        data-focus-target={active ? '' : undefined}
        onClick={() => openNote(note.dispatchId, note.id)}
      >
        <span className={styles['noteHead']}>
          <span>{note.author === '' ? t('note.someone') : note.author}</span>
          {note.addressee !== '' && <span>→ {note.addressee}</span>}
          <span>{t(`note.kind.${note.kind}`)}</span>
          <time dateTime={new Date(note.createdAt).toISOString()}>
            {format.dateTime(note.createdAt)}
          </time>
        </span>
        <span className={styles['noteBody']}>{note.body}</span>
        {note.anchor !== null && (
          <span className={styles['noteWords']}>
            {t('note.quote', { words: note.anchor.exact })}
          </span>
        )}
        <span className={styles['noteOf']}>{note.headline || note.slug}</span>
      </button>
    </li>
  );
}

import { memo, useState } from 'react';
import type { DispatchModel } from '@contract/models';
import type { NoteModel } from '@contract/notes';
import { openDispatch, useDesk } from '../../state/desk';
import { editNote, reattachNote, replyToNote, setNoteState, showWords } from '../../state/notes';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';
import { useLocale } from '../../ui/i18n/Locale';
import { NoteForm } from './NoteForm';
import { NoteHistory, Origin, Quote, Replies } from './NoteParts';
import styles from './Notes.module.css';

const blocking: ReadonlySet<NoteModel['kind']> = new Set(['legal', 'fact-check']);

type NoteCardProps = {
  readonly dispatch: DispatchModel;
  readonly note: NoteModel;
  readonly active: boolean;
  /** Its words are gone: they are shown with what stood around them, and it can be put on others. */
  readonly orphaned?: boolean;
};

/** One note: who, what for, on which words; its text, its answers, and what can be done with it. */
export const NoteCard = memo(function NoteCard(props: NoteCardProps) {
  const { id } = props.note;
  return (
    <div role="presentation" onFocus={() => activate(id)} onClick={() => activate(id)}>
      <Card {...props} />
    </div>
  );
});

function Card({ dispatch, note, active, orphaned = false }: NoteCardProps) {
  const { t } = useLocale();
  const [form, setForm] = useState<'edit' | 'reply' | null>(null);
  const author = note.author === '' ? t('note.someone') : note.author;
  const open = note.state === 'open';
  return (
    <section
      data-card={note.id}
      data-target={note.target.id}
      data-note-kind={note.kind}
      tabIndex={-1}
      onKeyDown={(event) => {
        // From the card itself, not from what is written or pressed in it.
        if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
        event.preventDefault();
        showWords(note.id, 'focus');
      }}
      aria-label={t('note.label', { author, kind: t(`note.kind.${note.kind}`) })}
      className={cx(styles['card'], active && styles['active'], !open && styles['resolved'])}
    >
      <Head note={note} author={author} />
      <Quote note={note} orphaned={orphaned} />
      <Origin dispatch={dispatch} note={note} />
      {form === 'edit' ? (
        <NoteForm
          label={t('note.text-label')}
          placeholder={t('note.placeholder')}
          save={t('common.save')}
          initial={note.body}
          details={note}
          onSave={(words) => editNote(dispatch.id, note.id, words)}
          onCancel={() => setForm(null)}
        />
      ) : (
        <p className={styles['body']}>{note.body}</p>
      )}
      {note.links.map((link) => (
        <Button
          key={link.dispatchId}
          look="quiet"
          className={styles['link']}
          onClick={() => openDispatch(link.dispatchId)}
        >
          {link.headline || link.slug}
        </Button>
      ))}
      <Replies note={note} />
      {form === 'reply' && (
        <NoteForm
          label={t('note.reply-label')}
          placeholder={t('note.reply-placeholder')}
          save={t('note.save-reply')}
          onSave={({ body }) => replyToNote(dispatch.id, note.id, body)}
          onCancel={() => setForm(null)}
        />
      )}
      {form === null && active && (
        <Actions dispatchId={dispatch.id} note={note} orphaned={orphaned} onForm={setForm} />
      )}
      {active && <NoteHistory note={note} />}
    </section>
  );
}

function Head({ note, author }: { readonly note: NoteModel; readonly author: string }) {
  const { t, format } = useLocale();
  const alarming = note.state === 'open' && blocking.has(note.kind);
  return (
    <header className={styles['head']}>
      <span className={styles['author']}>{author}</span>
      {note.addressee !== '' && (
        <span title={t('note.addressed', { name: note.addressee })}>
          <span aria-hidden="true">→ </span>
          {note.addressee}
        </span>
      )}
      <span
        className={cx(styles['kind'], alarming && styles['alarming'])}
        title={alarming ? t('note.blocks') : undefined}
      >
        {t(`note.kind.${note.kind}`)}
      </span>
      {note.state === 'resolved' && <span>{t('note.resolved')}</span>}
      <time
        dateTime={new Date(note.createdAt).toISOString()}
        title={
          note.editedAt === null
            ? format.dateTime(note.createdAt)
            : t('note.edited', { time: format.dateTime(note.editedAt) })
        }
      >
        {format.clock(note.createdAt)}
      </time>
    </header>
  );
}

function Actions({
  dispatchId,
  note,
  orphaned,
  onForm,
}: {
  readonly dispatchId: string;
  readonly note: NoteModel;
  readonly orphaned: boolean;
  readonly onForm: (form: 'edit' | 'reply') => void;
}) {
  const { t } = useLocale();
  const selection = useDesk((desk) => desk.selection);
  const open = note.state === 'open';
  return (
    <div className={styles['actions']}>
      <Button
        writes
        look="quiet"
        onClick={() => void setNoteState(dispatchId, note.id, open ? 'resolved' : 'open')}
      >
        {t(open ? 'note.resolve' : 'note.reopen')}
      </Button>
      <Button writes look="quiet" onClick={() => onForm('reply')}>
        {t('note.reply')}
      </Button>
      <Button writes look="quiet" onClick={() => onForm('edit')}>
        {t('note.edit')}
      </Button>
      {orphaned && (
        <Button
          writes
          look="quiet"
          disabled={selection === null}
          title={selection === null ? t('note.reattach-hint') : undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => void reattachNote(dispatchId, note.id).then(() => showWords(note.id))}
        >
          {t('note.reattach')}
        </Button>
      )}
    </div>
  );
}

function activate(noteId: string): void {
  useDesk.setState({ activeNoteId: noteId });
}

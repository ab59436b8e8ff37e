import { useState } from 'react';
import type { NoteModel } from '@contract/models';
import { useDesk } from '../../state/desk';
import { editNote, replyToNote, setNoteState } from '../../state/notes';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';
import { useLocale } from '../../ui/i18n/Locale';
import { NoteForm } from './NoteForm';
import styles from './Notes.module.css';

const blocking: ReadonlySet<NoteModel['kind']> = new Set(['legal', 'fact-check']);

type NoteCardProps = {
  readonly dispatchId: string;
  readonly note: NoteModel;
  readonly active: boolean;
};

/** One note: who, what for, on which words; its text, its answers, and what can be done with it. */
export function NoteCard(props: NoteCardProps) {
  const { id } = props.note;
  return (
    <div role="presentation" onFocus={() => activate(id)} onClick={() => activate(id)}>
      <Card {...props} />
    </div>
  );
}

function Card({ dispatchId, note, active }: NoteCardProps) {
  const { t, format } = useLocale();
  const [form, setForm] = useState<'edit' | 'reply' | null>(null);
  const author = note.author === '' ? t('note.someone') : note.author;
  const kind = t(`note.kind.${note.kind}`);
  const open = note.state === 'open';
  return (
    <section
      data-card={note.id}
      data-target={note.target.id}
      aria-label={t('note.label', { author, kind })}
      className={cx(styles['card'], active && styles['active'], !open && styles['resolved'])}
    >
      <header className={styles['head']}>
        <span className={styles['author']}>{author}</span>
        <span
          className={cx(open && blocking.has(note.kind) && styles['alarming'])}
          title={open && blocking.has(note.kind) ? t('note.blocks') : undefined}
        >
          {kind}
        </span>
        {!open && <span>{t('note.resolved')}</span>}
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
      <Quote note={note} />
      {form === 'edit' ? (
        <NoteForm
          label={t('note.text-label')}
          placeholder={t('note.placeholder')}
          save={t('common.save')}
          initial={note.body}
          onSave={(body) => editNote(dispatchId, note.id, body)}
          onCancel={() => setForm(null)}
        />
      ) : (
        <p className={styles['body']}>{note.body}</p>
      )}
      <Replies note={note} />
      {form === 'reply' && (
        <NoteForm
          label={t('note.reply-label')}
          placeholder={t('note.reply-placeholder')}
          save={t('note.save-reply')}
          onSave={(body) => replyToNote(dispatchId, note.id, body)}
          onCancel={() => setForm(null)}
        />
      )}
      {form === null && active && (
        <div className={styles['actions']}>
          <Button
            writes
            look="quiet"
            onClick={() => void setNoteState(dispatchId, note.id, open ? 'resolved' : 'open')}
          >
            {t(open ? 'note.resolve' : 'note.reopen')}
          </Button>
          <Button writes look="quiet" onClick={() => setForm('reply')}>
            {t('note.reply')}
          </Button>
          <Button writes look="quiet" onClick={() => setForm('edit')}>
            {t('note.edit')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** The words a note speaks of; choosing them shows them on the sheet. */
function Quote({ note }: { readonly note: NoteModel }) {
  const { t } = useLocale();
  if (note.anchor === null) return <p className={styles['quote']}>{t('note.on-whole')}</p>;
  return (
    <button
      type="button"
      className={styles['quoteButton']}
      onClick={() => {
        activate(note.id);
        showWords(note.id);
      }}
    >
      <span className={styles['quote']}>{t('note.quote', { words: note.anchor.exact })}</span>
    </button>
  );
}

function Replies({ note }: { readonly note: NoteModel }) {
  const { t, format } = useLocale();
  return note.replies.map((reply) => (
    <div key={reply.id} className={styles['reply']}>
      <div className={styles['head']}>
        <span className={styles['author']}>
          {reply.author === '' ? t('note.someone') : reply.author}
        </span>
        <time
          dateTime={new Date(reply.createdAt).toISOString()}
          title={format.dateTime(reply.createdAt)}
        >
          {format.clock(reply.createdAt)}
        </time>
      </div>
      <p className={styles['body']}>{reply.body}</p>
    </div>
  ));
}

function activate(noteId: string): void {
  useDesk.setState({ activeNoteId: noteId });
}

/** Brings the words of a note into sight. */
function showWords(noteId: string): void {
  document.querySelector(`[data-note-id="${noteId}"]`)?.scrollIntoView({ block: 'center' });
}

import type { DispatchModel } from '@contract/models';
import type { NoteEventModel, NoteModel } from '@contract/notes';
import { showWords } from '../../state/notes';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Notes.module.css';

/** The words a note speaks of; choosing them goes to them on the sheet. Lost ones keep their context. */
export function Quote({
  note,
  orphaned,
}: {
  readonly note: NoteModel;
  readonly orphaned: boolean;
}) {
  const { t } = useLocale();
  const { anchor, target, part } = note;
  if (anchor === null) {
    return (
      <p className={styles['quote']}>
        {t(target.on === 'dispatch' ? 'note.on-dispatch' : 'note.on-whole')}
      </p>
    );
  }
  const words = t(part === 'photo' ? 'note.on-photo' : 'note.quote', {
    words: anchor.exact.replaceAll('\n', ' ').trim(),
  });
  if (orphaned) {
    return (
      <div className={styles['lost']}>
        <p className={styles['quote']}>{words}</p>
        <p className={styles['context']}>
          {t('note.context')}{' '}
          <span>
            …{anchor.prefix}
            <mark>{anchor.exact}</mark>
            {anchor.suffix}…
          </span>
        </p>
      </div>
    );
  }
  return (
    <button
      type="button"
      className={styles['quoteButton']}
      onClick={() => showWords(note.id, 'focus')}
    >
      <span className={styles['quote']}>{words}</span>
    </button>
  );
}

/** From which take a note was carried over, where it was. */
export function Origin({
  dispatch,
  note: { origin },
}: {
  readonly dispatch: DispatchModel;
  readonly note: NoteModel;
}) {
  const { t, format } = useLocale();
  if (origin === null) return null;
  const take = dispatch.takes.find(({ id }) => id === origin.takeId);
  return (
    <p className={styles['origin']}>
      {t('note.carried', {
        ordinal: take?.ordinal ?? 0,
        stamp:
          (take === undefined ? undefined : format.stamp(take.stamp)) ?? t('take.time-unknown'),
      })}
    </p>
  );
}

/** The answers to a note, in order. */
export function Replies({ note }: { readonly note: NoteModel }) {
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

/** What became of a note since it was made; nothing where nothing did. */
export function NoteHistory({ note }: { readonly note: NoteModel }) {
  const { t, format } = useLocale();
  if (note.events.length === 0) return null;
  return (
    <details className={styles['history']}>
      <summary>{t('note.history', { count: note.events.length })}</summary>
      <ol>
        <li>
          <time>{format.dateTime(note.createdAt)}</time>{' '}
          {t('note.event.created', { author: note.author || t('note.someone') })}
        </li>
        {note.events.map((event) => (
          <li key={`${event.at}-${event.change}`}>
            <time>{format.dateTime(event.at)}</time>{' '}
            {t(`note.event.${event.change}`, { author: event.author || t('note.someone') })}
            <Before event={event} />
          </li>
        ))}
      </ol>
    </details>
  );
}

/** What the note said before, where words of a person changed. */
function Before({ event }: { readonly event: NoteEventModel }) {
  const { t } = useLocale();
  if (event.before === '') return null;
  if (event.change === 'edited' || event.change === 'addressed') {
    return <del className={styles['before']}>{event.before}</del>;
  }
  if (event.change !== 'reattached') return null;
  return (
    <del className={styles['before']}>{t('note.quote', { words: exactOf(event.before) })}</del>
  );
}

function exactOf(json: string): string {
  const anchor = JSON.parse(json) as { readonly exact?: string };
  return anchor.exact ?? '';
}

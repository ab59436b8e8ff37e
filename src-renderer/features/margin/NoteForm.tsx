import { Link2 } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { NoteModel } from '@contract/notes';
import { noteKinds, type NoteKind } from '@domain/annotation/annotation';
import { useFoundDispatches } from '../../state/find';
import type { NoteWords } from '../../state/notes';
import { Button, IconButton } from '../../ui/Button';
import { DispatchChooser } from '../../ui/DispatchChooser';
import { useLocale } from '../../ui/i18n/Locale';
import controls from '../../ui/controls.module.css';
import styles from './Notes.module.css';

const longest = 20_000;
const longestName = 40;

/** What a note says besides its words, as a form first shows it. */
export type NoteDetails = {
  readonly kind: NoteKind;
  readonly addressee: string;
  readonly links: NoteModel['links'];
};

/** What a new note says besides its words. */
export const newDetails: NoteDetails = { kind: 'comment', addressee: '', links: [] };

/** Where the words of a note or a reply are written. Mod+Enter keeps them, Escape puts them away. */
export function NoteForm({
  label,
  placeholder,
  save,
  initial = '',
  details: firstDetails,
  onSave,
  onCancel,
}: {
  readonly label: string;
  readonly placeholder: string;
  readonly save: string;
  readonly initial?: string;
  /** What else is first offered; absent for an answer, which has nothing else. */
  readonly details?: NoteDetails;
  /** Keeps the words; false when they could not be kept, and the form stays. */
  readonly onSave: (words: NoteWords) => Promise<boolean>;
  readonly onCancel: () => void;
}) {
  const { t } = useLocale();
  const [body, setBody] = useState(initial);
  const [details, setDetails] = useState(firstDetails ?? newDetails);
  const [saving, setSaving] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.focus({ preventScroll: true }), []);
  const keep = async (): Promise<void> => {
    if (body.trim() === '' || saving) return;
    setSaving(true);
    const { kind, addressee } = details;
    const links = details.links.map(({ dispatchId }) => dispatchId);
    if (await onSave({ body: body.trim(), kind, addressee: addressee.trim(), links })) onCancel();
    else setSaving(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onCancel();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      void keep();
    }
  };
  return (
    <div className={styles['form']} role="group" aria-label={label} onKeyDown={onKeyDown}>
      <textarea
        ref={area}
        className={controls['input']}
        aria-label={label}
        placeholder={placeholder}
        maxLength={longest}
        value={body}
        onChange={(event) => setBody(event.target.value)}
      />
      {firstDetails !== undefined && (
        <Details details={details} onChange={(part) => setDetails({ ...details, ...part })} />
      )}
      <div className={styles['row']}>
        <span />
        <span className={controls['actions']}>
          <Button look="quiet" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          <Button disabled={body.trim() === '' || saving} onClick={() => void keep()}>
            {save}
          </Button>
        </span>
      </div>
    </div>
  );
}

/** The kind of a note, to whom it is, and the dispatches it links to. */
function Details({
  details,
  onChange,
}: {
  readonly details: NoteDetails;
  readonly onChange: (part: Partial<NoteDetails>) => void;
}) {
  const { t } = useLocale();
  const [linking, setLinking] = useState(false);
  const { kind, addressee, links } = details;
  return (
    <>
      <div className={styles['row']}>
        <select
          className={controls['input']}
          aria-label={t('note.kind-label')}
          value={kind}
          onChange={(event) => onChange({ kind: kindOf(event.target.value) })}
        >
          {noteKinds.map((value) => (
            <option key={value} value={value}>
              {t(`note.kind.${value}`)}
            </option>
          ))}
        </select>
        <input
          className={controls['input']}
          aria-label={t('note.addressee-label')}
          placeholder={t('note.addressee-hint')}
          maxLength={longestName}
          value={addressee}
          onChange={(event) => onChange({ addressee: event.target.value })}
        />
        <IconButton label={t('note.link-add')} onClick={() => setLinking(true)}>
          <Link2 aria-hidden="true" />
        </IconButton>
      </div>
      {links.map((link) => (
        <div key={link.dispatchId} className={styles['row']}>
          <span className={styles['linked']}>{link.headline || link.slug}</span>
          <Button
            look="quiet"
            aria-label={t('note.link-remove', { headline: link.headline || link.slug })}
            onClick={() => onChange({ links: links.filter((one) => one !== link) })}
          >
            {t('note.link-remove-short')}
          </Button>
        </div>
      ))}
      {linking && (
        <LinkChooser
          onChoose={(link) => {
            setLinking(false);
            const others = links.filter(({ dispatchId }) => dispatchId !== link.dispatchId);
            onChange({ links: [...others, link] });
          }}
          onClose={() => setLinking(false)}
        />
      )}
    </>
  );
}

function LinkChooser({
  onChoose,
  onClose,
}: {
  readonly onChoose: (link: NoteModel['links'][number]) => void;
  readonly onClose: () => void;
}) {
  const { found, find } = useFoundDispatches();
  const choose = (id: string): void => {
    const chosen = found.find((one) => one.id === id);
    if (chosen !== undefined) {
      onChoose({ dispatchId: id, slug: chosen.slug, headline: chosen.headline });
    }
  };
  return <DispatchChooser found={found} onText={find} onChoose={choose} onClose={onClose} />;
}

function kindOf(value: string): NoteKind {
  return noteKinds.find((kind) => kind === value) ?? 'comment';
}

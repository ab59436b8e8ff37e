import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { noteKinds, type NoteKind } from '@domain/annotation/annotation';
import { Button } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';
import controls from '../../ui/controls.module.css';
import styles from './Notes.module.css';

const longest = 20_000;

/** Where the words of a note or a reply are written. Mod+Enter keeps them, Escape puts them away. */
export function NoteForm({
  label,
  placeholder,
  save,
  initial = '',
  kind: firstKind,
  onSave,
  onCancel,
}: {
  readonly label: string;
  readonly placeholder: string;
  readonly save: string;
  readonly initial?: string;
  /** The kind first offered; absent where the kind is not to be chosen. */
  readonly kind?: NoteKind;
  /** Keeps the words; false when they could not be kept, and the form stays. */
  readonly onSave: (body: string, kind: NoteKind) => Promise<boolean>;
  readonly onCancel: () => void;
}) {
  const { t } = useLocale();
  const [body, setBody] = useState(initial);
  const [kind, setKind] = useState<NoteKind>(firstKind ?? 'comment');
  const [saving, setSaving] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.focus({ preventScroll: true }), []);
  const keep = async (): Promise<void> => {
    if (body.trim() === '' || saving) return;
    setSaving(true);
    if (await onSave(body.trim(), kind)) onCancel();
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
      <div className={styles['row']}>
        {firstKind === undefined ? (
          <span />
        ) : (
          <select
            className={controls['input']}
            aria-label={t('note.kind-label')}
            value={kind}
            onChange={(event) => setKind(kindOf(event.target.value))}
          >
            {noteKinds.map((value) => (
              <option key={value} value={value}>
                {t(`note.kind.${value}`)}
              </option>
            ))}
          </select>
        )}
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

function kindOf(value: string): NoteKind {
  return noteKinds.find((kind) => kind === value) ?? 'comment';
}

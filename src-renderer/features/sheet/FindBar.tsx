import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useLiveDraft } from '../../state/draft';
import { showDialog } from '../../state/desk';
import { useFinding } from '../../state/find-everywhere';
import { useFind } from '../../state/find-in-draft';
import { say } from '../../state/toasts';
import { Button, IconButton } from '../../ui/Button';
import controls from '../../ui/controls.module.css';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Suggest.module.css';

/** Finds words in the draft and puts others in their place; quoted words only when asked. */
export function FindBar() {
  const open = useFind((find) => find.open);
  return open ? <OpenFindBar /> : null;
}

function OpenFindBar() {
  const { t } = useLocale();
  const handle = useLiveDraft((live) => live.handle);
  // Counted anew whenever the text changes.
  useLiveDraft((live) => live.document);
  const [text, setText] = useState('');
  const [replacement, setReplacement] = useState('');
  const [matchCase, setMatchCase] = useState(true);
  const [quotedToo, setQuotedToo] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const wanted = { text, matchCase };
  const count = handle?.find.count(wanted) ?? 0;
  const next = (): void => {
    if (handle?.find.next(wanted) === true) handle.focus();
  };
  const replace = (): void => {
    if (handle === null) return;
    const { replaced, skipped } = handle.find.replaceAll(wanted, replacement, quotedToo);
    say('find.replaced', { count: replaced, skipped }, 'good');
    // The button that was pressed may have nothing left to do.
    field.current?.focus();
  };
  const everywhere = (): void => {
    useFinding.setState((finding) => ({
      wanted: { ...finding.wanted, ...wanted, is: 'words' },
      replacement,
      quotedToo,
    }));
    showDialog('find-everywhere');
  };
  return (
    <div
      role="group"
      aria-label={t('find.bar')}
      className={styles['bar']}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close(handle?.focus);
        else if (event.key === 'Enter' && event.target === field.current) next();
      }}
    >
      <input
        ref={field}
        className={controls['input']}
        aria-label={t('find.words')}
        placeholder={t('find.words')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <input
        className={controls['input']}
        aria-label={t('find.replacement')}
        placeholder={t('find.replacement')}
        value={replacement}
        onChange={(event) => setReplacement(event.target.value)}
      />
      <span role="status">{text === '' ? '' : t('find.count', { count })}</span>
      <Check label={t('find.case')} checked={matchCase} onChange={setMatchCase} />
      <Check label={t('find.quoted')} checked={quotedToo} onChange={setQuotedToo} />
      <Button look="quiet" disabled={count === 0} onClick={next}>
        {t('find.next')}
      </Button>
      <Button disabled={count === 0} onClick={replace}>
        {t('find.replace-all')}
      </Button>
      <Button look="quiet" command="edit.replace-everywhere" onClick={everywhere}>
        {t('find.everywhere')}
      </Button>
      <IconButton label={t('find.close')} onClick={() => close(handle?.focus)}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  );
}

function Check({
  label,
  checked,
  onChange,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <label className={styles['view']}>
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}

function close(focus: (() => void) | undefined): void {
  useFind.setState({ open: false });
  focus?.();
}

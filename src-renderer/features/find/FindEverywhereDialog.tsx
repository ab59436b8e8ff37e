import { useState } from 'react';
import type { AppError } from '@contract/errors';
import { reaches } from '@contract/find';
import { showDialog } from '../../state/desk';
import {
  findEverywhere,
  replaceEverywhere,
  useFinding,
  type Preview,
  type Wanted,
} from '../../state/find-everywhere';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import controls from '../../ui/controls.module.css';
import { Dialog } from '../../ui/Dialog';
import { Empty } from '../../ui/Empty';
import { ErrorNote } from '../../ui/ErrorNote';
import { Field } from '../../ui/Field';
import { FindOptions } from '../../ui/FindOptions';
import { useLocale } from '../../ui/i18n/Locale';
import { FoundTexts } from './FoundTexts';
import styles from './Find.module.css';

/** Finds words in all drafts and in what is published, and replaces them in the drafts that are chosen. */
export function FindEverywhereDialog() {
  const { t } = useLocale();
  const { quotedToo } = useFinding();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [failed, setFailed] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);
  const find = async (): Promise<void> => {
    setBusy(true);
    const outcome = await findEverywhere();
    setBusy(false);
    setLeft(new Set());
    setPreview(outcome.ok ? outcome.value : null);
    setFailed(outcome.ok ? null : outcome.error);
  };
  const chosen = (preview?.found ?? []).filter(
    ({ on, id, count, quoted }) => on === 'draft' && !left.has(id) && (quotedToo || count > quoted),
  );
  const replace = async (): Promise<void> => {
    if (preview === null) return;
    setBusy(true);
    const error = await replaceEverywhere(preview, chosen);
    setBusy(false);
    setFailed(error);
    if (error === null) showDialog(null);
  };
  return (
    <Dialog
      size="full"
      title={t('everywhere.title')}
      onClose={() => showDialog(null)}
      footer={
        <>
          <Button onClick={() => showDialog(null)}>{t('common.close')}</Button>
          <Button
            writes
            look="primary"
            disabled={busy || chosen.length === 0}
            onClick={() => void replace()}
          >
            {t('everywhere.replace', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <Form
        busy={busy}
        onFind={() => void find()}
        onChange={() => {
          // What was found is not what would be replaced any more.
          setPreview(null);
        }}
      />
      {failed !== null && <ErrorNote error={failed} />}
      <p role="status" aria-live="polite">
        {busy ? t('everywhere.running') : preview === null ? '' : told(preview, t)}
      </p>
      {preview?.found.length === 0 && <Empty text={t('everywhere.none')} />}
      {preview !== null && preview.found.length > 0 && (
        <FoundTexts
          found={preview.found}
          quotedToo={quotedToo}
          left={left}
          onLeave={(id, leaves) => {
            const next = new Set(left);
            if (leaves) next.add(id);
            else next.delete(id);
            setLeft(next);
          }}
        />
      )}
    </Dialog>
  );
}

function told({ found, read, of }: Preview, t: ReturnType<typeof useLocale>['t']): string {
  const places = found.reduce((sum, { count }) => sum + count, 0);
  const all = t('everywhere.found', { count: places, texts: found.length });
  return read < of ? `${all} ${t('everywhere.not-all', { read, of })}` : all;
}

/** What is looked for, what comes in its place, and where. */
function Form({
  busy,
  onFind,
  onChange,
}: {
  readonly busy: boolean;
  readonly onFind: () => void;
  readonly onChange: () => void;
}) {
  const { t } = useLocale();
  const { wanted, replacement, quotedToo, reach } = useFinding();
  const want = (part: Partial<Wanted>): void => {
    useFinding.setState({ wanted: { ...wanted, ...part } });
    onChange();
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted.text !== '' && !busy) onFind();
      }}
    >
      <Field label={t('find.words')}>
        {(ids) => (
          <input
            {...ids}
            data-autofocus=""
            className={controls['input']}
            value={wanted.text}
            onChange={(event) => want({ text: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('find.replacement')}>
        {(ids) => (
          <input
            {...ids}
            className={controls['input']}
            value={replacement}
            onChange={(event) => useFinding.setState({ replacement: event.target.value })}
          />
        )}
      </Field>
      <div className={styles['options']}>
        <FindOptions
          wanted={wanted}
          quotedToo={quotedToo}
          onWanted={want}
          onQuotedToo={(also) => useFinding.setState({ quotedToo: also })}
        />
      </div>
      <Choice
        boxed
        label={t('everywhere.reach')}
        value={reach}
        options={reaches.map((value) => ({ value, label: t(`everywhere.reach.${value}`) }))}
        onChange={(value) => {
          useFinding.setState({ reach: value });
          onChange();
        }}
      />
      <Button type="submit" disabled={busy || wanted.text === ''}>
        {t('everywhere.find')}
      </Button>
    </form>
  );
}

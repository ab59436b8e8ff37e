import { useEffect, useState } from 'react';
import { call, type Outcome } from '../../bridge/bridge';
import { queryClient } from '../../state/client';
import { showDialog } from '../../state/desk';
import { keys } from '../../state/queries';
import { sayError } from '../../state/toasts';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { isMessageKey, type Translate } from '../../ui/i18n/translate';
import { useLocale } from '../../ui/i18n/Locale';
import { Mend } from './Mend';

/** Checks the whole record against its hashes and says what was found. */
export function VerifyDialog() {
  const { t } = useLocale();
  const [outcome, setOutcome] = useState<Outcome<'archive.verify'> | null>(null);
  useEffect(() => {
    let current = true;
    void call('archive.verify', {}).then((answer) => {
      if (current) setOutcome(answer);
      // The archive keeps what came of it.
      void queryClient.invalidateQueries({ queryKey: keys.status });
    });
    return () => {
      current = false;
    };
  }, []);
  return (
    <Dialog
      title={t('verify.title')}
      onClose={() => showDialog(null)}
      footer={<Button onClick={() => showDialog(null)}>{t('common.close')}</Button>}
    >
      <div aria-live="polite" aria-busy={outcome === null}>
        {outcome === null && <p>{t('verify.running')}</p>}
        {outcome?.ok === false && <ErrorNote error={outcome.error} />}
        {outcome?.ok === true && <Findings result={outcome.value} />}
      </div>
    </Dialog>
  );
}

function Findings({
  result,
}: {
  readonly result: Extract<Outcome<'archive.verify'>, { ok: true }>['value'];
}) {
  const { t } = useLocale();
  const { dispatches, revisions, problems } = result;
  if (problems.length === 0) return <p>{t('verify.whole', { dispatches, revisions })}</p>;
  return (
    <>
      <p>{t('verify.problems', { count: problems.length })}</p>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.code} ${problem.subject}`}>{problemText(t, problem)}</li>
        ))}
      </ul>
      {problems.every(({ code }) => code.startsWith('index-')) ? (
        <RebuildIndex />
      ) : (
        <Mend onDone={() => showDialog(null)} />
      )}
    </>
  );
}

/** The index is made of the texts: where it alone is damaged, it is made again. */
function RebuildIndex() {
  const { t } = useLocale();
  const rebuild = async (): Promise<void> => {
    const outcome = await call('search.reindex', {});
    if (!outcome.ok) sayError(outcome.error);
    showDialog(null);
  };
  return <Button onClick={() => void rebuild()}>{t('verify.rebuild-index')}</Button>;
}

type Problem = Extract<Outcome<'archive.verify'>, { ok: true }>['value']['problems'][number];

/** What was found, in words; one without words is named by its code. */
function problemText(t: Translate, { code, subject, where }: Problem): string {
  const key = `verify.problem.${code}`;
  if (!isMessageKey(key)) return t('verify.problem', { code, subject });
  if (where === null) return t(key, { subject });
  const { slug, headline, number, ordinal } = where;
  const dispatch = {
    slug: slug === '' ? t('wire.no-slug') : slug,
    headline: headline === '' ? t('wire.untitled') : headline,
  };
  return t(key, {
    subject:
      ordinal === null
        ? t('verify.entry', { ...dispatch, number })
        : t('verify.take', { ...dispatch, ordinal }),
  });
}

import { useState } from 'react';
import { ChevronDown } from 'lucide-react';
import type { Side } from '@domain/compare/comparison';
import type { AppError } from '@contract/errors';
import type { DispatchModel } from '@contract/models';
import { errorOf } from '../../state/client';
import { newestState, pickState, type PickedState } from '../../state/compare';
import { useFoundDispatches } from '../../state/find';
import { headlineText } from '../../state/headline';
import { readDispatch } from '../../state/queries';
import { Button } from '../../ui/Button';
import { DispatchChooser } from '../../ui/DispatchChooser';
import { ErrorNote } from '../../ui/ErrorNote';
import { Field } from '../../ui/Field';
import { useLocale } from '../../ui/i18n/Locale';
import { refOf, valueOf, type StateGroup } from './model';
import styles from './Compare.module.css';

/** Chooses a side: the dispatch, found by typing, and one of its states. */
export function StatePicker({
  side,
  picked,
  dispatch,
  groups,
}: {
  readonly side: Side;
  readonly picked: PickedState;
  /** Undefined while it is being read. */
  readonly dispatch: DispatchModel | undefined;
  readonly groups: readonly StateGroup[];
}) {
  const { t } = useLocale();
  const [choosing, setChoosing] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const label = t(side === 'left' ? 'compare.before' : 'compare.after');
  const name = nameOf(dispatch) ?? t('wire.untitled');
  return (
    <div role="group" aria-label={label} className={styles['picker']}>
      <Button
        look="quiet"
        aria-haspopup="dialog"
        aria-label={t('compare.dispatch', { name })}
        className={styles['dispatch']}
        onClick={() => setChoosing(true)}
      >
        <span>{name}</span>
        <ChevronDown aria-hidden="true" />
      </Button>
      <Field label={label}>
        {(ids) => (
          <select
            {...ids}
            value={valueOf(picked.ref)}
            onChange={(event) => pickState(side, { ...picked, ref: refOf(event.target.value) })}
          >
            {groups.map((group) => (
              <optgroup key={group.options[0]?.value} label={group.label}>
                {group.options.map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.label}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      {error !== null && <ErrorNote error={error} />}
      {choosing && (
        <OtherDispatch
          onClose={() => setChoosing(false)}
          onChoose={(id) => {
            setChoosing(false);
            setError(null);
            readDispatch(id).then(
              (chosen) => pickState(side, newestState(chosen)),
              (thrown: unknown) => setError(errorOf(thrown)),
            );
          }}
        />
      )}
    </div>
  );
}

/** A dispatch as the comparison names it: by its slug, else by its headline. */
export function nameOf(dispatch: DispatchModel | undefined): string | undefined {
  if (dispatch === undefined) return undefined;
  if (dispatch.slug !== '') return dispatch.slug;
  const documents = [...dispatch.takes, ...(dispatch.draft === null ? [] : [dispatch.draft])];
  return documents.map(({ document }) => headlineText(document)).find((text) => text !== '');
}

function OtherDispatch({
  onChoose,
  onClose,
}: {
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}) {
  const { found, find } = useFoundDispatches();
  return <DispatchChooser found={found} onText={find} onChoose={onChoose} onClose={onClose} />;
}

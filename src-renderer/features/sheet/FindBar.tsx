import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { DispatchModel } from '@contract/models';
import { parseDocument } from '@domain/document/node';
import { showDialog, useDesk } from '../../state/desk';
import { useLiveDraft } from '../../state/draft';
import { useFinding } from '../../state/find-everywhere';
import {
  closeFind,
  goToPlace,
  look,
  replaceAll,
  replaceOne,
  useFind,
  withins,
} from '../../state/find-in-draft';
import type { SearchedText } from '../../state/places';
import { Button, IconButton } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import controls from '../../ui/controls.module.css';
import { ErrorNote } from '../../ui/ErrorNote';
import { FindOptions } from '../../ui/FindOptions';
import { useLocale } from '../../ui/i18n/Locale';
import { FoundPlaces } from './FoundPlaces';
import styles from './FindBar.module.css';

/**
 * Finds words in the draft or in the whole dispatch, and puts others in their place in the draft:
 * published text is found, and never changed.
 */
export function FindBar({ dispatch }: { readonly dispatch: DispatchModel }) {
  const open = useFind((find) => find.open);
  return open ? <OpenFindBar dispatch={dispatch} /> : null;
}

function OpenFindBar({ dispatch }: { readonly dispatch: DispatchModel }) {
  const { t } = useLocale();
  const { wanted, quotedToo } = useFinding();
  const asked = useFind((find) => find.asked);
  const refused = useFind((find) => find.refused);
  const count = useFind(({ texts }) => texts.reduce((sum, { places }) => sum + places.length, 0));
  const hasDraft = useLiveDraft((live) => live.handle !== null);
  const [listed, setListed] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useLooking(dispatch);
  useSteppingKeys();
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') closeFind();
    else if (event.key === 'Enter' && event.target === field.current) {
      event.preventDefault();
      void goToPlace(event.shiftKey ? -1 : 1);
    }
  };
  return (
    <div
      role="group"
      aria-label={t('find.bar')}
      className={styles['bar']}
      data-screen-only=""
      onKeyDown={onKeyDown}
    >
      <div className={styles['row']}>
        <input
          ref={field}
          className={controls['input']}
          aria-label={t('find.words')}
          placeholder={t('find.words')}
          value={wanted.text}
          onChange={(event) =>
            useFinding.setState({ wanted: { ...wanted, text: event.target.value } })
          }
        />
        <Counter count={count} />
        <IconButton
          label={`${t('find.previous')}  ⇧ F3`}
          disabled={count === 0}
          onClick={() => void goToPlace(-1)}
        >
          <ChevronUp aria-hidden="true" />
        </IconButton>
        <IconButton
          label={`${t('find.next')}  F3`}
          disabled={count === 0}
          onClick={() => void goToPlace(1)}
        >
          <ChevronDown aria-hidden="true" />
        </IconButton>
        <Button
          look="quiet"
          aria-expanded={listed}
          disabled={count === 0}
          onClick={() => setListed(!listed)}
        >
          {t('find.list')}
        </Button>
        <Within hasDraft={hasDraft} />
        <Button
          look="quiet"
          command="edit.replace-everywhere"
          onClick={() => showDialog('find-everywhere')}
        >
          {t('find.everywhere')}
        </Button>
        <IconButton label={t('find.close')} onClick={closeFind}>
          <X aria-hidden="true" />
        </IconButton>
      </div>
      {hasDraft && <Replacing count={count} onDone={() => field.current?.focus()} />}
      <FindOptions
        wanted={wanted}
        quotedToo={quotedToo}
        onWanted={(changed) => useFinding.setState({ wanted: changed })}
        onQuotedToo={(also) => useFinding.setState({ quotedToo: also })}
      />
      {refused !== null && <ErrorNote error={refused} />}
      {listed && count > 0 && <FoundPlaces dispatch={dispatch} />}
    </div>
  );
}

/** What is put in the place of the words, one by one or of all at once. */
function Replacing({ count, onDone }: { readonly count: number; readonly onDone: () => void }) {
  const { t } = useLocale();
  const replacement = useFinding((finding) => finding.replacement);
  return (
    <div className={styles['row']}>
      <input
        className={controls['input']}
        aria-label={t('find.replacement')}
        placeholder={t('find.replacement')}
        value={replacement}
        onChange={(event) => useFinding.setState({ replacement: event.target.value })}
      />
      <Button disabled={count === 0} onClick={() => void replaceOne()}>
        {t('find.replace-one')}
      </Button>
      <Button
        disabled={count === 0}
        onClick={() => {
          void replaceAll();
          // The button that was pressed may have nothing left to do.
          onDone();
        }}
      >
        {t('find.replace-all')}
      </Button>
    </div>
  );
}

/** How many places there are, and which of them one is at. */
function Counter({ count }: { readonly count: number }) {
  const { t } = useLocale();
  const isAsked = useFinding(({ wanted }) => wanted.text !== '');
  const refused = useFind((find) => find.refused);
  const ordinal = useFind(({ texts, marks, current }) => {
    const here = texts.findIndex(({ id }) => id === current?.id);
    const before = texts.slice(0, here).reduce((sum, { places }) => sum + places.length, 0);
    const own = marks[current?.id ?? '']?.places ?? [];
    return current === null ? 0 : before + 1 + own.findIndex(({ from }) => from === current.from);
  });
  return (
    <span role="status" className={styles['count']}>
      {!isAsked || refused !== null
        ? ''
        : ordinal > 0
          ? t('find.place-of', { ordinal, count })
          : t('find.count', { count })}
    </span>
  );
}

function Within({ hasDraft }: { readonly hasDraft: boolean }) {
  const { t } = useLocale();
  const within = useFind((find) => find.within);
  if (!hasDraft) return null;
  return (
    <Choice
      boxed
      label={t('everywhere.reach')}
      value={within}
      options={withins.map((value) => ({ value, label: t(`find.within.${value}`) }))}
      onChange={(value) => useFind.setState({ within: value })}
    />
  );
}

/** Looks anew whenever the words, the options or the texts change. */
function useLooking(dispatch: DispatchModel): void {
  const { wanted } = useFinding();
  const within = useFind((find) => find.within);
  const document = useLiveDraft((live) => live.document);
  const hasDraft = useLiveDraft((live) => live.handle !== null);
  const newestFirst = useDesk((desk) => desk.takesOrder) === 'newest';
  const { draft, takes } = dispatch;
  const draftOnly = within === 'draft' && hasDraft;
  const published = useMemo(() => {
    if (draftOnly) return [];
    const texts = takes.flatMap(({ id, kind, document: json }): readonly SearchedText[] => {
      const parsed = parseDocument(json);
      return parsed.ok ? [{ on: 'take', id, kind, document: parsed.value }] : [];
    });
    return newestFirst ? texts.toReversed() : texts;
  }, [draftOnly, takes, newestFirst]);
  useEffect(() => {
    const own: readonly SearchedText[] =
      draft === null || document === null
        ? []
        : [{ on: 'draft', id: draft.id, kind: draft.kind, document }];
    void look(newestFirst ? [...own, ...published] : [...published, ...own]);
  }, [wanted, draft, document, published, newestFirst]);
}

/** F3 and Shift+F3 go from place to place, wherever the focus is. */
function useSteppingKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'F3' || useDesk.getState().dialog !== null) return;
      event.preventDefault();
      // The passages of a search have the same keys: what was asked for last comes first.
      event.stopImmediatePropagation();
      void goToPlace(event.shiftKey ? -1 : 1);
    };
    globalThis.addEventListener('keydown', onKeyDown, { capture: true });
    return () => globalThis.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}

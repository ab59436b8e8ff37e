import { useMemo, type RefObject } from 'react';
import type { DispatchModel } from '@contract/models';
import { showMargin, useDesk, type MarginTab } from '../../state/desk';
import { useFindings } from '../../state/findings';
import { useDispatch } from '../../state/queries';
import { Empty } from '../../ui/Empty';
import { useLocale } from '../../ui/i18n/Locale';
import { Tabs, type TabSpec } from '../../ui/Tabs';
import { Checks } from './Checks';
import { Details } from './Details';
import { History } from './History';
import { Notes } from './Notes';

/** The margin: what people and the record say about the dispatch on the sheet. */
export function MarginPane({ sheet }: { readonly sheet: RefObject<HTMLElement | null> }) {
  const { t } = useLocale();
  const tab = useDesk((desk) => desk.marginTab);
  const { data: dispatch } = useDispatch(useDesk((desk) => desk.dispatchId));
  const tabs = useTabs(dispatch);
  return (
    <Tabs label={t('margin.tabs')} tabs={tabs} value={tab} onChange={showMargin}>
      {dispatch === undefined ? (
        <Empty text={t('margin.none')} />
      ) : (
        <>
          {tab === 'notes' && <Notes key={dispatch.id} dispatch={dispatch} sheet={sheet} />}
          {tab === 'details' && <Details dispatch={dispatch} />}
          {tab === 'history' && <History dispatch={dispatch} />}
          {tab === 'checks' && <Checks dispatch={dispatch} />}
        </>
      )}
    </Tabs>
  );
}

function useTabs(dispatch: DispatchModel | undefined): readonly TabSpec<MarginTab>[] {
  const { t, format } = useLocale();
  const blocking = (useFindings(dispatch) ?? []).filter((finding) => finding.blocking).length;
  const notes = useMemo(
    () => (dispatch?.notes ?? []).filter((note) => note.state === 'open').length,
    [dispatch],
  );
  return [
    {
      value: 'notes',
      label: t('margin.notes'),
      ...(notes > 0 && {
        count: { text: format.number(notes), label: t('margin.count-notes', { count: notes }) },
      }),
    },
    { value: 'details', label: t('margin.details') },
    { value: 'history', label: t('margin.history') },
    {
      value: 'checks',
      label: t('margin.checks'),
      ...(blocking > 0 && {
        count: {
          text: format.number(blocking),
          label: t('margin.count-checks', { count: blocking }),
          alarming: true,
        },
      }),
    },
  ];
}

import type { DispatchModel } from '@contract/models';
import { showDialog } from '../../state/desk';
import { setPersons } from '../../state/persons';
import { useLocale } from '../../ui/i18n/Locale';
import { Tags } from './Tags';

/** Whom a dispatch speaks of. */
export function Persons({ dispatch }: { readonly dispatch: DispatchModel }) {
  const { t } = useLocale();
  const { id, persons } = dispatch;
  return (
    <Tags
      title={t('persons.title')}
      none={t('persons.none')}
      tags={persons.map((name) => ({
        key: name,
        name,
        aside: '',
        remove: t('persons.remove', { name }),
        onRemove: () =>
          void setPersons(
            id,
            persons.filter((one) => one !== name),
          ),
      }))}
      add={t('persons.add')}
      command="dispatch.persons"
      onAdd={() => showDialog('persons')}
    />
  );
}

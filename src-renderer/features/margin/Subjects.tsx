import type { DispatchModel } from '@contract/models';
import { showDialog } from '../../state/desk';
import { setSubjects } from '../../state/topics';
import { useLocale } from '../../ui/i18n/Locale';
import { Tags } from './Tags';

/** What a dispatch is about. */
export function Subjects({ dispatch }: { readonly dispatch: DispatchModel }) {
  const { t } = useLocale();
  const { id, subjects } = dispatch;
  return (
    <Tags
      title={t('subjects.title')}
      none={t('subjects.none')}
      tags={subjects.map((subject) => {
        const { code, name } = subject;
        const shown = name === '' ? code : name;
        return {
          key: `${code} ${name}`,
          name: shown,
          aside: name === '' ? '' : code,
          remove: t('subjects.remove', { name: shown }),
          onRemove: () =>
            void setSubjects(
              id,
              subjects.filter((one) => one !== subject),
            ),
        };
      })}
      add={t('subjects.add')}
      command="dispatch.subjects"
      onAdd={() => showDialog('subjects')}
    />
  );
}

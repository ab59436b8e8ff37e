import type { DispatchModel } from '@contract/models';
import type { Subject } from '@domain/exchange/item';
import { showDialog } from '../../state/desk';
import { setSubjects } from '../../state/topics';
import { useLocale } from '../../ui/i18n/Locale';
import { SubjectChooser } from './SubjectChooser';

/** Chooses a subject for a dispatch. */
export function SubjectsDialog({ dispatch }: { readonly dispatch: DispatchModel }) {
  const { t } = useLocale();
  const choose = (subject: Subject): void => {
    showDialog(null);
    const isThere = dispatch.subjects.some(({ code, name }) =>
      subject.code === '' ? name === subject.name : code === subject.code,
    );
    if (!isThere) void setSubjects(dispatch.id, [...dispatch.subjects, subject]);
  };
  return (
    <SubjectChooser
      title={t('subjects.title')}
      named={dispatch.language}
      onChoose={choose}
      onClose={() => showDialog(null)}
    />
  );
}

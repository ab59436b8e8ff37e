import { addSubjectToFound } from '../features/search/found';
import { useSearch } from '../features/search/store';
import { SubjectChooser } from '../features/subjects/SubjectChooser';
import { showDialog } from '../state/desk';
import { useLocale } from '../ui/i18n/Locale';

/** Chooses a subject for all dispatches a search found. */
export function FoundSubject() {
  const { t, language } = useLocale();
  const dispatches = useSearch((state) => state.count?.dispatches);
  return (
    <SubjectChooser
      title={
        dispatches === undefined
          ? t('subjects.title')
          : t('subjects.of-found', { count: dispatches })
      }
      named={language}
      onChoose={(subject) => {
        showDialog(null);
        void addSubjectToFound(subject);
      }}
      onClose={() => showDialog(null)}
    />
  );
}

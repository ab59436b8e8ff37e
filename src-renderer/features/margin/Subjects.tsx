import { X } from 'lucide-react';
import type { DispatchModel } from '@contract/models';
import { showDialog } from '../../state/desk';
import { setSubjects } from '../../state/topics';
import { Button, IconButton } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';
import { useNoWriting } from '../../ui/Writing';
import styles from './Details.module.css';

/** What a dispatch is about. */
export function Subjects({ dispatch }: { readonly dispatch: DispatchModel }) {
  const { t } = useLocale();
  const { id, subjects } = dispatch;
  const refused = useNoWriting();
  return (
    <section aria-label={t('subjects.title')} className={styles['section']}>
      <h3 className={styles['title']}>{t('subjects.title')}</h3>
      {subjects.length === 0 && <p className={styles['facts']}>{t('subjects.none')}</p>}
      <ul className={styles['subjects']}>
        {subjects.map(({ code, name }) => (
          <li key={`${code} ${name}`}>
            <span>
              {name === '' ? code : name} <small>{name === '' ? '' : code}</small>
            </span>
            {refused === null && (
              <IconButton
                label={t('subjects.remove', { name: name === '' ? code : name })}
                onClick={() =>
                  void setSubjects(
                    id,
                    subjects.filter((one) => one.code !== code || one.name !== name),
                  )
                }
              >
                <X aria-hidden="true" />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      <Button writes command="dispatch.subjects" onClick={() => showDialog('subjects')}>
        {t('subjects.add')}
      </Button>
    </section>
  );
}

import { useRef, useState, type KeyboardEvent } from 'react';
import type { AppError } from '@contract/errors';
import type { ResponseOf } from '@contract/requests';
import { showDialog, useDesk } from '../../state/desk';
import { exportPreferences, importPreferences, setPreferences } from '../../state/preferences';
import { useArchiveStatus, usePreferences } from '../../state/queries';
import { sayError } from '../../state/toasts';
import { Button } from '../../ui/Button';
import controls from '../../ui/controls.module.css';
import { cx } from '../../ui/cx';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { focusByArrows } from '../../ui/focusByArrows';
import { useLocale } from '../../ui/i18n/Locale';
import { matchingSettings, sections, settingsOf, type Section, type Setting } from './settings';
import styles from './Preferences.module.css';

/** What the person prefers, by sections, found by its words; each change holds at once. */
export function PreferencesDialog() {
  const { data } = usePreferences();
  return data === undefined ? null : <Form known={data} />;
}

function Form({ known }: { readonly known: ResponseOf<'preferences.get'> }) {
  const locale = useLocale();
  const { t } = locale;
  const [error, setError] = useState<AppError | null>(null);
  const [searched, setSearched] = useState('');
  const [section, setSection] = useState<Section>('general');
  const archiveIsOpen = useArchiveStatus().data?.state === 'open';
  const change = async (part: Parameters<typeof setPreferences>[0]): Promise<void> => {
    const failed = await setPreferences(part);
    // What is left with the dialog is kept too: if it cannot be, it is said beside it.
    if (useDesk.getState().dialog === 'preferences') setError(failed);
    else if (failed !== null) sayError(failed);
  };
  const close = (): void => {
    // A field that still has the focus keeps what it holds when it is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    showDialog(null);
  };
  const titleOf = (one: Section): string => t(`preferences.section.${one}`);
  const settings = settingsOf({ locale, known, change, archiveIsOpen, searched });
  const found = matchingSettings(settings, searched, titleOf);
  const searching = searched.trim() !== '';
  const shown = searching ? found : settings.filter((one) => one.section === section);
  return (
    <Dialog
      title={t('preferences.title')}
      size="full"
      onClose={close}
      footer={<Foot version={known.version} onError={setError} onClose={close} />}
    >
      {error !== null && <ErrorNote error={error} />}
      <div className={styles['columns']}>
        <div className={styles['side']}>
          <input
            type="search"
            className={controls['input']}
            aria-label={t('preferences.search')}
            placeholder={t('preferences.search')}
            value={searched}
            onChange={(event) => setSearched(event.target.value)}
          />
          <Sections
            at={searching ? null : section}
            title={titleOf}
            onChoose={(chosen) => {
              setSearched('');
              setSection(chosen);
            }}
          />
          <p role="status" className={styles['label']}>
            {searching ? t('preferences.found', { count: found.length }) : ''}
          </p>
        </div>
        <Fields settings={shown} title={titleOf} />
      </div>
    </Dialog>
  );
}

function Sections({
  at,
  title,
  onChoose,
}: {
  readonly at: Section | null;
  readonly title: (section: Section) => string;
  readonly onChoose: (section: Section) => void;
}) {
  const { t } = useLocale();
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => focusByArrows(event, list.current);
  return (
    <ul ref={list} aria-label={t('preferences.sections')} onKeyDown={onKeyDown}>
      {sections.map((one) => (
        <li key={one}>
          <button
            type="button"
            className={cx(styles['section'], one === at && styles['chosen'])}
            aria-current={one === at ? 'page' : undefined}
            onClick={() => onChoose(one)}
          >
            {title(one)}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The settings, by their sections. */
function Fields({
  settings,
  title,
}: {
  readonly settings: readonly Setting[];
  readonly title: (section: Section) => string;
}) {
  return (
    <div className={styles['fields']}>
      {sections.map((section) => {
        const here = settings.filter((setting) => setting.section === section);
        if (here.length === 0) return null;
        return (
          <section key={section} aria-label={title(section)} className={styles['fieldsOf']}>
            <h3>{title(section)}</h3>
            {here.map(({ key, field }) => (
              <div key={key}>{field}</div>
            ))}
          </section>
        );
      })}
    </div>
  );
}

function Foot({
  version,
  onError,
  onClose,
}: {
  readonly version: string;
  readonly onError: (error: AppError | null) => void;
  readonly onClose: () => void;
}) {
  const { t } = useLocale();
  return (
    <>
      <span className={styles['version']}>{t('preferences.version', { version })}</span>
      <Button onClick={() => void importPreferences().then(onError)}>
        {t('preferences.import')}
      </Button>
      <Button onClick={() => void exportPreferences().then(onError)}>
        {t('preferences.export')}
      </Button>
      <Button look="primary" onClick={onClose}>
        {t('preferences.done')}
      </Button>
    </>
  );
}

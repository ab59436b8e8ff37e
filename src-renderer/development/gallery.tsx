import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/fonts';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/document.css';
import '../ui/photos.css';
import '../ui/marks.css';
import { Choice } from '../ui/Choice';
import type { Language } from '../ui/format/formats';
import { LocaleProvider } from '../ui/i18n/Locale';
import { Controls } from './Controls';
import { Fields } from './Fields';
import { Said } from './Said';
import styles from './gallery.module.css';

const looks = ['light', 'dark', 'contrast', 'contrast-dark'] as const;
const named = <V extends string>(values: readonly V[]) =>
  values.map((value) => ({ value, label: value }));

/** The shared components in all their states, for those who carry on; never in a package. */
function Gallery() {
  const [look, setLook] = useState<(typeof looks)[number]>('light');
  const [language, setLanguage] = useState<Language>('en');
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset['theme'] = look === 'dark' || look === 'contrast-dark' ? 'dark' : 'light';
    if (look.startsWith('contrast')) dataset['contrast'] = 'more';
    else delete dataset['contrast'];
    document.documentElement.lang = language;
  }, [look, language]);
  return (
    <LocaleProvider language={language} zone="Europe/Zurich" platform="linux">
      <main className={styles['gallery']}>
        <header className={styles['bar']}>
          <h1>Gallery</h1>
          <Choice boxed label="Look" options={named(looks)} value={look} onChange={setLook} />
          <Choice
            boxed
            label="Language"
            options={named(['en', 'fr'] as const)}
            value={language}
            onChange={setLanguage}
          />
        </header>
        <Controls />
        <Fields />
        <Said />
      </main>
    </LocaleProvider>
  );
}

const root = document.querySelector('#root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <Gallery />
    </StrictMode>,
  );
}

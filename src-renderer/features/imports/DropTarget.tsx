import { useEffect, useState } from 'react';
import { importFiles } from '../../state/imports';
import { isDraggedOut } from '../../state/release';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Imports.module.css';

/** Takes files and folders dropped anywhere on the window, and says beforehand what will happen. */
export function DropTarget() {
  const { t } = useLocale();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const holdsFiles = (event: DragEvent): boolean =>
      !isDraggedOut() && (event.dataTransfer?.types.includes('Files') ?? false);
    const take = (event: DragEvent): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    const onOver = (event: DragEvent): void => {
      if (!holdsFiles(event) || goesIntoDraft(event)) {
        setOver(false);
        return;
      }
      take(event);
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setOver(false);
      if (!holdsFiles(event) || goesIntoDraft(event)) return;
      take(event);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) void importFiles(files);
    };
    const listening = { capture: true };
    globalThis.addEventListener('dragenter', onOver, listening);
    globalThis.addEventListener('dragover', onOver, listening);
    globalThis.addEventListener('dragleave', onLeave, listening);
    globalThis.addEventListener('drop', onDrop, listening);
    return () => {
      globalThis.removeEventListener('dragenter', onOver, listening);
      globalThis.removeEventListener('dragover', onOver, listening);
      globalThis.removeEventListener('dragleave', onLeave, listening);
      globalThis.removeEventListener('drop', onDrop, listening);
    };
  }, []);
  if (!over) return null;
  return (
    <div className={styles['drop']}>
      <p className={styles['dropTitle']}>{t('import.drop.title')}</p>
      <p>{t('import.drop.text')}</p>
    </div>
  );
}

/** Pictures that are dropped on a draft go into it: nothing else that is dropped there does. */
function goesIntoDraft({ target, dataTransfer }: DragEvent): boolean {
  const items = [...(dataTransfer?.items ?? [])];
  return (
    target instanceof Element &&
    target.closest('[data-takes-photos]') !== null &&
    items.length > 0 &&
    items.every(({ kind, type }) => kind === 'file' && type.startsWith('image/'))
  );
}

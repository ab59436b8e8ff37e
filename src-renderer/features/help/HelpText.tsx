import { commandIds } from '@contract/commands';
import { commandLabels } from '@contract/labels';
import { Kbd } from '../../ui/Button';
import { shortcutText } from '../../ui/format/shortcut';
import { useLocale } from '../../ui/i18n/Locale';
import { blocksOf, type Inline } from './model';
import styles from './Help.module.css';

/** A text of the help, its commands by the names and shortcuts they have now. */
export function HelpText({ text }: { readonly text: string }) {
  return (
    <div className={styles['text']}>
      {blocksOf(text).map((block, index) =>
        block.is === 'paragraph' ? (
          <p key={index}>
            <Line line={block.line} />
          </p>
        ) : (
          <ul key={index}>
            {block.items.map((item, at) => (
              <li key={at}>
                <Line line={item} />
              </li>
            ))}
          </ul>
        ),
      )}
    </div>
  );
}

function Line({ line }: { readonly line: readonly Inline[] }) {
  return line.map((part, index) => {
    switch (part.is) {
      case 'words':
        return part.text;
      case 'term':
        return <strong key={index}>{part.text}</strong>;
      case 'typed':
        return <code key={index}>{part.text}</code>;
      case 'command':
        return <CommandName key={index} name={part.id} />;
    }
  });
}

function CommandName({ name }: { readonly name: string }) {
  const { language, platform, shortcut } = useLocale();
  const id = commandIds.find((known) => known === name);
  if (id === undefined) return null;
  const accelerator = shortcut(id);
  return (
    <span className={styles['command']}>
      <em>{commandLabels[language][id].replace('…', '')}</em>
      {accelerator !== undefined && (
        <>
          {' '}
          <Kbd accelerator={accelerator} />
          <span className="visually-hidden">{shortcutText(accelerator, platform)}</span>
        </>
      )}
    </span>
  );
}

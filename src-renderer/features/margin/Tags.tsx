import { X } from 'lucide-react';
import type { CommandId } from '@contract/commands';
import { Button, IconButton } from '../../ui/Button';
import { useNoWriting } from '../../ui/Writing';
import styles from './Details.module.css';

/** One of what a dispatch is tagged with. */
export type Tag = {
  readonly key: string;
  readonly name: string;
  /** Said beside the name, smaller; empty for nothing. */
  readonly aside: string;
  /** What the button that removes it says. */
  readonly remove: string;
  readonly onRemove: () => void;
};

/** What a dispatch is tagged with, each to be removed, and more to be added. */
export function Tags({
  title,
  none,
  tags,
  add,
  command,
  onAdd,
}: {
  readonly title: string;
  /** Said where there are none. */
  readonly none: string;
  readonly tags: readonly Tag[];
  readonly add: string;
  readonly command: CommandId;
  readonly onAdd: () => void;
}) {
  const refused = useNoWriting();
  return (
    <section aria-label={title} className={styles['section']}>
      <h3 className={styles['title']}>{title}</h3>
      {tags.length === 0 && <p className={styles['facts']}>{none}</p>}
      <ul className={styles['subjects']}>
        {tags.map(({ key, name, aside, remove, onRemove }) => (
          <li key={key}>
            <span>
              {name} <small>{aside}</small>
            </span>
            {refused === null && (
              <IconButton label={remove} onClick={onRemove}>
                <X aria-hidden="true" />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      <Button writes command={command} onClick={onAdd}>
        {add}
      </Button>
    </section>
  );
}

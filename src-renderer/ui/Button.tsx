import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import type { CommandId } from '@contract/commands';
import { commandLabels } from '@contract/labels';
import { cx } from './cx';
import { ariaShortcut, shortcutKeys, shortcutText } from './format/shortcut';
import { useLocale } from './i18n/Locale';
import { useNoWriting, type NoWriting } from './Writing';
import styles from './controls.module.css';

type Look = 'plain' | 'primary' | 'danger' | 'quiet';
type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly ref?: Ref<HTMLButtonElement>;
  readonly look?: Look;
  /** The command the button runs: its shortcut is told to assistive technology, and shown if asked. */
  readonly command?: CommandId;
  readonly showShortcut?: boolean;
  /** Changes the archive: where it can only be read, the button says why instead. */
  readonly writes?: boolean;
};

/** A button with words. `primary` is used once in a view. */
export function Button({
  look = 'plain',
  command,
  showShortcut = false,
  writes = false,
  className,
  children,
  ...rest
}: ButtonProps) {
  const refused = useNoWriting();
  const { platform, shortcut } = useLocale();
  const accelerator = command === undefined ? undefined : shortcut(command);
  return (
    <button
      type="button"
      className={cx(styles['button'], styles[look], className)}
      aria-keyshortcuts={
        accelerator === undefined ? undefined : ariaShortcut(accelerator, platform)
      }
      {...rest}
      {...(writes && refused !== null && refusing(refused))}
    >
      {children}
      {showShortcut && accelerator !== undefined && <Kbd accelerator={accelerator} />}
    </button>
  );
}

/** Out of use, yet reached by keyboard and telling why. */
function refusing({ why, explain }: NoWriting): ButtonHTMLAttributes<HTMLButtonElement> {
  return { 'aria-disabled': true, title: why, onClick: explain };
}

type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label'> & {
  readonly label: string;
  readonly command?: CommandId;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly children: ReactNode;
};

/** A button with an icon only; `label` is its accessible name and its tooltip. */
export function IconButton({ label, command, className, children, ...rest }: IconButtonProps) {
  const { platform, shortcut } = useLocale();
  const accelerator = command === undefined ? undefined : shortcut(command);
  return (
    <button
      type="button"
      className={cx(styles['icon'], className)}
      aria-label={label}
      title={accelerator === undefined ? label : `${label}  ${shortcutText(accelerator, platform)}`}
      {...rest}
    >
      {children}
    </button>
  );
}

/** The keys of a shortcut, for the eyes only: controls tell it to assistive technology themselves. */
export function Kbd({ accelerator }: { readonly accelerator: string }) {
  const { platform } = useLocale();
  return (
    <kbd className={styles['kbd']} aria-hidden="true">
      {shortcutKeys(accelerator, platform).map((key) => (
        <span key={key}>{key}</span>
      ))}
    </kbd>
  );
}

/** What a command is called, and its shortcut, in one tooltip. */
export function useCommandTitle(): (id: CommandId) => string {
  const { language, platform, shortcut } = useLocale();
  return (id) => {
    const label = commandLabels[language][id];
    const accelerator = shortcut(id);
    return accelerator === undefined ? label : `${label}  ${shortcutText(accelerator, platform)}`;
  };
}

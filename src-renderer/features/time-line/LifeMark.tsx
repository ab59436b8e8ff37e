import type { LifeEvent } from '@contract/life';
import { countedAs } from '@domain/record/counted';
import { cx } from '../../ui/cx';
import { KindMark } from './Legend';
import styles from './Life.module.css';

type Sign = { readonly path: string; readonly look: string };

const ring = 'M5 1.5a3.5 3.5 0 1 0 .01 0Z';

/** How a deed that is no take is drawn; told apart by form, not by colour. */
function signOf(deed: Exclude<LifeEvent['deed'], { is: 'take' }>): Sign {
  switch (deed.is) {
    case 'stamp':
      return { path: 'M5 1.5a3.5 3.5 0 1 0 .01 0ZM5 3v2l1.5 1', look: 'hollow' };
    case 'embargo':
      return { path: deed.change === 'set' ? 'M2 1v8M8 1v8' : 'M2 1l6 4-6 4Z', look: 'hollow' };
    case 'draft':
      return {
        path: deed.change === 'discarded' ? `${ring}M2.5 7.5l5-5` : ring,
        look: deed.change === 'saved' ? 'saved' : 'hollow',
      };
    case 'note':
      return {
        path: {
          opened: 'M1 1h8v6H5L3 9V7H1Z',
          reopened: 'M1 1h8v6H5L3 9V7H1ZM5 2.5v3M3.5 4h3',
          answered: 'M1 5h7M5 2l3 3-3 3',
          resolved: 'M1.5 5.5L4 8l4.5-6',
        }[deed.change],
        look: deed.change === 'opened' || deed.change === 'reopened' ? 'note' : 'hollow',
      };
    case 'sent':
      return { path: 'M1 9l8-4-8-4 2 4Z', look: 'sent' };
  }
}

/** How something that happened is drawn; takes as on the time line of the archive. */
export function LifeMark({ deed }: Pick<LifeEvent, 'deed'>) {
  if (deed.is === 'take') return <KindMark kind={countedAs[deed.kind]} />;
  const { path, look } = signOf(deed);
  return (
    <svg viewBox="0 0 10 10" aria-hidden="true" className={cx(styles['sign'], styles[look])}>
      <path d={path} />
    </svg>
  );
}

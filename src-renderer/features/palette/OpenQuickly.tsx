import { flushSync } from 'react-dom';
import { openAsItRead, openDispatch, showDialog, useDesk } from '../../state/desk';
import { flushDraft } from '../../state/draft';
import { useFoundDispatches } from '../../state/find';
import { DispatchChooser } from '../../ui/DispatchChooser';

/** Opens a dispatch by the beginnings of words of its slug or headline; the newest at first. */
export function OpenQuickly() {
  const { found, find } = useFoundDispatches();
  const choose = (id: string): void => {
    void flushDraft();
    useDesk.setState({ mode: 'wire' });
    flushSync(() => showDialog(null));
    const at = found.find((one) => one.id === id)?.at ?? null;
    if (at === null) openDispatch(id);
    else openAsItRead(id, at);
  };
  return (
    <DispatchChooser
      found={found}
      onText={find}
      onChoose={choose}
      onClose={() => showDialog(null)}
    />
  );
}

import { Plugin } from 'prosemirror-state';
import { insertPhotos, isPictureFile } from './insert';
import type { PhotoTexts } from './photo-view';

/** Takes pictures in that are pasted or dropped as files; text beside them goes its own way. */
export function photoFilesPlugin(texts: () => PhotoTexts | undefined): Plugin {
  const coming = (): string => texts()?.coming ?? '';
  return new Plugin({
    props: {
      handlePaste: (view, event) => {
        const files = picturesIn(event.clipboardData);
        // Spreadsheets and word processors put a picture of the words beside the words.
        const hasText = event.clipboardData?.types.includes('text/plain') === true;
        if (files.length === 0 || hasText) return false;
        void insertPhotos(view, files, coming());
        return true;
      },
      handleDrop: (view, event) => {
        const files = picturesIn(event.dataTransfer);
        if (files.length === 0) return false;
        event.preventDefault();
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
        void insertPhotos(view, files, coming(), at ?? view.state.selection.from);
        view.focus();
        return true;
      },
    },
  });
}

function picturesIn(transfer: DataTransfer | null): readonly File[] {
  const files = [...(transfer?.files ?? [])];
  return files.every(isPictureFile) ? files : [];
}

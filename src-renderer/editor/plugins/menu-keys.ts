import { Plugin } from 'prosemirror-state';

/**
 * Leaves Mod+Enter and its kin to the menu. ProseMirror claims every Enter, and the browser would
 * break the line: both must let go for the menu's shortcut to be heard while the caret is in a text.
 */
export function menuKeysPlugin(): Plugin {
  let left = false;
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown: (_view, event) => {
          left = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
          return left;
        },
        beforeinput: (_view, event) => {
          if (left && event.inputType.startsWith('insert')) event.preventDefault();
          return false;
        },
      },
    },
  });
}

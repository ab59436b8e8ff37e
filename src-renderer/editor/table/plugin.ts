import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { clearAcross } from './clear';
import { goesAcross } from './place';

/** Keeps the cells of a table apart when what is typed, cut or composed goes over several of them. */
export function tablePlugin(): Plugin {
  const clear = (view: EditorView): boolean => {
    const across = goesAcross(view.state.selection);
    if (across) view.dispatch(clearAcross(view.state.tr).scrollIntoView());
    return across;
  };
  return new Plugin({
    props: {
      handleTextInput: (view, _from, _to, text) => {
        if (!goesAcross(view.state.selection)) return false;
        view.dispatch(clearAcross(view.state.tr).insertText(text).scrollIntoView());
        return true;
      },
      handleDOMEvents: {
        compositionstart: (view) => {
          clear(view);
          return false;
        },
        cut: (view, event) => {
          const { selection } = view.state;
          if (!goesAcross(selection) || event.clipboardData === null || !view.editable)
            return false;
          const { dom, text } = view.serializeForClipboard(selection.content());
          event.clipboardData.setData('text/html', dom.innerHTML);
          event.clipboardData.setData('text/plain', text);
          event.preventDefault();
          return clear(view);
        },
      },
    },
  });
}

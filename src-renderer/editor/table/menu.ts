import { Plugin, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { CommandId } from '@contract/commands';
import { cellAround } from './place';

/** What the menu of a table offers, in the language of the window. */
export type TableTexts = {
  readonly label: string;
  readonly items: readonly { readonly id: CommandId; readonly name: string }[];
};

/**
 * A menu of what can be done with a table, where a cell is pointed at with the other button or the menu
 * key is pressed in one.
 *
 * @param run does a command in the view
 */
export function tableMenuPlugin(
  texts: () => TableTexts | undefined,
  run: (view: EditorView, command: CommandId) => void,
): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        contextmenu: (view, event) => {
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
          const { doc, selection, tr } = view.state;
          const isPointed = event.button === 2 && at !== undefined;
          const cell = cellAround(isPointed ? doc.resolve(at) : selection.$head);
          const offered = texts();
          if (cell === null || offered === undefined || !view.editable) return false;
          event.preventDefault();
          const isElsewhere = at !== undefined && (at < selection.from || at > selection.to);
          if (isPointed && isElsewhere)
            view.dispatch(tr.setSelection(TextSelection.create(doc, at)));
          const { left, bottom } = view.coordsAtPos(view.state.selection.head);
          const place = isPointed ? { x: event.clientX, y: event.clientY } : { x: left, y: bottom };
          const open = (): void => openMenu(view, offered, place, run);
          // A menu that opens while the button is still down would close with its release.
          if (event.buttons === 0) open();
          else addEventListener('pointerup', () => setTimeout(open), { once: true });
          return true;
        },
      },
    },
  });
}

function openMenu(
  view: EditorView,
  { label, items }: TableTexts,
  place: { readonly x: number; readonly y: number },
  run: (view: EditorView, command: CommandId) => void,
): void {
  if (view.isDestroyed) return;
  const menu = document.createElement('div');
  menu.className = 'slash-menu';
  menu.popover = 'auto';
  menu.setAttribute('role', 'menu');
  menu.setAttribute('aria-label', label);
  menu.replaceChildren(
    ...items.map(({ id, name }) => {
      const item = document.createElement('button');
      item.type = 'button';
      item.tabIndex = -1;
      item.setAttribute('role', 'menuitem');
      item.textContent = name;
      item.addEventListener('click', () => {
        menu.hidePopover();
        run(view, id);
        view.focus();
      });
      return item;
    }),
  );
  menu.addEventListener('keydown', (event) => step(menu, event));
  menu.addEventListener('toggle', () => {
    if (menu.matches(':popover-open')) return;
    const isIn = menu.contains(document.activeElement) || document.activeElement === document.body;
    menu.remove();
    if (isIn) view.focus();
  });
  (view.dom.parentElement ?? document.body).append(menu);
  menu.showPopover();
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(0, Math.min(place.x, innerWidth - width))}px`;
  menu.style.top = `${Math.max(0, Math.min(place.y, innerHeight - height))}px`;
  menu.querySelector('button')?.focus();
}

function step(menu: HTMLElement, event: KeyboardEvent): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  const items = [...menu.querySelectorAll('button')];
  const at = items.findIndex((item) => item === document.activeElement);
  items[(at + by + items.length) % items.length]?.focus();
}

import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { CommandId } from '@contract/commands';
import { fold } from '@domain/text/fold';
import { closeGroup } from '../undo';

/** What the slash menu offers, in the language of the window. */
export type SlashTexts = {
  readonly label: string;
  readonly items: readonly { readonly id: CommandId; readonly name: string }[];
};

type Open = {
  /** Where the slash stands. */
  readonly from: number;
  readonly words: string;
  /** The item in hand. */
  readonly at: number;
};

type Meta = { readonly open: number } | { readonly at: number } | 'close';

const key = new PluginKey<Open | null>('slash');

/**
 * A slash typed in an empty block opens a menu of what the block can become, or what can stand there.
 * What is typed on narrows it, arrows move, Enter and Tab choose; Escape, or words that no item has, leave the
 * slash as text.
 *
 * @param run does a command in the view, with the slash and what was typed after it gone
 */
export function slashPlugin(
  texts: () => SlashTexts | undefined,
  run: (view: EditorView, command: CommandId) => void,
): Plugin<Open | null> {
  const itemsFor: ItemsFor = (open) =>
    open === null ? [] : matching(texts()?.items ?? [], open.words);
  const choose: Choose = (view, id) => {
    const open = key.getState(view.state);
    if (open == null) return;
    const { head } = view.state.selection;
    view.dispatch(closeGroup(view.state.tr.delete(open.from, head).setMeta(key, 'close')));
    run(view, id);
    view.focus();
  };
  return new Plugin<Open | null>({
    key,
    state: {
      init: () => null,
      apply: (transaction, open, _before, state) => {
        const next = openAfter(transaction, open, state);
        return next !== null && itemsFor(next).length === 0 ? null : next;
      },
    },
    props: {
      attributes: (state) => {
        const open = key.getState(state);
        if (open == null) return {};
        return { 'aria-controls': listId, 'aria-activedescendant': `${listId}-${open.at}` };
      },
      handleTextInput: (view, from, to, text) => {
        if (text !== '/' || view.composing || !mayOpen(view.state)) return false;
        view.dispatch(view.state.tr.insertText('/', from, to).setMeta(key, { open: from }));
        return true;
      },
      handleKeyDown: (view, event) => pressed(view, event, itemsFor, choose),
      handleDOMEvents: {
        blur: (view) => {
          if (key.getState(view.state) != null) view.dispatch(view.state.tr.setMeta(key, 'close'));
          return false;
        },
      },
    },
    view: (view) => menuOf(view, itemsFor, () => texts()?.label ?? '', choose),
  });
}

type ItemsFor = (open: Open | null) => SlashTexts['items'];
type Choose = (view: EditorView, id: CommandId) => void;

/** What a key does while the menu is open; false where that is its own business. */
function pressed(
  view: EditorView,
  event: KeyboardEvent,
  itemsFor: ItemsFor,
  choose: Choose,
): boolean {
  const open = key.getState(view.state);
  if (open == null || event.ctrlKey || event.metaKey || event.altKey) return false;
  const items = itemsFor(open);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step !== undefined) {
    const at = (open.at + step + items.length) % items.length;
    view.dispatch(view.state.tr.setMeta(key, { at }));
    return true;
  }
  const item = items[open.at];
  if ((event.key === 'Enter' || event.key === 'Tab') && item !== undefined) {
    choose(view, item.id);
    return true;
  }
  if (event.key === 'Escape') view.dispatch(view.state.tr.setMeta(key, 'close'));
  return event.key === 'Escape';
}

/** Only in an empty block of the text itself: elsewhere a slash is a slash. */
function mayOpen({ selection }: EditorState): boolean {
  const { $from, empty } = selection;
  const kinds: readonly string[] = ['lead', 'paragraph', 'crosshead'];
  return (
    empty &&
    $from.depth === 1 &&
    $from.parent.content.size === 0 &&
    kinds.includes($from.parent.type.name)
  );
}

/** The longest that is typed to narrow the menu. */
const longest = 24;

function openAfter(transaction: Transaction, open: Open | null, state: EditorState): Open | null {
  const meta = transaction.getMeta(key) as Meta | undefined;
  if (meta === 'close') return null;
  if (meta !== undefined && 'open' in meta) return { from: meta.open, words: '', at: 0 };
  if (open === null) return null;
  if (meta !== undefined) return { ...open, at: meta.at };
  if (!transaction.docChanged && !transaction.selectionSet) return open;
  const from = transaction.mapping.map(open.from, -1);
  const { $head, empty } = state.selection;
  const isHere = empty && $head.depth === 1 && $head.start() === from;
  const typed = isHere ? $head.parent.textBetween(0, $head.parentOffset) : '';
  if (!typed.startsWith('/') || typed.length > longest) return null;
  const words = typed.slice(1);
  return { from, words, at: words === open.words ? open.at : 0 };
}

function matching(items: SlashTexts['items'], words: string): SlashTexts['items'] {
  const wanted = fold(words).trim();
  return items.filter(({ name }) => fold(name).includes(wanted));
}

const listId = 'slash-menu';

/** The menu, drawn over the window below the slash. */
function menuOf(view: EditorView, itemsFor: ItemsFor, label: () => string, choose: Choose) {
  const menu = document.createElement('div');
  menu.id = listId;
  menu.className = 'slash-menu';
  menu.setAttribute('role', 'listbox');
  menu.popover = 'manual';
  const draw = (open: Open): void => {
    menu.setAttribute('aria-label', label());
    menu.replaceChildren(
      ...itemsFor(open).map(({ id, name }, index) => {
        const item = document.createElement('div');
        item.id = `${listId}-${index}`;
        item.setAttribute('role', 'option');
        item.setAttribute('aria-selected', String(index === open.at));
        item.textContent = name;
        // The caret stays in the text.
        item.addEventListener('mousedown', (event) => event.preventDefault());
        item.addEventListener('click', () => choose(view, id));
        return item;
      }),
    );
    if (!menu.isConnected) document.body.append(menu);
    menu.showPopover();
    const { left, top, bottom } = view.coordsAtPos(open.from);
    const { height } = menu.getBoundingClientRect();
    menu.style.left = `${left}px`;
    menu.style.top = `${bottom + height <= innerHeight ? bottom : Math.max(0, top - height)}px`;
  };
  let drawn: Open | null = null;
  return {
    update: () => {
      const open = key.getState(view.state) ?? null;
      if (open === drawn) return;
      drawn = open;
      if (open === null) menu.remove();
      else draw(open);
    },
    destroy: () => menu.remove(),
  };
}

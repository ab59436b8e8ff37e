import { baseKeymap, chainCommands, liftEmptyBlock } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import { splitListItem, liftListItem } from 'prosemirror-schema-list';
import type { Command, Plugin } from 'prosemirror-state';
import { takeSchema } from '@domain/document/schema';
import {
  blockCommands,
  enterAfterNode,
  enterDoesNothing,
  enterInSignoff,
  enterLeavesPhoto,
  enterNextEmptyBlock,
  enterSplits,
} from '../block-commands';
import { enterLeavesQuote, enterToAttribution } from '../quote-commands';
import { deleteAcross, stayInCell } from '../table/clear';
import { enterInCell, nextCell, previousCell } from '../table/commands';
import { redo, undo } from '../undo';
import { nextField, previousField } from './template-fields';

const { list_item } = takeSchema.nodes;

/** What the keys of a draft do that are not the platform's own. Digits with Mod+Alt are left to the menu: AltGr types characters with them. */
export function boundKeys(): Readonly<Record<string, Command>> {
  const bound: Record<string, Command> = {
    'Mod-z': undo,
    'Mod-y': redo,
    'Shift-Mod-z': redo,
    Enter: chainCommands(
      enterInCell,
      enterNextEmptyBlock,
      enterLeavesPhoto,
      enterLeavesQuote,
      enterToAttribution,
      enterInSignoff,
      splitListItem(list_item),
      enterAfterNode,
      liftEmptyBlock,
      enterSplits,
      enterDoesNothing,
    ),
    // Tab goes from cell to cell in a table, else to the next field of a template, else it leaves the
    // text: lists do not nest. With Shift it takes a list item out of its list.
    Tab: chainCommands(nextCell, nextField),
    'Shift-Tab': chainCommands(previousCell, previousField, liftListItem(list_item)),
  };
  for (const key of ['Backspace', 'Mod-Backspace', 'Shift-Backspace', 'Alt-Backspace']) {
    bound[key] = chainCommands(deleteAcross, stayInCell('back'));
  }
  for (const key of ['Delete', 'Mod-Delete', 'Alt-Delete']) {
    bound[key] = chainCommands(deleteAcross, stayInCell('on'));
  }
  const { 'format.emphasis': emphasis, 'format.strong': strong } = blockCommands;
  if (emphasis !== undefined) bound['Mod-i'] = emphasis;
  if (strong !== undefined) bound['Mod-b'] = strong;
  return bound;
}

/** The keys of a draft. */
export function draftKeys(): Plugin[] {
  return [keymap(boundKeys()), keymap(withoutModEnter())];
}

/** Mod+Enter appends an update everywhere; ProseMirror's own meaning for it would get in the way. */
export function withoutModEnter(): Record<string, Command> {
  const { 'Mod-Enter': _, ...rest } = baseKeymap;
  return rest;
}

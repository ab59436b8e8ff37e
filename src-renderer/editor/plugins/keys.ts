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
      enterNextEmptyBlock,
      enterLeavesPhoto,
      enterInSignoff,
      splitListItem(list_item),
      enterAfterNode,
      liftEmptyBlock,
      enterSplits,
      enterDoesNothing,
    ),
    // Lists do not nest: Tab goes to the next field of a template, else leaves the text, and takes a
    // list item out of its list with Shift.
    Tab: nextField,
    'Shift-Tab': chainCommands(previousField, liftListItem(list_item)),
  };
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

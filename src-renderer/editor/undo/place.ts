import { NodeSelection, Selection, TextSelection, type EditorState } from 'prosemirror-state';
import type { Node } from 'prosemirror-model';
import type { Place } from '@domain/undo/place';

/** Where the selection of a state is. */
export function placeOf({ selection }: EditorState): Place {
  if (selection instanceof TextSelection) {
    return { is: 'text', anchor: selection.anchor, head: selection.head };
  }
  if (selection instanceof NodeSelection) return { is: 'node', anchor: selection.anchor };
  return { is: 'all' };
}

/** The selection of a place, as near to it as the document allows. */
export function selectionAt(place: Place, document: Node): Selection {
  if (place.is === 'all') return Selection.atStart(document);
  const within = (position: number) => Math.max(0, Math.min(position, document.content.size));
  const $anchor = document.resolve(within(place.anchor));
  if (place.is === 'node') {
    const node = $anchor.nodeAfter;
    const isNode = node !== null && NodeSelection.isSelectable(node);
    return isNode ? new NodeSelection($anchor) : Selection.near($anchor);
  }
  return TextSelection.between($anchor, document.resolve(within(place.head)));
}

import { Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { TakeNodeName } from '@domain/document/schema';

/** What an empty block asks for. */
export type Placeholders = Readonly<Partial<Record<TakeNodeName, string>>>;

/** Shows what each empty block of a draft is for, as `data-placeholder`. */
export function placeholdersPlugin(placeholders: () => Placeholders): Plugin {
  return new Plugin({
    props: {
      decorations: ({ doc }) => {
        const words = placeholders();
        const decorations: Decoration[] = [];
        let paragraphs = 0;
        doc.forEach((node) => {
          if (node.type.name === 'paragraph') paragraphs += 1;
        });
        doc.descendants((node, position) => {
          if (!node.isTextblock) return true;
          if (node.content.size > 0) return false;
          const name = node.type.name as TakeNodeName;
          // Only a sole empty paragraph asks for text: further ones are the writer's own breaks.
          const asked = name === 'paragraph' && paragraphs > 1 ? undefined : words[name];
          if (asked !== undefined) {
            const end = position + node.nodeSize;
            decorations.push(Decoration.node(position, end, { 'data-placeholder': asked }));
          }
          return false;
        });
        return DecorationSet.create(doc, decorations);
      },
    },
  });
}

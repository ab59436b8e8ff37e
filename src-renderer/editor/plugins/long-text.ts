import { Plugin } from 'prosemirror-state';

/** Blocks from which on those out of sight are not laid out: about ten thousand words. */
const many = 150;

/** Marks a long text (`data-long`): at each key the browser would lay out and draw all of it. */
export function longTextPlugin(): Plugin {
  return new Plugin({
    props: {
      attributes: ({ doc }) => (doc.childCount >= many ? { 'data-long': '' } : {}),
    },
  });
}

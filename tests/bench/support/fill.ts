import { taken, type OpenDesk } from './archive';
import { generated, type Corpus } from './corpus';

/** How long filling an archive took, in ms, and the bytes of text that went in. */
export type FilledText = { readonly ms: number; readonly text: number };

/** Puts generated dispatches into an archive as importing does. */
export async function fill(desk: OpenDesk, corpus: Corpus, count: number): Promise<FilledText> {
  let text = 0;
  let spent = 0;
  for (let from = 0; from < count; from += 64) {
    const batch = Array.from({ length: Math.min(64, count - from) }, (_, index) =>
      generated(corpus, from + index, count),
    );
    for (const one of batch) text += Buffer.byteLength(one.text);
    const began = performance.now();
    taken(
      await desk.archive.write('importDispatches', { dispatches: batch.map(({ input }) => input) }),
    );
    spent += performance.now() - began;
  }
  return { ms: spent, text };
}

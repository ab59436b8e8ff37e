import { app } from 'electron';
import { z } from 'zod';
import { pdfOf } from './pdf';

/** With this argument the program shows nothing: it makes PDFs for the command line that began it. */
export const pdfArgument = '--print-pdf';

const askedSchema = z.object({ id: z.number().int(), html: z.string() });

/**
 * Answers the process that began this one: pages of HTML come by its channel, PDFs go back in base64.
 * Ends with it.
 */
export async function servePdf(): Promise<void> {
  // Before anything else asks: messages wait for a listener, the end of the other process does not.
  process.once('disconnect', () => app.exit(0));
  app.on('window-all-closed', () => undefined);
  await app.whenReady();
  process.on('message', (message) => {
    const asked = askedSchema.safeParse(message);
    if (asked.success) void answer(asked.data);
  });
  process.send?.({ ready: true });
}

async function answer({ id, html }: z.infer<typeof askedSchema>): Promise<void> {
  try {
    const pdf = await pdfOf(html);
    process.send?.({ id, pdf: Buffer.from(pdf).toString('base64') });
  } catch (thrown) {
    process.send?.({ id, failed: String(thrown).slice(0, 200) });
  }
}

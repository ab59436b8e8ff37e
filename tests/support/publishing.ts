import { buildDocument } from '../../src-main/domain/document/build';
import { replaceStep } from '../../src-main/domain/document/replace';
import type { Services } from '../../src-main/services';
import { must } from './archives';
import { nodeOf } from './texts';

/** Publishes an update with one paragraph. */
export async function appendUpdate(
  services: Services,
  dispatchId: string,
  words: string,
): Promise<void> {
  const author = 'atl';
  const { draftId } = must(
    await services.drafts.append({ dispatchId, kind: 'update', corrects: null, author }),
  );
  const { draft } = must(await services.dispatches.get({ id: dispatchId }));
  const blocks = [{ type: 'paragraph' as const, text: words }];
  const next = buildDocument({ headline: '', blocks, signoff: '' });
  const steps = [replaceStep(nodeOf(draft!.document), next)];
  const { version } = must(await services.drafts.journal({ draftId, baseVersion: 0, steps }));
  const stamp = { by: 'clock' } as const;
  must(await services.publishing.publish({ draftId, version, key: draftId, author, stamp }));
}

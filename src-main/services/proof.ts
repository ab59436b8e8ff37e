import { createHash } from 'node:crypto';
import { appError, type AppError } from '../contract/errors';
import { proofText } from '../domain/record/proof';
import { parseDocument } from '../domain/document/node';
import { documentParts } from '../domain/document/build';
import { err, ok, type Result } from '../domain/result';
import type { ServiceContext } from './context';
import { fileName, type ReleaseService } from './release';

/** A proof file about to be saved. */
export type Proof = {
  /** A name for the file, with its extension. */
  readonly name: string;
  readonly text: string;
};

/** Proofs of dispatches, which anybody can verify without the workstation (docs/proof.md). */
export type ProofService = ReturnType<typeof createProofService>;

export function createProofService(context: ServiceContext, release: ReleaseService) {
  const { archive, now, zone } = context;
  return {
    /**
     * The proof file of a dispatch. Refused while an embargo holds, for it holds the words; and
     * where the record does not fit its hashes, for it would prove nothing.
     */
    async make(dispatchId: string): Promise<Result<Proof, AppError>> {
      const dispatch = await release.releasable(dispatchId);
      if (!dispatch.ok) return dispatch;
      const { id, slug, language, takes } = dispatch.value;
      const [record, facts] = await Promise.all([
        archive.read('readProvableRecord', { id }),
        archive.read('readFacts', {}),
      ]);
      if (!record.ok) return record;
      if (!facts.ok) return facts;
      if (takes.length === 0) return err(appError('validation', 'nothing-published'));
      const text = proofText(
        {
          madeAt: now(),
          zone: zone(),
          archive: facts.value.id,
          dispatch: {
            id,
            slug,
            headline: headlineOf(takes.map(({ document }) => document)),
            language,
          },
        },
        record.value,
        (content) => createHash('sha256').update(content, 'utf8').digest('hex'),
      );
      return ok({ name: `${fileName(dispatch.value)}.proof.json`, text });
    },
  };
}

function headlineOf(documents: readonly unknown[]): string {
  for (const json of documents) {
    const document = parseDocument(json);
    const headline = document.ok ? documentParts(document.value).headline : '';
    if (headline !== '') return headline;
  }
  return '';
}
